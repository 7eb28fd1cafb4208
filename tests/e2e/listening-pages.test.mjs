// Pages with a `message` listener of their own, which hears each message before the package does, or after it: whatever it
// does meanwhile, the message is heard.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('a page that listens to messages itself', ({ test, browser }) => {
  const handlers = {
    /** Adds a listener of the page's own, which does what `hear` of the test says with what the dialog finishes with. */
    listen: (h) => {
      window.controller = new AbortController();
      addEventListener('message', (event) => h.call('hear', event), { signal: window.controller.signal });
    },
    open: (h, { code, display }) => {
      h.call('listen');
      const place = display === 'inline' ? document.getElementById('main') : display;
      h.open(h.create({ authorizationCode: code, display: place }));
    },
  };
  const leave = (page) => page.run(() => window.controller.abort());
  const finishing = () => browser.server.dialog((dialog) => dialog.finish('auth-1'));

  test('and opens the next dialog when the first finishes: both finish', async () => {
    const next = browser.server.dialog((dialog) => dialog.finish('auth-next'));
    const page = await browser.open(
      {
        ...handlers,
        hear: (h, { next }, { data }) => {
          if (data.authId !== 'auth-1' || h.has('next')) return;
          h.open(h.create({ authorizationCode: next, display: document.getElementById('main') }), 'next');
        },
      },
      { args: { code: finishing(), display: 'popup', next } },
    );
    await page.click();
    assert.equal((await page.result('next')).authId, 'auth-next');
    assert.equal((await page.result()).authId, 'auth-1');
    await leave(page);
  });

  for (const display of ['inline', 'modal'])
    test(`and takes the focus out of the frame when the dialog finishes (${display}): it finishes`, async () => {
      const page = await browser.open(
        {
          ...handlers,
          hear: (_h, _args, { data }) => {
            if (data.authId !== 'auth-1') return;
            document.getElementById('open').focus();
          },
        },
        { args: { code: finishing(), display } },
      );
      await page.click();
      assert.equal((await page.result()).authId, 'auth-1');
      await leave(page);
    });

  test('and stops each event, from a listener that was added after the dialog was opened: it finishes', async () => {
    const page = await browser.open(
      {
        ...handlers,
        open: (h, { code }) => {
          h.open(h.create({ authorizationCode: code, display: document.getElementById('main') }));
          h.call('listen');
        },
        hear: (h, _args, event) => {
          h.note('heard');
          event.stopImmediatePropagation();
        },
      },
      { args: { code: browser.server.dialog() } },
    );
    await page.click();
    const dialog = await browser.frameOf(page, () => document.querySelector('#main iframe')).ready();
    // The windows have been looked at meanwhile.
    await page.run(() => new Promise((resolve) => setTimeout(resolve, 600)));
    await dialog.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result()).authId, 'auth-1');
    await leave(page);
  });
});
