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

  for (const name of ['timeout', 'codeTimeout', 'closeGrace']) {
    for (const value of [
      '-1',
      'NaN',
      'Infinity',
      '2 ** 31',
      "'500'",
      'null',
      '{}',
      ...(name === 'closeGrace' ? [] : ['0']),
    ]) {
      test(`${name}: ${value} is invalid_options`, async () => {
        const page = await browser.open({
          open: `(h) => h.open(h.create({ authorizationCode: 'never-used', ${name}: ${value} }))`,
        });
        await page.click();
        const error = await page.thrown();
        assert.deepEqual([error.code, error.field], ['invalid_options', name]);
        assert.match(error.message, /milliseconds/);
        assert.equal((await page.report()).opens.length, 0, 'nothing was opened');
      });
    }
  }
});

suite(
  'timing of a frozen page',
  ({ test, browser }) => {
    const freeze = (state) => browser.session.devtools('Page.setWebLifecycleState', { state });

    /** An open dialog whose page stands still until `ms` have passed on the dialog's own clock. */
    const frozenFor = async (ms, options, during = async () => {}) => {
      const page = await browser.open(handlers, { args: { code: browser.server.dialog(), options } });
      await page.click();
      const popup = await (await page.popup()).ready();
      await freeze('frozen');
      const from = await popup.run(() => performance.now());
      await during(popup);
      if (await popup.exists()) await popup.until('time to pass', (end) => performance.now() > end, from + ms);
      await freeze('active');
      return { page, popup };
    };
    /** A frozen page is in the background, and stays there until the person comes back to it. */
    const comeBack = () => browser.session.devtools('Page.bringToFront');

    test('a timeout that passed meanwhile ends the dialog when the page goes on', async () => {
      const { page } = await frozenFor(2_000, { timeout: 1_500 });
      await page.failure('timeout');
      await page.windows.allClosed();
    });

    test('a timeout that has not passed does not end the dialog', async () => {
      const { page, popup } = await frozenFor(1_000, { timeout: 60_000 });
      await popup.run(() => window.dialog.finish('auth-1'));
      assert.equal((await page.result()).authId, 'auth-1');
    });

    test('a finish that came meanwhile is a success', async () => {
      const { page } = await frozenFor(500, {}, (popup) => popup.run(() => window.dialog.finish('auth-1')));
      assert.equal((await page.result()).authId, 'auth-1');
    });

    test('a window that was closed meanwhile is seen when the page goes on', async () => {
      const { page } = await frozenFor(0, {}, (popup) => popup.close());
      await comeBack();
      await page.failure('closed');
      assert.equal((await page.event('close')).by, 'user');
    });
  },
  // Only Chromium's protocol freezes a page.
  { engines: ['chromium'] },
);
