// The state machine behind the entries for frameworks, over dialogs that a test drives: what each of them shows and answers.
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createController } from '../../pkg/frameworks/controller.js';
import {
  failNextAuthDialog,
  lastAuthDialog,
  openAuthDialog,
  openedAuthDialogs,
  resetAuthDialogs,
} from '../../pkg/testing.js';

describe('the controller', () => {
  let options;
  let controller;
  let states;
  beforeEach(() => {
    options = { partnerName: 'acme', authorizationCode: async () => 'code' };
    states = [];
    controller = createController(
      () => options,
      () => openAuthDialog,
    );
    controller.subscribe(({ state, busy }) => states.push(`${state}${busy ? ', busy' : ''}`));
  });
  afterEach(resetAuthDialogs);

  const outcome = () => {
    const { state, result, error } = controller.view();
    return { state, authId: result?.authId, code: error?.code };
  };

  test('shows each state, and answers with the result', async () => {
    const opened = controller.open();
    // The code comes.
    await new Promise(setImmediate);
    await lastAuthDialog().finish({ authId: 'auth-1' });
    assert.equal((await opened).authId, 'auth-1');
    assert.deepEqual(states, ['idle', 'opening, busy', 'open, busy', 'finished']);
    assert.deepEqual(outcome(), { state: 'finished', authId: 'auth-1', code: undefined });
  });

  test('a callback that looks at it sees what it is told', async () => {
    const seen = [];
    Object.assign(options, {
      onFinish: () => seen.push(outcome()),
      onError: () => seen.push(outcome()),
      onClose: () => seen.push(outcome()),
    });
    for (const end of ['finish', 'timeout', 'closed']) {
      const opened = controller.open();
      await (end === 'finish' ? lastAuthDialog().finish() : lastAuthDialog().fail(end));
      await opened;
    }
    assert.deepEqual(seen, [
      { state: 'finished', authId: 'auth-1', code: undefined },
      { state: 'failed', authId: undefined, code: 'timeout' },
      { state: 'idle', authId: undefined, code: undefined },
    ]);
  });

  test('a close is no error: it is idle again, and the answer is undefined', async () => {
    const opened = controller.open();
    lastAuthDialog().close('user');
    assert.equal(await opened, undefined);
    assert.deepEqual(outcome(), { state: 'idle', authId: undefined, code: undefined });
  });

  test('a close of the page shows that it is closing, and a finish within closeGrace wins', async () => {
    options.closeGrace = 60_000;
    options.authorizationCode = 'code';
    const opened = controller.open();
    controller.close();
    assert.equal(controller.view().state, 'closing');
    await lastAuthDialog().finish();
    assert.equal((await opened).authId, 'auth-1');
  });

  test('a finish after the close is shown, unless another dialog is open by then', async () => {
    options.authorizationCode = 'code';
    controller.open();
    controller.close();
    const first = lastAuthDialog();
    await first.result.catch(() => {});
    await first.finish({ authId: 'auth-late' });
    assert.deepEqual(outcome(), { state: 'finished', authId: 'auth-late', code: undefined });
    controller.open();
    controller.close();
    const second = lastAuthDialog();
    await second.result.catch(() => {});
    controller.open();
    await second.finish({ authId: 'auth-later' });
    assert.equal(controller.view().state, 'open');
  });

  test('opening again closes the one before, whose end changes nothing any more', async () => {
    const first = controller.open();
    const second = controller.open();
    assert.equal(await first, undefined);
    assert.ok(controller.view().busy);
    await lastAuthDialog().finish();
    assert.equal((await second).authId, 'auth-1');
    assert.equal(openedAuthDialogs()[0].state, 'failed');
  });

  test('retry opens the latest again with its own options; without one it opens', async () => {
    const opened = controller.retry();
    await lastAuthDialog().fail('timeout');
    await opened;
    assert.deepEqual(outcome(), { state: 'failed', authId: undefined, code: 'timeout' });
    options = { ...options, region: 'eu' };
    const again = controller.retry();
    assert.equal(lastAuthDialog().options.region, undefined);
    await lastAuthDialog().finish();
    assert.equal((await again).authId, 'auth-1');
    assert.equal(openedAuthDialogs().length, 2);
  });

  test('callbacks are those of now, also of a dialog that is open', async () => {
    const told = [];
    options.onFinish = () => told.push('old');
    controller.open();
    options = { ...options, onFinish: () => told.push('new') };
    await lastAuthDialog().finish();
    assert.deepEqual(told, ['new']);
  });

  test('with closeOnError: false an error is shown, and the dialog stays open', async () => {
    Object.assign(options, { closeOnError: false, authorizationCode: 'code' });
    controller.open();
    await lastAuthDialog().fail('dialog_error');
    assert.deepEqual(outcome(), { state: 'open', authId: undefined, code: 'dialog_error' });
    await lastAuthDialog().finish();
    assert.deepEqual(outcome(), { state: 'finished', authId: 'auth-1', code: undefined });
  });

  test('what the call throws is shown, and told to onError', async () => {
    const told = [];
    options.onError = ({ code }) => told.push(code);
    failNextAuthDialog('wasm_blocked');
    assert.equal(await controller.open(), undefined);
    assert.deepEqual(outcome(), { state: 'failed', authId: undefined, code: 'wasm_blocked' });
    assert.deepEqual(told, ['wasm_blocked']);
  });

  test('no options, wrong ones, or some that cannot be read: an error, printed where no onError hears of it', async (t) => {
    const print = t.mock.method(console, 'error', () => {});
    for (const wrong of [undefined, null, 'acme', { partner: 'acme' }, { ...options, onFinish: 5 }]) {
      options = wrong;
      assert.equal(await controller.open(), undefined);
      assert.equal(controller.view().error.code, 'invalid_options', JSON.stringify(wrong));
    }
    assert.equal(print.mock.callCount(), 5);
    const broken = createController(
      () => {
        throw new Error('no options');
      },
      () => openAuthDialog,
    );
    assert.equal(await broken.open(), undefined);
    assert.equal(broken.view().error.message, 'no options');
    assert.equal(openedAuthDialogs().length, 0);
  });

  test('what opens gives no dialog: an error', async (t) => {
    t.mock.method(console, 'error', () => {});
    const nothing = createController(
      () => options,
      () => () => undefined,
    );
    assert.equal(await nothing.open(), undefined);
    assert.equal(nothing.view().state, 'failed');
  });

  test('who has unsubscribed is told nothing, and one function can subscribe twice', () => {
    const told = [];
    const subscriber = ({ state }) => told.push(state);
    const [first] = [controller.subscribe(subscriber), controller.subscribe(subscriber)];
    first();
    controller.open();
    assert.deepEqual(told, ['idle', 'idle', 'opening']);
  });
});
