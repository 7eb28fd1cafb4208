// What a dialog reports to its page, when and how; and a result that nobody handles.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('events', ({ test, browser }) => {
  /** A page that opens as `open` does, whose code leads to a dialog that finishes. */
  const opened = (open, more) => browser.opened({ code: browser.finishing(), handlers: { open }, ...more });

  test('a listener added in the task of the call misses no event, and none comes before the call returns', async () => {
    const page = await opened((h, { code }) => {
      const order = [];
      const onEvent = ({ type }) => order.push(`onEvent ${type}`);
      const dialog = h.package.openAuthDialog(h.create({ authorizationCode: code, onEvent }));
      order.push('returned');
      dialog.on('open', () => order.push('on open'));
      dialog.result.then(() => h.note(order));
    });
    const order = await page.note();
    assert.equal(order[0], 'returned');
    assert.ok(order.includes('on open'));
    assert.deepEqual(
      order.filter((entry) => entry.startsWith('onEvent')),
      ['onEvent open', 'onEvent navigate', 'onEvent finish'],
    );
  });

  test('an event that a listener causes comes after all have heard the current one', async () => {
    const page = await opened((h) => {
      const order = [];
      const onEvent = ({ type }) => {
        order.push(`onEvent ${type}`);
        if (type === 'open') dialog.close();
      };
      const dialog = h.package.openAuthDialog(h.create({ authorizationCode: h.promise('code'), onEvent }));
      for (const type of ['open', 'close']) dialog.on(type, () => order.push(`on ${type}`));
      dialog.result.catch(() => h.note(order));
    });
    assert.deepEqual(await page.note(), ['onEvent open', 'on open', 'onEvent close', 'on close']);
  });

  test('a listener that is added during an event is not called for that event', async () => {
    const page = await opened((h) => {
      const told = [];
      const dialog = h.open(h.create({ authorizationCode: h.promise('code'), closeGrace: 0 }));
      const listen = (generation) =>
        dialog.on('open', () => {
          told.push(generation);
          if (generation < 5) listen(generation + 1);
        });
      listen(1);
      dialog.on('close', () => h.note(told));
    });
    await page.event('open');
    await page.call('close');
    assert.deepEqual(await page.note(), [1]);
  });

  test('a listener that was removed is not called, and the others are', async () => {
    const page = await opened((h, { code }) => {
      const heard = [];
      const dialog = h.open(h.create({ authorizationCode: code }));
      const same = () => heard.push('twice');
      const first = dialog.on('finish', same);
      dialog.on('finish', same);
      const removed = dialog.on('finish', () => heard.push('removed'));
      removed();
      removed();
      first();
      dialog.result.then(() => h.note(heard));
    });
    assert.deepEqual(await page.note(), ['twice']);
  });

  test('on with an unknown event, or without a function, is invalid_options', async () => {
    const page = await opened((h, { code }) => {
      const dialog = h.open(h.create({ authorizationCode: code }));
      for (const args of [['finished', () => {}], ['finish'], ['finish', {}], [undefined, () => {}]])
        h.note(h.refusal(() => dialog.on(...args)).code);
    });
    await page.result();
    assert.deepEqual((await page.report()).notes, Array(4).fill('invalid_options'));
  });

  test('a result that nobody handles is not an unhandled rejection', async () => {
    const page = await opened((h) => {
      const authorizationCode = () => Promise.reject(new Error('nobody handles this'));
      const onError = () => setTimeout(() => h.note('a task later'));
      h.package.openAuthDialog(h.create({ authorizationCode, onError }));
    });
    assert.equal(await page.note(), 'a task later');
    await page.windows.allClosed();
  });

  test("a result with then() and no catch() is the page's own unhandled rejection", async () => {
    const page = await opened((h) => {
      const authorizationCode = () => Promise.reject(new Error("the page's own"));
      h.package.openAuthDialog(h.create({ authorizationCode })).result.then(() => {});
    });
    page.expectProblem(/^unhandledrejection: AuthDialogError/);
    await page.until('the unhandled rejection', ({ problems }) => problems.length > 0);
    await page.windows.allClosed();
  });

  test('the state follows the dialog, and is read-only', async () => {
    const page = await browser.opened({ code: null });
    const state = async () => (await page.report()).dialogs.dialog.state;
    assert.equal(await state(), 'opening');
    await page.resolve('code', browser.server.dialog());
    await page.event('navigate');
    assert.equal(await state(), 'open');
    const popup = await page.dialog();
    await page.run(() => Reflect.set(window.harness.handle(), 'state', 'finished'));
    assert.equal(await state(), 'open');
    await page.finishes({ place: popup });
    assert.equal(await state(), 'finished');
  });

  test('an error is an Error with name, code and message; its cause is not enumerable', async () => {
    const page = await opened((h) =>
      h.open(h.create({ authorizationCode: () => Promise.reject(new Error('the cause')) })),
    );
    const error = await page.failure('code_failed');
    assert.deepEqual([error.name, error.isError, error.cause], ['AuthDialogError', true, 'Error: the cause']);
    assert.deepEqual(error.keys, ['code']);
    assert.equal(error.text, `AuthDialogError: ${error.message}`);
    assert.equal(error.json.includes('the cause'), false);
    await page.windows.allClosed();
  });

  test('focus() brings the window to the front and throws nothing, in any state', async () => {
    const page = await browser.opened({ code: null, handlers: { focus: (h) => h.handle().focus() } });
    await page.call('focus');
    await page.resolve('code', browser.server.dialog());
    const popup = await page.dialog();
    await page.click('focus');
    await page.finishes({ place: popup });
    await page.call('focus');
  });

  test('the options may change after the call: the dialog and its retry keep what they were given', async () => {
    const open = (h, { codes }) => {
      class Labels {
        waiting = 'Please wait';
      }
      const target = { partnerName: 'acme', serviceId: 'slack', serviceEnvironmentId: 'live', scopes: ['read'] };
      const more = { extraOrigins: [], popup: { width: 400 }, labels: new Labels(), host: h.dialogOrigin };
      const options = { ...target, authorizationCode: () => codes.shift(), ...more };
      h.open(options);
      target.scopes.push('write');
      more.extraOrigins.push(5);
      more.popup.width = 'wide';
      more.labels.waiting = 5;
      for (const name of Object.keys(options)) options[name] = undefined;
    };
    const page = await opened(open, { codes: [browser.failing(), browser.server.dialog()] });
    await page.failure('dialog_error');
    await page.windows.allClosed();
    await page.click('retry');
    const popup = await page.dialog();
    const { pathname, searchParams } = new URL(await popup.url());
    assert.match(pathname, /\/create\/acme$/);
    assert.deepEqual(searchParams.getAll('scopes[]'), ['read']);
    await page.finishes({ place: popup, name: 'second' });
  });
});
