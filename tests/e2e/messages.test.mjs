// What the dialog says: finish, error, unknown messages, in every spelling that Tray has used.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

/** Opens a dialog that runs `script`, in one click. */
const opened = async (browser, script, { options = {}, args } = {}) => {
  const code = browser.server.dialog(script, { args });
  const page = await browser.open(
    { open: (h, { code, options }) => h.open(h.create({ authorizationCode: code, ...options })) },
    { args: { code, options } },
  );
  await page.click();
  return page;
};

suite('messages', ({ test, browser }) => {
  test('a finish from the right window and origin resolves once, with authId, authType and authValue', async () => {
    const page = await opened(browser, (dialog) =>
      dialog.finish('auth-1', { authType: 'oauth', extra: { nested: [1] } }),
    );
    const result = {
      authId: 'auth-1',
      authType: 'oauth',
      solutionInstanceId: 'instance-1',
      externalAuthId: 'external_slack_authentication',
      authValue: { externalId: 'external_slack_authentication', authId: 'auth-1' },
    };
    assert.deepEqual(await page.settlement(), { value: result, state: 'finished' });
    const { dialog } = (await page.report()).dialogs;
    assert.deepEqual(dialog.events, [{ type: 'open' }, { type: 'navigate' }, { type: 'finish', ...result }]);
    assert.deepEqual(
      dialog.calls.filter(({ name }) => name !== 'onEvent'),
      [{ name: 'onFinish', argument: { type: 'finish', ...result } }],
    );
    assert.deepEqual(
      dialog.calls.filter(({ name }) => name === 'onEvent').map(({ argument }) => argument),
      dialog.events,
    );
    await page.windows.allClosed();
  });

  for (const type of ['tray.authpopup.finish', 'tray.authPopup.finish', 'tray.AUTHPOPUP.finish']) {
    test(`${type} is a finish`, async () => {
      const page = await opened(browser, (dialog, { type }) => dialog.post({ type, authId: 'auth-1' }), {
        args: { type },
      });
      const result = await page.result();
      assert.equal(result.authId, 'auth-1');
      assert.equal('authType' in result, false);
    });
  }

  for (const [what, message, text] of [
    [
      'tray.authPopup.error with error',
      { type: 'tray.authPopup.error', error: 'Service environment mismatch' },
      'Service environment mismatch',
    ],
    ['tray.authpopup.error with err', { type: 'tray.authpopup.error', err: 'boom' }, 'boom'],
    ['an error object', { type: 'tray.authPopup.error', error: { message: 'inner', code: 12 } }, 'inner'],
    ['an older error object', { type: 'tray.authpopup.error', err: { message: 'inner' } }, 'inner'],
    ['both fields', { type: 'tray.authPopup.error', error: 'the newer', err: 'the older' }, 'the newer'],
    ['an error without a text', { type: 'tray.authPopup.error' }],
  ]) {
    test(`${what} ends as dialog_error with Tray's text in its message, and alone as its reason`, async () => {
      const page = await opened(browser, (dialog, { message }) => dialog.post(message), { args: { message } });
      const error = await page.failure('dialog_error');
      assert.equal(error.reason ?? undefined, text);
      assert.ok(error.message.endsWith(text === undefined ? 'settings in the solution.' : `: ${text}`), error.message);
      const { dialog } = (await page.report()).dialogs;
      assert.deepEqual(
        dialog.events.map(({ type }) => type),
        ['open', 'navigate', 'error'],
      );
      assert.equal(dialog.events[2].error.code, 'dialog_error');
      assert.deepEqual(
        dialog.calls.filter(({ name }) => name !== 'onEvent').map(({ name, argument }) => [name, argument.code]),
        [['onError', 'dialog_error']],
      );
      await page.windows.allClosed();
    });
  }

  test("an error's text is cut to 1,000 characters", async () => {
    const page = await opened(browser, (dialog) =>
      dialog.post({ type: 'tray.authPopup.error', error: 'x'.repeat(100_000) }),
    );
    const error = await page.failure('dialog_error');
    assert.equal(error.message.match(/x{10,}/)[0].length, 1000);
    assert.equal(error.reason, 'x'.repeat(1000));
  });

  test('with closeOnError: false an error is an event, and the dialog goes on', async () => {
    const page = await opened(
      browser,
      (dialog) => {
        dialog.post({ type: 'tray.authPopup.error', error: 'wrong password' });
        dialog.post({ type: 'tray.authpopup.error', err: 'wrong again' });
      },
      { options: { closeOnError: false } },
    );
    const popup = await (await page.popup()).ready();
    await page.until(
      'both errors',
      ({ dialogs }) => dialogs.dialog.events.filter(({ type }) => type === 'error').length === 2,
    );
    assert.equal((await page.report()).dialogs.dialog.state, 'open');
    await popup.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result()).authId, 'auth-1');
  });

  for (const [what, message] of [
    ['without authId', { type: 'tray.authpopup.finish' }],
    ['with an empty authId', { type: 'tray.authpopup.finish', authId: '' }],
    ['with a number as authId', { type: 'tray.authpopup.finish', authId: 42 }],
    ['with an authId of 1,025 characters', { type: 'tray.authpopup.finish', authId: 'a'.repeat(1025) }],
  ]) {
    test(`a finish ${what} is dialog_error and warns that the authentication may exist, whatever closeOnError says`, async () => {
      const page = await opened(browser, (dialog, { message }) => dialog.post(message), {
        args: { message },
        options: { closeOnError: false },
      });
      const error = await page.failure('dialog_error');
      assert.match(error.message, /authId/);
      assert.match(error.message, /may still exist/);
      assert.equal(error.keys.includes('reason'), false, 'the text is ours alone');
    });
  }

  test("unknown messages of the family are events; the Config Wizard's and others are not ours", async () => {
    const page = await opened(browser, (dialog) => {
      for (const type of [
        'tray.authpopup.ready',
        'tray.authPopup.somethingNew',
        'tray.authpopup.FINISH',
        'tray.authpopup.finished',
      ])
        dialog.post({ type, authId: 'x' });
      for (const type of [
        'tray.configPopup.finish',
        'tray.configPopup.error',
        'tray.workflow.finish',
        'xtray.authpopup.finish',
        ' tray.authpopup.finish',
        'tray.authpopup',
        'tray.authpopup.',
      ]) {
        dialog.post({ type, authId: 'x', err: 'x' });
      }
      dialog.finish('auth-1');
    });
    assert.equal((await page.result()).authId, 'auth-1');
    const { events } = (await page.report()).dialogs.dialog;
    assert.deepEqual(
      events.filter(({ type }) => type === 'message'),
      ['tray.authpopup.ready', 'tray.authPopup.somethingNew', 'tray.authpopup.FINISH', 'tray.authpopup.finished'].map(
        (name) => ({ type: 'message', name }),
      ),
    );
    assert.deepEqual(
      events.map(({ type }) => type).filter((type) => type !== 'message'),
      ['open', 'navigate', 'finish'],
    );
  });

  for (const [what, script, expected] of [
    ['finish twice', (d) => [d.finish('auth-1'), d.finish('auth-2')], { finish: 1, error: 0 }],
    [
      'finish, then error',
      (d) => [d.finish('auth-1'), d.post({ type: 'tray.authPopup.error', error: 'late' })],
      { finish: 1, error: 0 },
    ],
    [
      'finish, then close',
      (d) => [d.finish('auth-1'), d.post({ type: 'tray.authpopup.close' })],
      { finish: 1, error: 0 },
    ],
    [
      'error, then finish',
      (d) => [d.post({ type: 'tray.authPopup.error', error: 'first' }), d.finish('auth-2')],
      { finish: 0, error: 1 },
    ],
  ]) {
    test(`${what}: the first one wins, with exactly one settlement`, async () => {
      const page = await opened(browser, script);
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
    const page = await opened(browser, (d) => [d.post({ type: 'tray.authpopup.close' }), d.finish('auth-1')], {
      options: { closeGrace: 10_000 },
    });
    assert.equal((await page.result()).authId, 'auth-1');
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
  });
});
