// Timeouts and graces, also of a page whose timers stood still meanwhile.
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

suite(
  'timing of a frozen page',
  ({ test, browser }) => {
    const freeze = (state) => browser.session.devtools('Page.setWebLifecycleState', { state });

    /** An open dialog whose page stands still while `during(popup)` goes on. */
    const frozen = async (options, during) => {
      const page = await browser.open(handlers, { args: { code: browser.server.dialog(), options } });
      await page.click();
      const popup = await (await page.popup()).ready();
      await freeze('frozen');
      await during(popup);
      await freeze('active');
      return { page, popup };
    };

    /** Waits until this time has passed on the dialog's own clock. */
    const pass = (ms) => async (popup) => {
      const from = await popup.run(() => performance.now());
      await popup.until('time to pass', (end) => performance.now() > end, from + ms);
    };

    /** A page that was frozen is still in the background: the person comes back to it. */
    const comeBack = async () => {
      const window = browser.driver.manage().window();
      const rect = await window.getRect();
      await window.minimize();
      await window.setRect(rect);
    };

    test('a timeout that passed meanwhile ends the dialog when the page goes on', async () => {
      const { page } = await frozen({ timeout: 1_500 }, pass(2_000));
      await page.failure('timeout');
      await page.windows.allClosed();
    });

    test('a timeout that has not passed does not end the dialog', async () => {
      const { page, popup } = await frozen({ timeout: 60_000 }, pass(500));
      await popup.run(() => window.dialog.finish('auth-1'));
      assert.equal((await page.result()).authId, 'auth-1');
    });

    test('a finish that came meanwhile is a success', async () => {
      const { page } = await frozen({}, (popup) => popup.run(() => window.dialog.finish('auth-1')));
      assert.equal((await page.result()).authId, 'auth-1');
    });

    test('a window that was closed meanwhile is seen when the person comes back', async () => {
      const { page } = await frozen({}, (popup) => popup.close());
      await comeBack();
      await page.failure('closed');
      assert.equal((await page.event('close')).by, 'user');
    });
  },
  // Only Chromium's protocol freezes a page.
  { engines: ['chromium'] },
);
