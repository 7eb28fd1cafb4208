// How a dialog ends without a result: by the user, by the dialog, by the page; and a finish that races with the close.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('closing', ({ test, browser }) => {
  const saying = (type) => browser.saying({ type });

  /** `closed`, reported once, by the right party, and never to onError. */
  const checkClosed = async (page, by) => {
    await page.closedBy(by);
    const { dialog } = (await page.report()).dialogs;
    assert.deepEqual(
      dialog.calls.filter(({ name }) => name !== 'onEvent'),
      [{ name: 'onClose', argument: { type: 'close', by } }],
    );
    assert.equal(dialog.state, 'failed');
    await page.windows.allClosed();
  };

  test('the user closes the popup: closed, by the user', async () => {
    const page = await browser.opened();
    await (await page.dialog()).close();
    await checkClosed(page, 'user');
  });

  test('without closeGrace it waits half a second for a finish before it is closed', async () => {
    const open = (h, { code }) => {
      const look = () => h.note([h.handle().state, instrument.live().timers]);
      instrument.listen(window, 'message', () => setTimeout(look));
      h.open(h.create({ authorizationCode: code }));
    };
    const page = await browser.opened({ code: saying('tray.authpopup.close'), handlers: { open } });
    const [state, timers] = await page.note();
    assert.equal(state, 'closing');
    // The time that is left of it.
    assert.match(timers.join(), /setTimeout (500|4\d\d)\b/);
    await page.failure('closed');
  });

  test('the dialog says close: closed, by the dialog', async () => {
    await checkClosed(await browser.opened({ code: saying('tray.authpopup.close') }), 'dialog');
  });

  test('close(): closed, by the app; a second close() does nothing', async () => {
    const page = await browser.opened();
    await page.dialog();
    await page.call('close');
    await page.call('close');
    await checkClosed(page, 'app');
    await page.call('close');
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'close']);
  });

  test('[Symbol.dispose]() closes, where the platform has that symbol', async () => {
    const page = await browser.opened({ handlers: { dispose: (h) => h.handle()[Symbol.dispose]() } });
    await page.dialog();
    const has = await page.run(() => typeof Symbol.dispose === 'symbol');
    await page.call(has ? 'dispose' : 'close');
    await checkClosed(page, 'app');
  });

  test('on a close the window goes at once, and the state is closing while a finish could still win', async () => {
    const page = await browser.opened({ code: saying('tray.authpopup.close'), options: { closeGrace: 60_000 } });
    await page.until('the close', ({ dialogs }) => dialogs.dialog.state === 'closing');
    await page.windows.allClosed();
    const { state, settlements } = (await page.report()).dialogs.dialog;
    assert.deepEqual([state, settlements], ['closing', []]);
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate']);
  });

  for (const [what, dialogHost] of [
    ['of another site', 'dialog.localhost'],
    ['of the same site', 'localhost'],
  ]) {
    test(`a dialog ${what} that posts its finish and closes itself is a success`, async () => {
      const page = await browser.opened({
        script: (dialog) => {
          dialog.finish('auth-1');
          window.close();
        },
        args: { dialogHost },
        // On a busy machine a message between processes may take long.
        options: { closeGrace: 60_000 },
      });
      const result = await page.resultUnlessNameless();
      if (!result) return;
      assert.equal(result.authId, 'auth-1');
      assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
    });
  }

  test("a window that our own code closes after the finish is never reported as the user's close", async () => {
    const next = (h, { second }) => h.open(h.create({ authorizationCode: second }), 'second');
    const args = { second: browser.finishing('auth-2') };
    const page = await browser.opened({ code: browser.finishing(), args, handlers: { next } });
    await page.finishes();
    await page.windows.allClosed();
    // While a second dialog is open, windows are polled: the first one must not be reported again.
    await page.click('next');
    await page.finishes({ id: 'auth-2', name: 'second' });
    await page.windows.allClosed();
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
    const { calls } = (await page.report()).dialogs.dialog;
    assert.deepEqual(
      calls.map(({ name }) => name),
      ['onEvent', 'onEvent', 'onFinish', 'onEvent'],
    );
  });

  test("close, then open again at once: the first one's remains do not take the second's finish", async () => {
    const again = (h, { second }) => {
      h.handle().close();
      h.open(h.create({ authorizationCode: second }), 'second');
    };
    const page = await browser.opened({ args: { second: browser.server.dialog() }, handlers: { again } });
    await page.dialog();
    await page.click('again');
    await page.finishes({ place: await page.dialog(), id: 'auth-2', name: 'second' });
    await page.failure('closed');
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'close']);
  });

  test('retry() while the dialog is still open supersedes it', async () => {
    const page = await browser.opened({ codes: [browser.server.dialog(), browser.finishing('auth-2')] });
    await page.dialog();
    await page.click('retry');
    await page.failure('superseded');
    await page.finishes({ id: 'auth-2', name: 'second' });
    await page.windows.allClosed();
  });
});
