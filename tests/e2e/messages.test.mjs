// What the dialog says: finish, error, unknown messages. Every spelling that Tray has used is in tests/vectors/messages.json, and
// every order of messages in tests/native/session: here is what a page is told of them.
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
  const finish = { type: 'tray.authpopup.finish', authId: 'auth-1' };
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

  for (const [what, message, text] of [
    ['an error', failed('Service environment mismatch'), 'Service environment mismatch'],
    ['an error of 100,000 characters, which is cut to 1,000,', failed('x'.repeat(100_000)), 'x'.repeat(1000)],
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

  test('with closeOnError: false an error is an event, and the dialog goes on', async () => {
    const page = await told([failed('wrong password'), failed('wrong again')], { closeOnError: false });
    const popup = await page.dialog();
    const isError = ({ type }) => type === 'error';
    await page.until('both errors', ({ dialogs }) => dialogs.dialog.events.filter(isError).length === 2);
    assert.equal((await page.report()).dialogs.dialog.state, 'open');
    await page.finishes({ place: popup });
  });

  test('a finish without authId is dialog_error and warns that the authentication may exist, whatever closeOnError says', async () => {
    const error = await (await told([{ type: finish.type }], { closeOnError: false })).failure('dialog_error');
    assert.match(error.message, /authId.*may still exist/s);
    assert.equal(error.keys.includes('reason'), false, 'the text is ours alone');
  });

  test("unknown messages of the family are events; the Config Wizard's and others are not ours", async () => {
    const types = ['tray.authpopup.FINISH', 'tray.authPopup.somethingNew', 'tray.configPopup.finish', 'other'];
    const page = await told([...types.map((type) => ({ type, authId: 'x', err: 'x' })), finish]);
    await page.finishes();
    const { events } = (await page.report()).dialogs.dialog;
    const said = types.slice(0, 2).map((name) => ({ type: 'message', name }));
    assert.deepEqual(events.slice(0, -1), [{ type: 'open' }, { type: 'navigate' }, ...said]);
  });

  for (const [what, messages, callback, event] of [
    ['finish, then error', [finish, failed('late')], 'onFinish', 'finish'],
    ['error, then finish', [failed('first'), finish], 'onError', 'error'],
  ]) {
    test(`${what}: the first one wins, with exactly one settlement`, async () => {
      const page = await told(messages);
      const { value, error } = await page.settlement();
      await page.messagesFrom(page.server.origin('dialog.localhost'), 2);
      const { calls } = (await page.report()).dialogs.dialog;
      const called = calls.map(({ name }) => name).filter((name) => name !== 'onEvent');
      assert.deepEqual(called, [callback]);
      assert.deepEqual(await page.eventTypes(), ['open', 'navigate', event]);
      if (value) assert.equal(value.authId, 'auth-1');
      else assert.match(error.message, /first/);
    });
  }

  test('close, then finish within the grace, is a success and never looks like a close', async () => {
    const page = await told([close, finish], { closeGrace: 10_000 });
    await page.finishes();
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
  });
});
