// Timeouts and graces. Those of a page whose timers stood still: suspended.test.mjs.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

const handlers = {
  open: (h, { code, options }) => h.open(h.create({ authorizationCode: code, ...options })),
};

suite('timing', ({ test, browser }) => {
  const opened = async (options, script) => {
    const page = await browser.open(handlers, { args: { code: browser.server.dialog(script), options } });
    await page.click();
    return page;
  };

  test('timeout: typed, told to onError, and everything is cleaned up', async () => {
    const page = await opened({ timeout: 300 });
    const error = await page.failure('timeout');
    assert.match(error.message, /timeout/);
    const { dialog } = (await page.report()).dialogs;
    assert.deepEqual(
      dialog.calls.filter(({ name }) => name !== 'onEvent').map(({ name }) => name),
      ['onError'],
    );
    await page.windows.allClosed();
  });

  test('a timeout that has not passed does not hurt a finish', async () => {
    const page = await opened({ timeout: 60_000 }, (dialog) => dialog.finish('auth-1'));
    assert.equal((await page.result()).authId, 'auth-1');
  });

  test("the longest timeout that a browser's timer takes does not fire at once", async () => {
    const page = await opened({ timeout: 2 ** 31 - 1, codeTimeout: 2 ** 31 - 1, closeGrace: 0 }, (dialog) =>
      dialog.finish('auth-1'),
    );
    assert.equal((await page.result()).authId, 'auth-1');
  });

  test('closeGrace: 0 ends a closed dialog at once', async () => {
    const page = await opened({ closeGrace: 0 }, (dialog) => dialog.post({ type: 'tray.authpopup.close' }));
    await page.failure('closed');
  });
});
