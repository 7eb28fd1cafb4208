// What the engine's garbage collector may take, and what it must keep: an open dialog, even if the page has dropped its handle.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

suite('garbage collection', ({ test, browser }) => {
  const opened = ({ handlers, ...how }) => {
    /** Not by `WeakRef`: who asks one keeps what it points to for that turn. */
    const watch = (_h, _args, what, object) => {
      window.collected ??= new Set();
      window.registry ??= new FinalizationRegistry((name) => window.collected.add(name));
      window.registry.register(object, what);
    };
    return browser.opened({ handlers: { watch, ...handlers }, ...how });
  };

  /**
   * No engine lets a page ask for a collection, but none waits for ever while garbage piles up; what has survived once is
   * looked at again only when the heap grows. Some of what was dropped is enough: WebKit keeps what a number on its stack
   * happens to point to.
   */
  const collected = (page, what) =>
    until(`${what} to be collected`, () =>
      page.run((name) => {
        if (!(window.heap?.length < 8)) window.heap = [];
        for (let times = 0; times < 4; times++) window.heap.push(Array.from({ length: 200_000 }, () => ({})));
        return window.collected?.has(name);
      }, what),
    );

  test('a dialog whose handle the page has dropped still hears its finish', async () => {
    const open = (h, { code }) => {
      for (let times = 0; times < 100; times++) h.call('watch', 'dropped', {});
      h.package.openAuthDialog(h.create({ authorizationCode: code, onFinish: ({ authId }) => h.note(authId) }));
    };
    const page = await opened({ handlers: { open } });
    const popup = await page.dialog();
    await collected(page, 'dropped');
    await popup.finish();
    assert.equal(await page.note(), 'auth-1');
  });

  test('a code that comes when its dialog has ended is not kept', async () => {
    const page = await opened({
      handlers: {
        open: (h) => {
          window.late = [];
          const ended = [1, 2, 3, 4, 5].map(() => {
            const controller = new AbortController();
            const authorizationCode = new Promise((resolve) => window.late.push(resolve));
            const options = h.create({ authorizationCode, signal: controller.signal, display: 'inline' });
            const { result } = h.package.openAuthDialog(options);
            controller.abort();
            return result.catch(() => {});
          });
          Promise.all(ended).then(() => h.note('ended'));
        },
        settle: (h) => {
          for (const resolve of window.late.splice(0)) {
            const code = {};
            h.call('watch', 'code', code);
            resolve(code);
          }
        },
      },
    });
    assert.equal(await page.note(), 'ended');
    await page.call('settle');
    await collected(page, 'code');
  });

  test('a dialog that has settled is not kept alive', async () => {
    const open = (h, { codes }) => {
      const options = h.create({ authorizationCode: codes.pop(), onFinish: () => h.note('finished') });
      h.call('watch', 'settled', h.package.openAuthDialog(options));
    };
    const codes = Array.from({ length: 5 }, () => browser.finishing());
    const page = await opened({ codes, handlers: { open } });
    for (const count of [1, 2, 3, 4]) {
      await page.notes(count);
      await page.click();
    }
    await page.notes(5);
    await collected(page, 'settled');
  });
});
