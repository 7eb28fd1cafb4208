// A popup that does not open: the page gets an error at once, nothing is left behind, and a second click can help.
import assert from 'node:assert/strict';
import { wholeBrowserSuite } from './harness/suite.mjs';

wholeBrowserSuite('blocked popups', ({ test, browser, engine }) => {
  /** A page whose popup was blocked, because there was no click. */
  const blocked = async (how) => {
    const page = await browser.prepared(how);
    await page.call('open');
    assert.match((await page.failure('popup_blocked')).message, /popup/i);
    return page;
  };

  test('a blocked popup ends as popup_blocked, and retry() from a second click succeeds', async () => {
    const page = await blocked({ codes: [browser.finishing()] });
    const { opens, dialogs } = await page.report();
    assert.deepEqual([opens.length, opens[0].blocked, dialogs.dialog.state], [1, true, 'failed']);
    assert.deepEqual(await page.eventTypes(), ['error']);
    assert.equal(dialogs.dialog.calls.filter(({ name }) => name === 'onError').length, 1);
    await page.click('retry');
    await page.finishes({ name: 'second' });
    assert.equal((await page.report()).opens[1].inClick, true);
  });

  test('a string code that was never navigated to can be used again by retry()', async () => {
    const page = await blocked({ code: browser.finishing() });
    await page.click('retry');
    await page.finishes({ name: 'second' });
  });

  test('window.open that returns an already closed window is popup_blocked', async () => {
    const open = (h, { code }) => {
      const { open } = window;
      window.open = (...args) => {
        const popup = open(...args);
        popup.close();
        return popup;
      };
      h.open(h.create({ authorizationCode: code }));
    };
    await (await browser.opened({ handlers: { open } })).failure('popup_blocked');
  });

  test('in a sandboxed frame popup_blocked says that the page around it may be the cause', async () => {
    const open = (h) => h.open(h.create({ authorizationCode: 'never-used' }));
    const inner = await browser.framed({ handlers: { open } }, { sandbox: 'allow-scripts allow-same-origin' });
    await inner.click();
    assert.match((await inner.failure('popup_blocked')).message, /frame|sandbox|top/i);
  });

  test('two dialogs in one click: the first works, whether or not the second opens', async () => {
    const open = (h, { codes }) => {
      for (const name of ['first', 'second']) h.open(h.create({ authorizationCode: codes.shift() }), name);
    };
    const codes = [browser.finishing('auth-first'), browser.finishing('auth-second')];
    const page = await browser.opened({ codes, handlers: { open } });
    // WebKit lets one gesture open two windows.
    if (engine === 'webkit') await page.finishes({ id: 'auth-second', name: 'second' });
    else await page.failure('popup_blocked', 'second');
    await page.finishes({ id: 'auth-first', name: 'first' });
  });
});
