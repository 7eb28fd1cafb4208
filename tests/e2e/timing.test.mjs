// Timeouts and graces. Those of a page whose timers stood still: suspended.test.mjs.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('timing', ({ test, browser }) => {
  test('timeout: typed, told to onError, and everything is cleaned up', async () => {
    const page = await browser.opened({ options: { timeout: 300 } });
    assert.match((await page.failure('timeout')).message, /timeout/);
    const { calls } = (await page.report()).dialogs.dialog;
    assert.deepEqual(
      calls.filter(({ name }) => name !== 'onEvent').map(({ name }) => name),
      ['onError'],
    );
    await page.windows.allClosed();
  });

  test("the longest timeout that a browser's timer takes does not fire at once", async () => {
    const options = { timeout: 2 ** 31 - 1, codeTimeout: 2 ** 31 - 1, closeGrace: 0 };
    await (await browser.opened({ code: browser.finishing(), options })).finishes();
  });

  test('it keeps one timer, whatever is said, and in a page that nobody sees only for what is due', async () => {
    const page = await browser.opened({
      script: (dialog) => {
        for (let at = 0; at < 50; at++) dialog.post({ type: 'tray.authpopup.any' });
      },
      options: { timeout: 10_000_000, closeGrace: 0 },
      handlers: {
        hide: () => {
          Object.defineProperty(document, 'hidden', { get: () => true });
          document.dispatchEvent(new Event('visibilitychange'));
        },
      },
    });
    /** The delays of the package's timers. */
    const timers = async () => {
      const { now, before } = await page.run(() => ({ now: instrument.live(), before: harness.baseline.live }));
      return now.timers.slice(before.timers.length).map((timer) => Number(timer.replace('setTimeout ', '')));
    };
    await page.until('all to be heard', ({ dialogs }) => dialogs.dialog?.events.length >= 52);
    const looking = await timers();
    assert.ok(looking.length === 1 && looking[0] <= 250, `${looking}`);
    await page.call('hide');
    const hidden = await timers();
    assert.ok(hidden.length === 1 && hidden[0] > 9_000_000, `${hidden}`);
    await page.call('close');
    await page.failure('closed');
  });

  test('what is said does not put off the next look at the windows', async () => {
    const page = await browser.opened({
      script: (dialog) => dialog.post({ type: 'tray.authpopup.any' }),
      handlers: {
        open: (h, { code }) => {
          // Before the package hears it: the message takes long.
          instrument.listen(window, 'message', () => {
            const end = performance.now() + 150;
            while (performance.now() < end);
          });
          h.open(h.create({ authorizationCode: code, closeGrace: 0 }));
          // And after it.
          instrument.listen(window, 'message', () => h.note(instrument.live().timers));
        },
      },
    });
    const timers = await page.note();
    const before = await page.run(() => harness.baseline.live.timers);
    const [delay] = timers.slice(before.length).map((timer) => Number(timer.replace('setTimeout ', '')));
    assert.ok(delay <= 100, `${timers}: the window was looked at 150 ms ago or more`);
    await page.call('close');
    await page.failure('closed');
  });
});
