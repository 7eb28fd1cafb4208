// A dialog that goes on after its page has given it up: a window that can not be closed, and a finish that comes too late.
//
// Browsers let a page close every window that a script opened, so these tests turn the roles round: the dialog is in the
// test's own window, which no script may close, and it is the dialog that opens the host page, which attaches to it.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { OtherWindow } from './harness/windows.mjs';

suite('windows that can not be closed', ({ test, browser, engine }) => {
  const handlers = {
    open: (h, { options }) => h.attach(window.opener, { host: h.dialogOrigin, ...options }),
    close: (h) => h.handle().close(),
    again: (h) => h.attach(window.opener, { host: h.dialogOrigin }, 'second'),
  };

  /** The dialog, in the test's own window, and the host page that it has opened and that is attached to it. */
  const attached = async (options) => {
    const path = browser.server.visit({ handlers, args: { options } });
    const code = browser.server.dialog();
    await browser.driver.get(`${browser.server.origin('dialog.localhost')}/external/auth/create/acme?code=${code}`);
    const dialog = await new OtherWindow(browser.windows, browser.windows.main).ready();
    // A second entry in the window's history: Chromium lets a script close a window that has only one.
    await dialog.run(() => history.pushState(null, '', '#later'));
    await dialog.run((url) => window.dialog.offer(url), browser.server.origin('localhost') + path);
    await dialog.click('#offer');
    const page = await browser.found({ handle: (await browser.windows.next()).handle });
    await page.click('open');
    return { dialog, page };
  };

  test('window.close that does nothing: it still settles', async () => {
    const { dialog, page } = await attached({ closeGrace: 0 });
    await page.call('close');
    await page.failure('closed');
    assert.equal(await dialog.run(() => document.title), 'Dialog under test', 'the window is still there');
  });

  test('a finish after the grace is a late-finish, without a second settlement; a second one is nothing', async () => {
    const { dialog, page } = await attached({ closeGrace: 0 });
    await page.call('close');
    await page.failure('closed');
    await dialog.run(() => {
      window.dialog.post({ type: 'tray.authpopup.accountIdRequest' });
      window.dialog.post({ type: 'tray.authPopup.error', error: 'late' });
      window.dialog.finish('auth-late');
      window.dialog.finish('auth-later');
      window.dialog.post({ type: 'tray.authpopup.close' });
    });
    assert.deepEqual(await page.event('late-finish'), { type: 'late-finish', authId: 'auth-late', authType: 'oauth' });
    await page.messagesFrom(page.server.origin('dialog.localhost'), 5);
    const { dialog: record } = (await page.report()).dialogs;
    assert.deepEqual(
      record.events.map(({ type }) => type),
      ['open', 'close', 'late-finish'],
    );
    assert.deepEqual(
      record.calls.filter(({ name }) => name !== 'onEvent').map(({ name }) => name),
      ['onClose'],
    );
    assert.equal(record.state, 'failed');
    // The watch has ended with the finish that it was for.
    assert.deepEqual(await page.run(() => instrument.live()), await page.run(() => harness.baseline.live));
  });

  test('after the close nothing is answered', async () => {
    const { dialog, page } = await attached({ closeGrace: 0, accountId: 'account-0123456789' });
    page.secrets.push('account-0123456789');
    await page.call('close');
    await page.failure('closed');
    await dialog.run(() => {
      window.dialog.post({ type: 'tray.authpopup.accountIdRequest' });
      window.dialog.finish('auth-late');
    });
    await page.event('late-finish');
    await page.run(
      (origin) => window.opener.postMessage("the page's own", origin),
      browser.server.origin('dialog.localhost'),
    );
    const received = await dialog.until(
      "the page's own message",
      () => window.dialog.received.length > 0 && window.dialog.received,
    );
    assert.deepEqual(
      received.map(({ data }) => data),
      ["the page's own"],
    );
  });

  test('within the grace nothing is answered, and a finish is a success', async () => {
    const { dialog, page } = await attached({ closeGrace: 60_000, accountId: 'account-0123456789' });
    page.secrets.push('account-0123456789');
    await page.call('close');
    await dialog.run(() => window.dialog.post({ type: 'tray.authpopup.accountIdRequest' }));
    await page.messagesFrom(browser.server.origin('dialog.localhost'));
    await page.run(
      (origin) => window.opener.postMessage("the page's own", origin),
      browser.server.origin('dialog.localhost'),
    );
    const received = await dialog.until(
      "the page's own message",
      () => window.dialog.received.length > 0 && window.dialog.received,
    );
    assert.deepEqual(
      received.map(({ data }) => data),
      ["the page's own"],
    );
    await dialog.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result()).authId, 'auth-1');
    assert.deepEqual(
      await page.eventTypes(),
      ['open', 'message', 'finish'],
      'it is told that a request was not answered',
    );
  });

  test('a window used again ends the watch: its finish belongs to the second dialog alone', async () => {
    const { dialog, page } = await attached({ closeGrace: 0 });
    await page.call('close');
    await page.failure('closed');
    await page.call('again');
    // Firefox calls such a window closed from then on, although it is still there: it can not be used again.
    const refused = engine === 'firefox';
    if (refused) assert.equal((await page.thrown('second')).code, 'invalid_options');
    await dialog.run(() => window.dialog.finish('auth-2'));
    if (refused) assert.equal((await page.event('late-finish')).authId, 'auth-2');
    else assert.equal((await page.result('second')).authId, 'auth-2');
    assert.deepEqual(await page.eventTypes(), refused ? ['open', 'close', 'late-finish'] : ['open', 'close']);
  });

  test("a superseded dialog has no watch: the finish is the second one's alone", async () => {
    const { dialog, page } = await attached();
    await page.call('again');
    await page.failure('superseded');
    await dialog.run(() => window.dialog.finish('auth-2'));
    assert.equal((await page.result('second')).authId, 'auth-2');
    assert.deepEqual(await page.eventTypes(), ['open']);
  });
});
