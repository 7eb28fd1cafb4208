// Dialogs whose page goes away and comes back.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

const LOG = 'harness log';

suite("the page's life", ({ test, browser }) => {
  const handlers = {
    open: (h, { code, display, options }) =>
      h.open(
        h.create({
          authorizationCode: code,
          display: display === 'inline' ? document.getElementById('main') : display,
          ...options,
        }),
      ),
    again: (h, { second }) =>
      h.open(h.create({ authorizationCode: second, display: document.getElementById('main') }), 'second'),
    leave: () => location.assign('/pages/blank.html'),
    reload: () => location.reload(),
  };

  /** What the page had recorded when it went away, read from the page that took its place. */
  const remembered = (page) =>
    until('the next page', () =>
      page.run((key) => document.title === 'Blank' && JSON.parse(sessionStorage.getItem(key)).dialogs.dialog, LOG),
    );

  for (const display of ['popup', 'modal', 'inline']) {
    test(`the page goes away with a ${display} dialog open: closed by the app, without an error`, async () => {
      const page = await browser.open(handlers, { args: { code: browser.server.dialog(), display, persist: true } });
      await page.click();
      await page.event('navigate');
      await page.call('leave');
      page.left = true;
      const { settlements, events, calls } = await remembered(page);
      assert.equal(settlements[0].error.code, 'closed');
      assert.deepEqual(events.at(-1), { type: 'close', by: 'app' });
      assert.equal(
        calls.some(({ name }) => name === 'onError'),
        false,
      );
      await page.windows.allClosed();
    });
  }

  test('the page goes away while the code is on its way: the blank window goes with it', async () => {
    const page = await browser.open(
      { ...handlers, open: (h) => h.open(h.create({ authorizationCode: h.promise('code') })) },
      { args: { persist: true } },
    );
    await page.click();
    await page.popup();
    await page.call('leave');
    page.left = true;
    assert.equal((await remembered(page)).settlements[0].error.code, 'closed');
    await page.windows.allClosed();
  });

  test('a window that the page opened itself stays when the page goes away', async () => {
    const page = await browser.open(
      {
        ...handlers,
        open: (h, { code }) => {
          const own = window.open('', '_blank', 'width=300,height=300');
          h.open(h.create({ authorizationCode: code, popup: { window: own } }));
        },
      },
      { args: { code: browser.server.dialog(), persist: true } },
    );
    await page.click();
    const popup = await (await page.popup()).ready();
    await page.call('leave');
    page.left = true;
    assert.equal((await remembered(page)).settlements[0].error.code, 'closed');
    assert.equal(await popup.exists(), true);
  });

  test('a reload with a dialog open leaves no window behind, and the new page works', async () => {
    const code = browser.server.dialog();
    const page = await browser.open(handlers, {
      args: { code, display: 'popup', second: browser.server.dialog((dialog) => dialog.finish('auth-2')) },
    });
    await page.click();
    await (await page.popup()).ready();
    await page.call('reload');
    await page.windows.allClosed();
    await page.ready();
    await page.call('again');
    assert.equal((await page.result('second')).authId, 'auth-2');
  });

  for (const display of ['popup', 'inline']) {
    test(`back to a page that was left with a ${display} dialog open, from the back/forward cache or not: it works`, async () => {
      const page = await browser.open(
        { ...handlers, listen: (h) => addEventListener('pageshow', (event) => h.note({ persisted: event.persisted })) },
        {
          args: {
            code: browser.server.dialog(),
            display,
            second: browser.server.dialog((dialog) => dialog.finish('auth-2')),
          },
        },
      );
      await page.call('listen');
      await page.click();
      await page.event('navigate');
      // WebKit may not close a window that is just on its way to another page.
      if (display === 'popup') await (await page.popup()).ready();
      await page.call('leave');
      await until('the next page', () => page.run(() => document.title === 'Blank'));
      // By the driver, which waits for the page: WebKit's never answers for a page that is just being put away.
      await browser.driver.navigate().back();
      await page.ready();
      const { notes, dialogs } = await page.report();
      // Restored, the page still knows how its dialog ended; loaded anew, it knows of none.
      if (notes[0]?.persisted) {
        assert.equal(dialogs.dialog.settlements[0].error.code, 'closed');
        assert.equal(dialogs.dialog.events.at(-1).by, 'app');
      } else assert.deepEqual(dialogs, {});
      await page.windows.allClosed();
      await page.call('again');
      assert.equal((await page.result('second')).authId, 'auth-2');
    });
  }
});
