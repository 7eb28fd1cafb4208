// Aborting a dialog by its signal. Every state that it can be in: tests/native/session/states.rs.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('abort', ({ test, browser }) => {
  const handlers = {
    open: (h, { code }) => {
      window.controller ??= new AbortController();
      const { signal } = window.controller;
      h.open(h.create({ authorizationCode: code ?? h.promise('code'), signal, closeGrace: 60_000 }));
    },
    abort: () => window.controller.abort(new Error('the page went on')),
  };
  /** A page that opens with the signal that its handler makes, and whose code never comes. */
  const withSignal = (open) => browser.opened({ handlers: { ...handlers, open } });
  /** `aborted` is the page's own doing: it is neither reported to onError nor an event. */
  const isAborted = async (page, events) => {
    await page.failure('aborted');
    const { state, calls } = (await page.report()).dialogs.dialog;
    assert.equal(state, 'failed');
    assert.deepEqual(await page.eventTypes(), events);
    assert.equal(calls.length, events.length, 'only onEvent is called');
    await page.windows.allClosed();
  };

  test('while the modal takes the focus: nothing is left', async () => {
    const page = await browser.open({
      open: (h) => {
        const controller = new AbortController();
        // At the window and before the modal is there: it keeps what it does with the focus from everybody else.
        window.addEventListener('blur', () => controller.abort(), { capture: true, once: true });
        h.open(h.create({ authorizationCode: h.promise('code'), display: 'modal', signal: controller.signal }));
      },
    });
    // WebKit gives a button the focus by the keyboard only.
    await page.run(() => document.getElementById('open').focus());
    await page.click();
    await page.failure('aborted');
    await page.returnsToBaseline();
    assert.notEqual(await page.run(() => getComputedStyle(document.documentElement).overflow), 'hidden');
  });

  test('within window.open: the window is gone again', async () => {
    const page = await withSignal((h) => {
      const controller = new AbortController();
      const { open } = window;
      window.open = (...given) => {
        const opened = open.apply(window, given);
        controller.abort(); // as a microtask does in Firefox
        return opened;
      };
      h.open(h.create({ authorizationCode: h.promise('code'), signal: controller.signal }));
      window.open = open;
    });
    await page.failure('aborted');
    await page.windows.allClosed();
  });

  test('a signal that is already aborted opens nothing', async () => {
    const page = await withSignal((h) => {
      const authorizationCode = () => h.note('the provider was asked');
      h.open(h.create({ authorizationCode, signal: AbortSignal.abort() }));
    });
    await isAborted(page, []);
    const { opens, notes } = await page.report();
    assert.deepEqual([opens, notes], [[], []]);
  });

  const states = {
    'while the code is on its way': { code: null, reached: (page) => page.popup(), events: ['open'] },
    'while the dialog is open': { reached: (page) => page.dialog() },
    'while the grace after a close lasts': {
      script: (dialog) => dialog.post({ type: 'tray.authpopup.close' }),
      reached: (page) => page.until('the dialog to be closing', ({ dialogs }) => dialogs.dialog.state === 'closing'),
    },
  };
  for (const [what, { reached, events = ['open', 'navigate'], ...how }] of Object.entries(states)) {
    test(what, async () => {
      const page = await browser.opened({ handlers, ...how });
      await reached(page);
      await page.call('abort');
      await isAborted(page, events);
    });
  }

  test('after the result nothing happens any more', async () => {
    const page = await browser.opened({ handlers, code: browser.finishing() });
    await page.finishes();
    const { dialog } = (await page.report()).dialogs;
    await page.call('abort');
    assert.deepEqual((await page.report()).dialogs.dialog, dialog);
  });

  test('one AbortSignal.timeout for two dialogs aborts both', async () => {
    // The code never comes: on a busy machine Chromium may lose the close of a window that is just coming to another page.
    const page = await withSignal((h) => {
      const signal = AbortSignal.timeout(50);
      h.open(h.create({ authorizationCode: h.promise('code'), signal }));
      const display = document.getElementById('main');
      h.open(h.create({ authorizationCode: h.promise('code'), signal, display }), 'second');
    });
    for (const name of ['dialog', 'second']) await page.failure('aborted', name);
    await page.windows.allClosed();
  });
});
