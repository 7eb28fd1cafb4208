// What the dialog says: finish, error, unknown messages. Every spelling that Tray has used: tests/vectors/messages.json.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('messages', ({ test, browser }) => {
  /** A page whose dialog says that, one message after another. */
  const told = (messages, options) =>
    browser.opened({
      script: (dialog, { messages }) => {
        for (const message of messages) dialog.post(message);
      },
      served: { args: { messages } },
      options,
    });
  const finish = (authId = 'auth-1') => ({ type: 'tray.authpopup.finish', authId });
  const failed = (error) => ({ type: 'tray.authPopup.error', error });
  const close = { type: 'tray.authpopup.close' };

  test('a finish from the right window and origin resolves once, with authId, authType and authValue', async () => {
    const page = await browser.opened({
      script: (dialog) => dialog.finish('auth-1', { authType: 'oauth', extra: { nested: [1] } }),
    });
    const result = {
      authId: 'auth-1',
      authType: 'oauth',
      solutionInstanceId: 'instance-1',
      externalAuthId: 'external_slack_authentication',
      authValue: { externalId: 'external_slack_authentication', authId: 'auth-1' },
    };
    assert.deepEqual(await page.settlement(), { value: result, state: 'finished' });
    const { events, calls } = (await page.report()).dialogs.dialog;
    const event = { type: 'finish', ...result };
    assert.deepEqual(events, [{ type: 'open' }, { type: 'navigate' }, event]);
    const onEvent = events.map((argument) => ({ name: 'onEvent', argument }));
    assert.deepEqual(calls, [...onEvent.slice(0, 2), { name: 'onFinish', argument: event }, onEvent[2]]);
    await page.windows.allClosed();
  });

  test('tray.AUTHPOPUP.finish is a finish, and without authType the result has none', async () => {
    const page = await told([{ type: 'tray.AUTHPOPUP.finish', authId: 'auth-1' }]);
    assert.equal('authType' in (await page.result()), false);
  });

  for (const [what, message, text] of [
    ['tray.authPopup.error with error', failed('Service environment mismatch'), 'Service environment mismatch'],
    ['an older error object', { type: 'tray.authpopup.error', err: { message: 'inner' } }, 'inner'],
    ['an error without a text', failed(undefined)],
  ]) {
    test(`${what} ends as dialog_error with Tray's text in its message, and alone as its reason`, async () => {
      const page = await told([message]);
      const error = await page.failure('dialog_error');
      assert.equal(error.reason ?? undefined, text);
      assert.ok(error.message.endsWith(text === undefined ? 'settings in the solution.' : `: ${text}`), error.message);
      assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'error']);
      const { events, calls } = (await page.report()).dialogs.dialog;
      assert.equal(events[2].error.code, 'dialog_error');
      assert.deepEqual(
        calls.filter(({ name }) => name !== 'onEvent').map(({ name, argument }) => [name, argument.code]),
        [['onError', 'dialog_error']],
      );
      await page.windows.allClosed();
    });
  }

  test("an error's text is cut to 1,000 characters", async () => {
    const error = await (await told([failed('x'.repeat(100_000))])).failure('dialog_error');
    assert.equal(error.message.match(/x{10,}/)[0].length, 1000);
    assert.equal(error.reason, 'x'.repeat(1000));
  });

  test('with closeOnError: false an error is an event, and the dialog goes on', async () => {
    const page = await told([failed('wrong password'), failed('wrong again')], { closeOnError: false });
    const popup = await page.dialog();
    await page.until(
      'both errors',
      ({ dialogs }) => dialogs.dialog.events.filter(({ type }) => type === 'error').length === 2,
    );
    assert.equal((await page.report()).dialogs.dialog.state, 'open');
    await page.finishes({ place: popup });
  });

  for (const [what, authId] of [
    ['without authId'],
    ['with a number as authId', 42],
    ['with an authId of 1,025 characters', 'a'.repeat(1025)],
  ]) {
    test(`a finish ${what} is dialog_error and warns that the authentication may exist, whatever closeOnError says`, async () => {
      const page = await told([{ type: 'tray.authpopup.finish', authId }], { closeOnError: false });
      const error = await page.failure('dialog_error');
      assert.match(error.message, /authId.*may still exist/s);
      assert.equal(error.keys.includes('reason'), false, 'the text is ours alone');
    });
  }

  test("unknown messages of the family are events; the Config Wizard's and others are not ours", async () => {
    const family = ['ready', 'FINISH', 'finished'].map((name) => `tray.authpopup.${name}`);
    family.push('tray.authPopup.somethingNew');
    const others = ['tray.configPopup.finish', 'tray.configPopup.error', 'tray.workflow.finish'];
    others.push('xtray.authpopup.finish', ' tray.authpopup.finish', 'tray.authpopup', 'tray.authpopup.');
    const page = await told([...family, ...others].map((type) => ({ type, authId: 'x', err: 'x' })).concat(finish()));
    await page.finishes();
    const { events } = (await page.report()).dialogs.dialog;
    const said = family.map((name) => ({ type: 'message', name }));
    assert.deepEqual(events.slice(0, -1), [{ type: 'open' }, { type: 'navigate' }, ...said]);
  });

  for (const [what, messages, expected] of [
    ['finish twice', [finish(), finish('auth-2')], { finish: 1, error: 0 }],
    ['finish, then error', [finish(), failed('late')], { finish: 1, error: 0 }],
    ['finish, then close', [finish(), close], { finish: 1, error: 0 }],
    ['error, then finish', [failed('first'), finish('auth-2')], { finish: 0, error: 1 }],
  ]) {
    test(`${what}: the first one wins, with exactly one settlement`, async () => {
      const page = await told(messages);
      const { value, error } = await page.settlement();
      await page.messagesFrom(page.server.origin('dialog.localhost'), 2);
      const { calls, events } = (await page.report()).dialogs.dialog;
      const count = (type) => events.filter((event) => event.type === type).length;
      assert.deepEqual({ finish: count('finish'), error: count('error') }, expected);
      assert.equal(count('close') + count('late-finish'), 0);
      assert.equal(calls.filter(({ name }) => name === 'onFinish').length, expected.finish);
      assert.equal(calls.filter(({ name }) => name === 'onError').length, expected.error);
      if (value) assert.equal(value.authId, 'auth-1');
      else assert.match(error.message, /first/);
    });
  }

  test('close, then finish within the grace, is a success and never looks like a close', async () => {
    const page = await told([close, finish()], { closeGrace: 10_000 });
    await page.finishes();
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
  });
});
