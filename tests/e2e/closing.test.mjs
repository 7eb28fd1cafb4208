// How a dialog ends without a result: by the user, by the dialog, by the page; and a finish that races with the close.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('closing', ({ test, browser }) => {
  const handlers = {
    open: (h, { code, options }) => h.open(h.create({ authorizationCode: code, ...options })),
    close: (h) => h.handle().close(),
    dispose: (h) => h.handle()[Symbol.dispose](),
  };
  const opened = async (script, { options, dialogHost, more } = {}) => {
    const code = browser.server.dialog(script);
    const page = await browser.open({ ...handlers, ...more }, { args: { code, options, dialogHost } });
    await page.click();
    return page;
  };

  /** `closed`, told once, by the right party, and never as an error to report. */
  const checkClosed = async (page, by) => {
    await page.failure('closed');
    const { dialog } = (await page.report()).dialogs;
    assert.deepEqual(
      dialog.events.filter(({ type }) => type === 'close'),
      [{ type: 'close', by }],
    );
    assert.deepEqual(
      dialog.calls.filter(({ name }) => name !== 'onEvent'),
      [{ name: 'onClose', argument: { type: 'close', by } }],
    );
    assert.equal(dialog.state, 'failed');
    await page.windows.allClosed();
  };

  test('the user closes the popup: closed, by the user', async () => {
    const page = await opened();
    await (await (await page.popup()).ready()).close();
    await checkClosed(page, 'user');
  });

  test('without closeGrace it waits for a finish a while before it is closed', async () => {
    const page = await opened(undefined, {
      more: {
        watch: (h) => {
          window.states = new Set();
          setInterval(() => window.states.add(h.handle().state));
        },
      },
    });
    const popup = await (await page.popup()).ready();
    await page.call('watch');
    await popup.close();
    await page.failure('closed');
    assert.ok(await page.run(() => window.states.has('closing')));
  });

  test('the dialog says close: closed, by the dialog', async () => {
    const page = await opened((dialog) => dialog.post({ type: 'tray.authpopup.close' }));
    await checkClosed(page, 'dialog');
  });

  test("the dialog says cancel, in one integration's words: closed, by the dialog", async () => {
    const page = await opened((dialog) => dialog.post({ type: 'tray.authpopup.cancel' }));
    await checkClosed(page, 'dialog');
  });

  test('the dialog says close and closes its window: closed, by whichever is noticed first', async () => {
    const page = await opened(
      (dialog) => {
        dialog.post({ type: 'tray.authpopup.close' });
        window.close();
      },
      {
        more: {
          open: (h, { code }) => {
            instrument.listen(window, 'message', () => h.note(h.handle().state));
            h.open(h.create({ authorizationCode: code }));
          },
        },
      },
    );
    // On a busy machine the window can be seen to be gone before its message is there.
    const state = await page.note();
    await checkClosed(page, state === 'open' ? 'dialog' : 'user');
  });

  test('close(): closed, by the app; a second close() does nothing', async () => {
    const page = await opened();
    await (await page.popup()).ready();
    await page.call('close');
    await page.call('close');
    await checkClosed(page, 'app');
    await page.call('close');
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'close']);
  });

  test('[Symbol.dispose]() closes, where the platform has that symbol', async () => {
    const page = await opened();
    await (await page.popup()).ready();
    const has = await page.run(() => typeof Symbol.dispose === 'symbol');
    await page.call(has ? 'dispose' : 'close');
    await checkClosed(page, 'app');
  });

  test('on a close the window goes at once, and the state is closing while a finish could still win', async () => {
    const page = await opened((dialog) => dialog.post({ type: 'tray.authpopup.close' }), {
      options: { closeGrace: 60_000 },
    });
    await page.until('the close', ({ dialogs }) => dialogs.dialog.state === 'closing');
    await page.windows.allClosed();
    const { dialog } = (await page.report()).dialogs;
    assert.equal(dialog.state, 'closing');
    assert.deepEqual([dialog.settlements, dialog.events.map(({ type }) => type)], [[], ['open', 'navigate']]);
  });

  for (const [what, dialogHost] of [
    ['of another site', 'dialog.localhost'],
    ['of the same site', 'localhost'],
  ]) {
    test(`a dialog ${what} that posts its finish and closes itself is a success`, async () => {
      const page = await opened(
        (dialog) => {
          dialog.finish('auth-1');
          window.close();
        },
        // How long a message takes from one process to another has no bound on a busy machine.
        { dialogHost, options: { closeGrace: 60_000 } },
      );
      const result = await page.resultUnlessNameless();
      if (!result) return;
      assert.equal(result.authId, 'auth-1');
      assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
    });
  }

  test("a window that our own code closes after the finish is never reported as the user's close", async () => {
    const codes = [
      browser.server.dialog((dialog) => dialog.finish('auth-1')),
      browser.server.dialog((dialog) => dialog.finish('auth-2')),
    ];
    const page = await browser.open(
      {
        open: (h, { codes }) =>
          h.open(h.create({ authorizationCode: codes.shift() }), codes.length === 1 ? 'first' : 'second'),
      },
      { args: { codes } },
    );
    await page.click();
    await page.result('first');
    await page.windows.allClosed();
    // A second dialog lives through all the looking that a close needs; the first is not mentioned again.
    await page.click();
    await page.result('second');
    await page.windows.allClosed();
    assert.deepEqual(await page.eventTypes('first'), ['open', 'navigate', 'finish']);
    assert.deepEqual(
      (await page.report()).dialogs.first.calls.map(({ name }) => name),
      ['onEvent', 'onEvent', 'onFinish', 'onEvent'],
    );
  });

  test("close, then open again at once: the first one's remains do not take the second's finish", async () => {
    const codes = [browser.server.dialog(), browser.server.dialog()];
    const page = await browser.open(
      {
        open: (h, { codes }) => h.open(h.create({ authorizationCode: codes[0] }), 'first'),
        again: (h, { codes }) => {
          h.handle('first').close();
          h.open(h.create({ authorizationCode: codes[1] }), 'second');
        },
      },
      { args: { codes } },
    );
    await page.click();
    await (await page.popup()).ready();
    await page.click('again');
    const second = await (await page.popup()).ready();
    await second.run(() => window.dialog.finish('auth-2'));
    assert.equal((await page.result('second')).authId, 'auth-2');
    await page.failure('closed', 'first');
    assert.deepEqual(await page.eventTypes('first'), ['open', 'navigate', 'close']);
  });

  test('retry() while the dialog is still open supersedes it', async () => {
    const codes = [browser.server.dialog(), browser.server.dialog((dialog) => dialog.finish('auth-2'))];
    const page = await browser.open(
      {
        open: (h, { codes }) => h.open(h.create({ authorizationCode: () => codes.shift() })),
        retry: (h) => h.follow(() => h.handle().retry(), 'second'),
      },
      { args: { codes } },
    );
    await page.click();
    await (await page.popup()).ready();
    await page.click('retry');
    await page.failure('superseded');
    assert.equal((await page.result('second')).authId, 'auth-2');
    await page.windows.allClosed();
  });
});
