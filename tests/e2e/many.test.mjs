// Several dialogs on one page: each gets only its own, and none is disturbed by another's end.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('several dialogs', ({ test, browser }) => {
  /** A host page with two dialogs open, in windows of their own. */
  const opened = async () => {
    const names = ['first', 'second'];
    const codes = names.map(() => browser.server.dialog());
    const page = await browser.prepared({
      args: { codes, names },
      handlers: {
        open: (h, { codes, names }) => h.open(h.create({ authorizationCode: codes.shift() }), names.shift()),
      },
    });
    const popups = [];
    for (const _name of names) {
      await page.click();
      popups.push(await page.dialog());
    }
    return { page, popups };
  };

  test('two dialogs at once: each gets only its own, by one listener of the page', async () => {
    const { page, popups } = await opened();
    const { listeners } = await page.run(() => instrument.live());
    assert.equal(listeners.filter((name) => name === 'window message').length, 1);
    await page.finishes({ place: popups[1], id: 'auth-second', name: 'second' });
    assert.deepEqual((await page.report()).dialogs.first.settlements, []);
    assert.deepEqual(await page.eventTypes('first'), ['open', 'navigate']);
    await page.finishes({ place: popups[0], id: 'auth-first', name: 'first' });
    assert.deepEqual(await page.eventTypes('second'), ['open', 'navigate', 'finish']);
  });

  const ends = {
    'closing one': ['closed', (_page, first) => first.close()],
    'an error in one': ['dialog_error', (_page, first) => first.post({ type: 'tray.authPopup.error', error: 'no' })],
    'a page that gives one up': ['closed', (page) => page.call('close', 'first')],
  };
  for (const [what, [code, end]] of Object.entries(ends)) {
    test(`${what} leaves the other open`, async () => {
      const { page, popups } = await opened();
      await end(page, popups[0]);
      await page.failure(code, 'first');
      assert.equal((await page.report()).dialogs.second.state, 'open');
      await page.finishes({ place: popups[1], name: 'second' });
      assert.deepEqual(await page.eventTypes('second'), ['open', 'navigate', 'finish']);
    });
  }

  test('two copies of the package on one page do not disturb each other', async () => {
    const page = await browser.prepared({
      args: { second: browser.server.dialog() },
      handlers: {
        load: async (h) => {
          window.copy = await h.importCopy();
          h.note({ isAnother: window.copy.openAuthDialog !== h.package.openAuthDialog });
        },
        other: (h, { second }) => {
          const dialog = h.follow(() => window.copy.openAuthDialog(h.create({ authorizationCode: second })), 'second');
          const { isAuthDialogError, AuthDialogError } = h.package;
          dialog.result.catch((error) =>
            h.note([isAuthDialogError(error, 'closed'), error instanceof AuthDialogError]),
          );
        },
      },
    });
    await page.call('load');
    assert.deepEqual(await page.note(), { isAnother: true });
    await page.click();
    const first = await page.dialog();
    await page.click('other');
    const second = await page.dialog();
    await page.finishes({ place: first });
    assert.equal((await page.report()).dialogs.second.state, 'open');
    await second.close();
    await page.failure('closed', 'second');
    const known = await page.until("the other copy's error", ({ notes }) => notes[1]);
    assert.deepEqual(known, [true, false], 'known by name and code, not by class');
  });
});
