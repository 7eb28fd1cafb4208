// Callbacks that open, close, throw or remove the DOM: they work or are reported, and break no other dialog.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('callbacks', ({ test, browser }) => {
  /** A page that opens with what its handler `callbacks` makes, and whose dialogs take one of the codes after another. */
  const opened = (callbacks, { codes = [browser.finishing()], ...more } = {}) =>
    browser.opened({
      codes,
      handlers: {
        callbacks,
        open: (h, { codes, display }) =>
          h.open(h.create({ authorizationCode: () => codes.shift(), display, ...h.call('callbacks') })),
        /** The next dialog, in an Element. */
        next: (h, { codes }) => h.open(h.create({ authorizationCode: codes.shift(), display: h.place() }), 'second'),
      },
      ...more,
    });

  test('a callback that throws is reported and changes nothing else', async () => {
    const open = (h, { code }) => {
      const fail = (name) => () => {
        throw new Error(`thrown by ${name}`);
      };
      const callbacks = { onFinish: fail('onFinish'), onEvent: fail('onEvent') };
      const dialog = h.open(h.create({ authorizationCode: code, ...callbacks }));
      dialog.on('finish', fail('on'));
      dialog.on('finish', () => h.note('the next listener'));
    };
    const page = await browser.opened({ code: browser.finishing(), handlers: { open } });
    for (const name of ['onFinish', 'onEvent', 'on'])
      page.expectProblem(new RegExp(`^error: Error: thrown by ${name}$`));
    await page.finishes();
    assert.equal(await page.note(), 'the next listener');
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
    // onEvent for each of three events, and once each the two others.
    assert.equal((await page.report()).problems.length, 5);
    await page.windows.allClosed();
  });

  for (const [name, type, end] of [
    ['onClose', 'tray.authpopup.close', 'closed'],
    ['onError', 'tray.authpopup.error', 'dialog_error'],
  ]) {
    test(`${name} that throws is reported, and the result still settles`, async () => {
      const callbacks = (h) => ({
        [h.args.name]: () => {
          throw new Error('thrown');
        },
      });
      const page = await opened(callbacks, { codes: [browser.saying({ type })], args: { name } });
      page.expectProblem(/^error: Error: thrown$/);
      await page.failure(end);
      assert.equal((await page.report()).problems.length, 1);
    });
  }

  test("an async callback that rejects is the page's own unhandled rejection, and changes nothing else", async () => {
    const page = await opened(() => ({ onFinish: () => Promise.reject(new Error('rejected')) }));
    page.expectProblem(/^unhandledrejection: Error: rejected$/);
    await page.finishes();
    await page.until('the rejection', ({ problems }) => problems.length === 1);
  });

  for (const [what, callbacks] of Object.entries({
    'close() in every callback': (h) => {
      const close = () => h.handle().close();
      return { onFinish: close, onClose: close, onError: close };
    },
    'abort in onFinish': () => {
      const controller = new AbortController();
      return { signal: controller.signal, onFinish: () => controller.abort() };
    },
  })) {
    test(`${what} changes nothing after a finish`, async () => {
      const page = await opened(callbacks);
      await page.finishes();
      assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
    });
  }

  test('close() in the open event: closed by the app, and never navigated', async () => {
    const page = await opened((h) => ({ onEvent: ({ type }) => type === 'open' && h.handle().close() }));
    await page.closedBy('app');
    assert.deepEqual(await page.eventTypes(), ['open', 'close']);
    await page.windows.allClosed();
  });

  for (const [callback, message, code] of [
    ['onFinish', { type: 'tray.authpopup.finish', authId: 'auth-1' }],
    ['onClose', { type: 'tray.authpopup.close' }, 'closed'],
    ['onError', { type: 'tray.authpopup.error' }, 'dialog_error'],
  ]) {
    test(`another dialog opened in ${callback}, in an Element, works, and the first one still settles`, async () => {
      const callbacks = (h) => ({ [h.args.callback]: () => h.call('next') });
      const codes = [browser.saying(message), browser.finishing('auth-second')];
      const page = await opened(callbacks, { codes, args: { callback } });
      if (code) await page.failure(code);
      else await page.finishes();
      await page.finishes({ id: 'auth-second', name: 'second' });
    });
  }

  test('retry() in onError opens the dialog again, in an Element', async () => {
    const callbacks = (h) => ({ onError: () => h.has('second') || h.call('retry') });
    const codes = [browser.failing(), browser.finishing('auth-second')];
    const page = await opened(callbacks, { codes, display: 'inline' });
    await page.failure('dialog_error');
    await page.finishes({ id: 'auth-second', name: 'second' });
  });

  test('a listener that an earlier one removes is no longer called', async () => {
    const open = (h, { code }) => {
      const dialog = h.open(h.create({ authorizationCode: code }));
      dialog.on('finish', () => window.off());
      window.off = dialog.on('finish', () => h.note('the removed listener'));
      dialog.on('finish', () => h.note('the last one'));
    };
    const page = await browser.opened({ code: browser.finishing(), handlers: { open } });
    assert.equal(await page.note(), 'the last one');
  });

  test('another dialog closed in onFinish: one finishes, the other is closed', async () => {
    const callbacks = (h) => {
      h.call('next');
      return { onFinish: () => h.handle('second').close() };
    };
    const page = await opened(callbacks, { codes: [browser.server.dialog(), browser.finishing()] });
    await page.finishes();
    await page.closedBy('app', 'second');
  });

  for (const event of ['open', 'navigate', 'finish']) {
    test(`the page removes the DOM in ${event} of an inline dialog: it settles, and another dialog works`, async () => {
      const open = (h, { code, inline, event }) => {
        const outer = h.place();
        const display = outer.appendChild(document.createElement('div'));
        const onEvent = ({ type }) => type === event && outer.replaceChildren();
        h.open(h.create({ authorizationCode: code }));
        h.open(h.create({ authorizationCode: inline, display, onEvent }), 'inline');
      };
      const args = { event, inline: browser.finishing('auth-inline') };
      const page = await browser.opened({ args, handlers: { open } });
      if (event === 'finish') await page.finishes({ id: 'auth-inline', name: 'inline' });
      else await page.closedBy('app', 'inline');
      await page.finishes({ place: await page.dialog() });
    });
  }
});
