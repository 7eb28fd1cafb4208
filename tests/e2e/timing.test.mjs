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

  test('it keeps one timer, whatever is said, and in a page that nobody sees only for what is due', async () => {
    const page = await browser.open(
      {
        ...handlers,
        hide: () => {
          Object.defineProperty(document, 'hidden', { get: () => true });
          document.dispatchEvent(new Event('visibilitychange'));
        },
        end: (h) => h.handle().close(),
      },
      {
        args: {
          code: browser.server.dialog((dialog) => {
            for (let at = 0; at < 50; at++) dialog.post({ type: 'tray.authpopup.any' });
          }),
          options: { timeout: 10_000_000, closeGrace: 0 },
        },
      },
    );
    /** The delays of the package's timers. */
    const timers = async () => {
      const { now, before } = await page.run(() => ({ now: instrument.live(), before: harness.baseline.live }));
      return now.timers.slice(before.timers.length).map((timer) => Number(timer.replace('setTimeout ', '')));
    };
    await page.click();
    await page.until('all to be heard', ({ dialogs }) => dialogs.dialog?.events.length >= 52);
    const looking = await timers();
    assert.ok(looking.length === 1 && looking[0] <= 250, `${looking}`);
    await page.call('hide');
    const hidden = await timers();
    assert.ok(hidden.length === 1 && hidden[0] > 9_000_000, `${hidden}`);
    await page.call('end');
    await page.failure('closed');
  });

  test('closeGrace: 0 ends a closed dialog at once', async () => {
    const page = await opened({ closeGrace: 0 }, (dialog) => dialog.post({ type: 'tray.authpopup.close' }));
    await page.failure('closed');
  });
});
