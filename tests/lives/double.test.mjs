// The lives of dialogs, lived by the double of `/testing`; and what a double does for a test besides.
import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import * as testing from '../../pkg/testing.js';
import { lives, openAndRecord, ordered } from './lives.mjs';

/** Some tasks later, when everybody has been told. */
const later = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Opens a dialog, in place of the page in a browser. @param {object} args */
function page(args) {
  const log = [];
  const promises = {};
  const h = {
    package: testing,
    follow: (open) => open(),
    note: (text) => log.push(text),
    promise: (name) => new Promise((resolve, reject) => (promises[name] = { resolve, reject })),
    settings: undefined,
  };
  openAndRecord(h, args);
  const { dialog, controller, retry } = h.settings;
  /** @type {Record<string, () => unknown>} */
  const steps = {
    code: () => promises.code.resolve('code'),
    'no code': () => promises.code.reject(new Error('no code')),
    finish: () => dialog.finish(),
    error: () => dialog.fail('dialog_error'),
    'dialog closes': () => dialog.close('dialog'),
    'dialog closes then finish': () => {
      dialog.close('dialog');
      dialog.finish();
    },
    'user closes': () => dialog.close('user'),
    'page closes': () => dialog.close(),
    abort: () => controller.abort(),
    retry,
    'finish second': () => h.settings.second.finish(),
  };
  return { log, steps, dialog };
}

describe('the double', () => {
  afterEach(testing.resetAuthDialogs);

  for (const { says, code, options, throws, steps, log: expected, apart = [], result } of lives) {
    test(says, async (t) => {
      // What a listener throws is reported as an uncaught error.
      const reported = [];
      t.mock.method(globalThis, 'setTimeout', wrapped(reported));
      const {
        log,
        steps: does,
        dialog,
      } = page({ options, throws, code: code === 'text' ? 'code' : undefined, second: 'code' });
      for (const step of steps) {
        await later();
        does[step]();
      }
      await later();
      assert.deepEqual(ordered(log, apart), { log: expected, apart });
      if (throws) assert.ok(reported.length > 0);
      else assert.deepEqual(reported, []);
      if (result) assert.deepEqual(await dialog.result, result);
    });
  }

  /** Timers whose errors are kept. */
  function wrapped(reported) {
    const { setTimeout: original } = globalThis;
    return (run, ...more) =>
      original(
        (...args) => {
          try {
            run(...args);
          } catch (error) {
            reported.push(error);
          }
        },
        ...more,
      );
  }
});

describe('a test', () => {
  afterEach(testing.resetAuthDialogs);
  const options = { partnerName: 'acme', authorizationCode: async () => 'code' };

  test('finishes it before the code is there: it waits for the code, and says when the page has been told', async () => {
    const dialog = testing.openAuthDialog(options);
    const told = [];
    dialog.on('finish', () => told.push('finish'));
    dialog.result.then(() => told.push('result'));
    await dialog.finish();
    assert.deepEqual(told, ['finish', 'result']);
  });

  test('finishes one that was closed: a late-finish, once, and not of a frame', async () => {
    for (const [display, expected] of [
      [undefined, ['auth-late']],
      ['modal', []],
    ]) {
      const dialog = testing.openAuthDialog({ ...options, display, authorizationCode: 'code' });
      const late = [];
      dialog.on('late-finish', ({ authId }) => late.push(authId));
      dialog.close('user');
      await assert.rejects(dialog.result, { code: 'closed' });
      await dialog.finish({ authId: 'auth-late' });
      await dialog.finish({ authId: 'auth-later' });
      assert.deepEqual(late, expected);
      assert.equal(dialog.state, 'failed');
    }
  });

  test('is refused the options that the package refuses', () => {
    for (const [wrong, field] of [
      [{ partner: 'acme' }, 'partner'],
      [{ timeout: '1' }, 'timeout'],
      [{ solutionInstanceId: 'instance' }, 'externalAuthId'],
      [{ authorizationCode: '' }, 'authorizationCode'],
      [{ authorizationCode: undefined }, 'authorizationCode'],
      [{ popup: { width: 1 } }, 'popup.width'],
    ])
      assert.throws(() => testing.openAuthDialog({ ...options, ...wrong }), { code: 'invalid_options', field });
    assert.throws(() => testing.openAuthDialog(), { code: 'invalid_options' });
    assert.throws(() => testing.attachAuthDialog(undefined), { code: 'invalid_options' });
    assert.equal(testing.openedAuthDialogs().length, 0);
  });

  test('lets the next one fail as it opens', async () => {
    testing.failNextAuthDialog('wasm_blocked', 'No WebAssembly.');
    assert.throws(() => testing.openAuthDialog(options), { code: 'wasm_blocked', message: 'No WebAssembly.' });
    testing.failNextAuthDialog('popup_blocked');
    const events = [];
    const dialog = testing.openAuthDialog({ ...options, onEvent: ({ type }) => events.push(type) });
    await assert.rejects(dialog.result, { code: 'popup_blocked' });
    assert.deepEqual(events, ['error']);
    const again = dialog.retry();
    await again.finish();
    assert.equal((await again.result).authId, 'auth-1');
  });

  test('cannot let a dialog that is open fail with what only the call throws', () => {
    assert.throws(() => testing.fakeAuthDialog().fail('wasm_blocked'), /failNextAuthDialog\('wasm_blocked'\)/);
  });

  test('gets at what was opened, the latest last', () => {
    assert.throws(testing.lastAuthDialog, /No dialog was opened/);
    const first = testing.openAuthDialog(options);
    const second = first.retry();
    assert.deepEqual(testing.openedAuthDialogs(), [first, second]);
    assert.equal(testing.lastAuthDialog(), second);
    assert.equal(first.options.partnerName, 'acme');
    testing.resetAuthDialogs();
    assert.throws(testing.lastAuthDialog);
  });

  test('gets the ids of a URL, and of an edit its own', async () => {
    const url = 'https://embedded.tray.io/external/auth/create/acme/instance%201/slot?code=1';
    const created = testing.openAuthDialog({ url: async () => new URL(url) });
    await created.finish({ authId: 'a' });
    const authValue = { externalId: 'slot', authId: 'a' };
    assert.deepEqual(await created.result, {
      ...{ authId: 'a', authType: 'oauth', solutionInstanceId: 'instance 1', externalAuthId: 'slot', authValue },
    });
    const edited = testing.openAuthDialog({ ...options, authId: 'auth-7' });
    await edited.finish();
    assert.deepEqual(await edited.result, { authId: 'auth-7', authType: 'oauth' });
  });

  test('of a dialog in the same Element: the first is superseded', async () => {
    const display = { nodeType: 1 };
    const [first, second] = [1, 2].map(() => testing.openAuthDialog({ ...options, display }));
    await assert.rejects(first.result, { code: 'superseded' });
    await second.finish();
    assert.equal(second.state, 'finished');
  });

  test('of an attached dialog: it is open at once, and is not opened again', async () => {
    const dialog = testing.attachAuthDialog({});
    const events = [];
    dialog.on('open', () => events.push('open'));
    assert.equal(dialog.state, 'open');
    await dialog.emit({ type: 'message', name: 'tray.authpopup.new' });
    assert.deepEqual(events, ['open']);
    assert.equal(dialog.retry, undefined);
  });

  test('has the names of the default entry, and the same pure functions', async () => {
    const main = await import('../../pkg/index.js');
    for (const name of Object.keys(main)) assert.ok(name in testing, name);
    assert.equal(testing.isAuthDialogError, main.isAuthDialogError);
    const edit = { partnerName: 'acme', authId: 'auth-1', authorizationCode: 'code' };
    assert.equal(testing.authDialogUrl(edit), main.authDialogUrl(edit));
    const message = { type: 'tray.authpopup.finish', authId: 'auth-1' };
    assert.deepEqual(testing.parseAuthMessage(message), main.parseAuthMessage(message));
  });
});
