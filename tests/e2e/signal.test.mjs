// Aborting a dialog by its signal, in every state that it can be in.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('abort', ({ test, browser }) => {
  const handlers = {
    open: (h, { code }) => {
      window.controller = new AbortController();
      h.open(
        h.create({
          authorizationCode: code ?? h.promise('code'),
          signal: window.controller.signal,
          closeGrace: 60_000,
        }),
      );
    },
    abort: () => window.controller.abort(),
  };

  test('aborted while the modal takes the focus: nothing is left', async () => {
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

  test('aborted within window.open: the window is gone again', async () => {
    const page = await browser.open({
      open: (h) => {
        const controller = new AbortController();
        const { open } = window;
        window.open = (...given) => {
          const opened = open.apply(window, given);
          controller.abort(); // as a microtask does in Firefox
          return opened;
        };
        h.open(h.create({ authorizationCode: h.promise('code'), signal: controller.signal }));
        window.open = open;
      },
    });
    await page.click();
    await page.failure('aborted');
    await page.windows.allClosed();
  });

  test('a signal that can not be listened to does no harm', async () => {
    const code = browser.server.dialog((dialog) => dialog.finish('auth-1'));
    const page = await browser.open(
      {
        open: (h, { code }) => {
          const signal = {
            aborted: false,
            addEventListener() {
              throw new Error('no');
            },
          };
          h.open(h.create({ authorizationCode: code, signal }));
        },
      },
      { args: { code } },
    );
    await page.click();
    assert.equal((await page.result()).authId, 'auth-1');
  });

  /** `aborted` is the page's own doing: it is neither reported to onError nor an event. */
  const checkAborted = async (page, events) => {
    await page.failure('aborted');
    const { dialog } = (await page.report()).dialogs;
    assert.equal(dialog.state, 'failed');
    assert.deepEqual(
      dialog.events.map(({ type }) => type),
      events,
    );
    assert.equal(
      dialog.calls.some(({ name }) => name === 'onError' || name === 'onClose'),
      false,
    );
    await page.windows.allClosed();
  };

  test('a signal that is already aborted opens nothing', async () => {
    const page = await browser.open({
      open: (h) => {
        h.open(
          h.create({
            authorizationCode: () => h.note('the provider was asked'),
            signal: AbortSignal.abort(),
          }),
        );
      },
    });
    await page.click();
    await checkAborted(page, []);
    const { opens, notes } = await page.report();
    assert.deepEqual([opens, notes], [[], []]);
  });

  test('while the code is on its way', async () => {
    const page = await browser.open(handlers);
    await page.click();
    await page.popup();
    await page.call('abort');
    await checkAborted(page, ['open']);
    await page.resolve('code', 'never-used');
  });

  test('while the dialog is open', async () => {
    const page = await browser.open(handlers, { args: { code: browser.server.dialog() } });
    await page.click();
    await (await page.popup()).ready();
    await page.call('abort');
    await checkAborted(page, ['open', 'navigate']);
  });

  test('while the grace after a close lasts', async () => {
    const page = await browser.open(handlers, {
      args: { code: browser.server.dialog((dialog) => dialog.post({ type: 'tray.authpopup.close' })) },
    });
    await page.click();
    await page.until('the dialog to be closing', ({ dialogs }) => dialogs.dialog.state === 'closing');
    await page.call('abort');
    await checkAborted(page, ['open', 'navigate']);
  });

  test('after the result nothing happens any more', async () => {
    const page = await browser.open(handlers, {
      args: { code: browser.server.dialog((dialog) => dialog.finish('auth-1')) },
    });
    await page.click();
    assert.equal((await page.result()).authId, 'auth-1');
    const events = await page.eventTypes();
    await page.call('abort');
    assert.deepEqual(await page.eventTypes(), events);
    assert.equal((await page.report()).dialogs.dialog.state, 'finished');
  });

  test('one signal for two dialogs aborts both', async () => {
    const codes = [browser.server.dialog(), browser.server.dialog()];
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          window.controller ??= new AbortController();
          const name = codes.length === 2 ? 'first' : 'second';
          h.open(h.create({ authorizationCode: codes.shift(), signal: window.controller.signal }), name);
        },
        abort: () => window.controller.abort(new Error('the page went on')),
      },
      { args: { codes } },
    );
    await page.click();
    await (await page.popup()).ready();
    await page.click();
    await (await page.popup()).ready();
    await page.call('abort');
    await page.failure('aborted', 'first');
    await page.failure('aborted', 'second');
    await page.windows.allClosed();
  });

  test('AbortSignal.timeout works as a signal', async () => {
    // The code never comes: on a busy machine Chromium may lose the close of a window that is just coming to another page.
    const page = await browser.open({
      open: (h) => h.open(h.create({ authorizationCode: h.promise('code'), signal: AbortSignal.timeout(50) })),
    });
    await page.click();
    await page.failure('aborted');
    await page.windows.allClosed();
  });
});
