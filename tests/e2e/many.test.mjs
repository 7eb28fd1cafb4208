// Several dialogs on one page: each gets only its own, and none is disturbed by another's end.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('several dialogs', ({ test, browser }) => {
  const open = (h, { codes, options }) => {
    const name = ['first', 'second', 'third'].find((name) => !h.has(name));
    h.open(h.create({ authorizationCode: codes.shift(), ...options }), name);
  };

  /** A host page with as many dialogs open, in windows of their own. */
  const opened = async (count, { handlers = {}, scripts = [] } = {}) => {
    const codes = Array.from({ length: count }, (_, index) => browser.server.dialog(scripts[index]));
    const page = await browser.open(
      { open, close: (h, _args, name) => h.handle(name).close(), ...handlers },
      { args: { codes } },
    );
    const popups = [];
    for (let index = 0; index < count; index++) {
      await page.click();
      popups.push(await (await page.popup()).ready());
    }
    return { page, popups };
  };

  test('two dialogs at once: each gets only its own', async () => {
    const {
      page,
      popups: [first, second],
    } = await opened(2);
    await second.run(() => window.dialog.finish('auth-second'));
    assert.equal((await page.result('second')).authId, 'auth-second');
    const { dialogs } = await page.report();
    assert.deepEqual(dialogs.first.settlements, []);
    assert.deepEqual(
      dialogs.first.events.map(({ type }) => type),
      ['open', 'navigate'],
    );
    await first.run(() => window.dialog.finish('auth-first'));
    assert.equal((await page.result('first')).authId, 'auth-first');
    assert.deepEqual(await page.eventTypes('second'), ['open', 'navigate', 'finish']);
  });

  test('one page listener serves all dialogs', async () => {
    const { page, popups } = await opened(3);
    const { listeners } = await page.run(() => instrument.live());
    assert.equal(listeners.filter((name) => name === 'window message').length, 1);
    for (const popup of popups) await popup.run(() => window.dialog.finish('auth-1'));
    for (const name of ['first', 'second', 'third']) await page.result(name);
  });

  test('closing one leaves the other open', async () => {
    const {
      page,
      popups: [first, second],
    } = await opened(2);
    await first.close();
    await page.failure('closed', 'first');
    assert.equal((await page.report()).dialogs.second.state, 'open');
    await second.run(() => window.dialog.finish('auth-second'));
    assert.equal((await page.result('second')).authId, 'auth-second');
  });

  test('an error in one leaves the other open', async () => {
    const {
      page,
      popups: [first, second],
    } = await opened(2);
    await first.run(() => window.dialog.post({ type: 'tray.authPopup.error', error: 'no' }));
    await page.failure('dialog_error', 'first');
    await second.run(() => window.dialog.finish('auth-second'));
    assert.equal((await page.result('second')).authId, 'auth-second');
    assert.deepEqual(await page.eventTypes('second'), ['open', 'navigate', 'finish']);
  });

  test('the finish of a dialog whose page gave it up does not reach the one opened since', async () => {
    const {
      page,
      popups: [first, second],
    } = await opened(2);
    await page.call('close', 'first');
    await page.failure('closed', 'first');
    await first.gone();
    await second.run(() => window.dialog.finish('auth-second'));
    assert.equal((await page.result('second')).authId, 'auth-second');
  });

  test('two copies of the package on one page do not disturb each other', async () => {
    const codes = [browser.server.dialog(), browser.server.dialog()];
    const page = await browser.open(
      {
        load: async (h) => {
          window.copy = await h.importCopy();
          h.note({ isAnother: window.copy.openAuthDialog !== h.package.openAuthDialog });
        },
        open: (h, { codes }) => h.open(h.create({ authorizationCode: codes[0] }), 'first'),
        other: (h, { codes }) =>
          h.follow(() => window.copy.openAuthDialog(h.create({ authorizationCode: codes[1] })), 'second'),
        check: (h) =>
          h
            .handle('second')
            .result.catch((error) =>
              h.note([h.package.isAuthDialogError(error, 'closed'), error instanceof h.package.AuthDialogError]),
            ),
      },
      { args: { codes } },
    );
    await page.call('load');
    assert.deepEqual(await page.note(), { isAnother: true });
    await page.click('open');
    const first = await (await page.popup()).ready();
    await page.click('other');
    const second = await (await page.popup()).ready();
    await first.run(() => window.dialog.finish('auth-first'));
    assert.equal((await page.result('first')).authId, 'auth-first');
    assert.equal((await page.report()).dialogs.second.state, 'open');
    await second.close();
    await page.failure('closed', 'second');
    await page.call('check');
    const { notes } = await page.until("the other copy's error", ({ notes }) => notes.length === 2 && { notes });
    assert.deepEqual(notes[1], [true, false], 'known by name and code, not by class');
  });
});
