// A dialog that goes on after its page has given it up: a window that can not be closed, and a finish that comes too late.
//
// Browsers let a page close every window that a script opened, so these tests turn the roles round: the dialog is in the
// test's own window, which no script may close, and it is the dialog that opens the host page, which attaches to it.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { OtherWindow } from './harness/windows.mjs';

suite('windows that can not be closed', ({ test, browser, engine }) => {
  const accountId = 'account-0123456789';
  const request = { type: 'tray.authpopup.accountIdRequest' };
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
    page.secrets.push(accountId);
    await page.click('open');
    return { dialog, page };
  };
  const closed = async (options) => {
    const { dialog, page } = await attached({ closeGrace: 0, ...options });
    await page.call('close');
    await page.failure('closed');
    return { dialog, page };
  };
  /** Only the page's own message comes to the dialog, which shows that nothing was answered before it. */
  const notAnswered = async (dialog, page) => {
    await page.run((to) => opener.postMessage("the page's own", to), browser.server.origin('dialog.localhost'));
    assert.deepEqual(
      (await dialog.received()).map(({ data }) => data),
      ["the page's own"],
    );
  };

  test('window.close that does nothing: it still settles', async () => {
    const { dialog } = await closed();
    assert.equal(await dialog.run(() => document.title), 'Dialog under test', 'the window is still there');
  });

  test('a finish after the grace is a late-finish, without a second settlement; a second one is nothing', async () => {
    const { dialog, page } = await closed();
    await dialog.post(request);
    await dialog.post({ type: 'tray.authPopup.error', error: 'late' });
    await dialog.finish('auth-late');
    await dialog.finish('auth-later');
    await dialog.post({ type: 'tray.authpopup.close' });
    assert.deepEqual(await page.event('late-finish'), { type: 'late-finish', authId: 'auth-late', authType: 'oauth' });
    await page.messagesFrom(page.server.origin('dialog.localhost'), 5);
    assert.deepEqual(await page.eventTypes(), ['open', 'close', 'late-finish']);
    const { calls, state } = (await page.report()).dialogs.dialog;
    assert.deepEqual(
      calls.filter(({ name }) => name !== 'onEvent').map(({ name }) => name),
      ['onClose'],
    );
    assert.equal(state, 'failed');
    // The watch has ended with the finish that it was for.
    assert.deepEqual(await page.run(() => instrument.live()), await page.run(() => harness.baseline.live));
  });

  test('after the close nothing is answered', async () => {
    const { dialog, page } = await closed({ accountId });
    await dialog.post(request);
    await dialog.finish('auth-late');
    await page.event('late-finish');
    await notAnswered(dialog, page);
  });

  test('within the grace nothing is answered, and a finish is a success', async () => {
    const { dialog, page } = await attached({ closeGrace: 60_000, accountId });
    await page.call('close');
    await dialog.post(request);
    await page.messagesFrom(browser.server.origin('dialog.localhost'));
    await notAnswered(dialog, page);
    await page.finishes({ place: dialog });
    assert.deepEqual(await page.eventTypes(), ['open', 'message', 'finish'], 'a request not answered is told');
  });

  test('a window used again ends the watch: its finish belongs to the second dialog alone', async () => {
    const { dialog, page } = await closed();
    await page.call('again');
    // Firefox calls such a window closed from then on, although it is still there: it can not be used again.
    const refused = engine === 'firefox';
    if (refused) assert.equal((await page.thrown('second')).code, 'invalid_options');
    await dialog.finish('auth-2');
    if (refused) assert.equal((await page.event('late-finish')).authId, 'auth-2');
    else await page.finishes({ id: 'auth-2', name: 'second' });
    assert.deepEqual(await page.eventTypes(), refused ? ['open', 'close', 'late-finish'] : ['open', 'close']);
  });

  test("a superseded dialog has no watch: the finish is the second one's alone", async () => {
    const { dialog, page } = await attached();
    await page.call('again');
    await page.failure('superseded');
    await page.finishes({ place: dialog, id: 'auth-2', name: 'second' });
    assert.deepEqual(await page.eventTypes(), ['open']);
  });
});
