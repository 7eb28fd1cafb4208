// A page that writes itself anew with `document.open()`, which takes all of its listeners away: a dialog in a window is
// still heard, and so is the next one.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('a page that is written anew', ({ test, browser }) => {
  /** Says its finish until it is heard: a page finds out within a moment, not at once, that its listeners are gone. */
  const untilHeard = (id) =>
    browser.server.dialog((dialog, { id }) => setInterval(() => dialog.finish(id), 50), {
      args: { id },
    });
  const onDemand = () => browser.server.dialog();

  const handlers = {
    open: (h, { code, display }) => h.open(h.create({ authorizationCode: code, display })),
    attach: (h, { code }) => {
      const own = window.open('', '_blank', 'width=300,height=300');
      own.location.replace(`${h.dialogOrigin}/external/auth/create/acme?code=${code}`);
      h.attach(own, { host: h.dialogOrigin });
    },
    rewrite: (h) => {
      document.open();
      document.write('<button id="next">x</button>');
      document.close();
      document.getElementById('next').onclick = () => h.call('next');
      // What was there before is gone with the page's nodes.
      h.baseline.live.listeners = [];
    },
    next: (h, { next }) => h.open(h.create({ authorizationCode: next }), 'next'),
  };

  for (const how of ['open', 'attach']) {
    test(`${how === 'open' ? 'a popup' : 'an attached window'} that finishes afterwards is a success`, async () => {
      const page = await browser.open(handlers, { args: { code: onDemand(), display: 'popup' } });
      await page.click(how);
      const popup = await (await page.popup()).ready();
      await page.call('rewrite');
      await popup.run(() => setInterval(() => window.dialog.finish('auth-1'), 50));
      assert.equal((await page.result()).authId, 'auth-1');
      await page.returnsToBaseline();
    });
  }

  test('a dialog opened afterwards, while the first is still open, is a success too', async () => {
    const page = await browser.open(handlers, { args: { code: onDemand(), next: untilHeard('auth-next') } });
    await page.click();
    const first = await (await page.popup()).ready();
    await page.call('rewrite');
    await page.click('next');
    assert.equal((await page.result('next')).authId, 'auth-next');
    await first.run(() => setInterval(() => window.dialog.finish('auth-1'), 50));
    assert.equal((await page.result()).authId, 'auth-1');
    await page.returnsToBaseline();
  });

  test('a dialog opened afterwards, when the first has been closed, is a success', async () => {
    const page = await browser.open(handlers, { args: { code: onDemand(), next: untilHeard('auth-next') } });
    await page.click();
    await (await (await page.popup()).ready()).close();
    // The watch for a late finish still listens.
    await page.failure('closed');
    await page.call('rewrite');
    await page.click('next');
    assert.equal((await page.result('next')).authId, 'auth-next');
  });

  test('a popup that waits for its code, and is then closed by the user, is closed', async () => {
    const page = await browser.open({
      ...handlers,
      open: (h) => h.open(h.create({ authorizationCode: h.promise('c') })),
    });
    await page.click();
    const popup = await page.popup();
    await page.call('rewrite');
    await popup.close();
    await page.failure('closed');
    assert.equal((await page.event('close')).by, 'user');
  });

  for (const display of ['modal', 'inline']) {
    test(`the frame of ${display === 'modal' ? 'a modal' : 'an Element'} is gone with the page: closed, by the app`, async () => {
      const page = await browser.open(
        {
          ...handlers,
          open: (h, { code, display }) => {
            const place = display === 'inline' ? document.getElementById('main') : display;
            h.open(h.create({ authorizationCode: code, display: place }));
          },
        },
        { args: { code: onDemand(), display, next: untilHeard('auth-next') } },
      );
      await page.click();
      await page.event('navigate');
      await page.call('rewrite');
      await page.failure('closed');
      assert.equal((await page.event('close')).by, 'app');
      // The page can be scrolled and used.
      assert.notEqual(await page.run(() => getComputedStyle(document.documentElement).overflow), 'hidden');
      await page.click('next');
      assert.equal((await page.result('next')).authId, 'auth-next');
    });
  }
});
