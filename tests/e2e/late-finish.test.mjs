// A dialog that goes on after its page has given it up, in a window that cannot be closed or in an iframe of the page's own: a
// finish that comes too late, and what ends the watch for it.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { attachedToOpener, openedByDialog } from './harness/turned-round.mjs';

suite('windows that cannot be closed', ({ test, browser, engine }) => {
  const accountId = 'account-0123456789';
  const request = { type: 'tray.authpopup.accountIdRequest' };

  /** The dialog, in the test's own window, and the host page that it has opened and that is attached to it. */
  const attached = async (options) => {
    const path = browser.server.visit({ handlers: attachedToOpener, args: { options } });
    const opened = await openedByDialog(browser, browser.server.dialog(), path);
    opened.page.secrets.push(accountId);
    await opened.page.click('open');
    return opened;
  };
  const closed = async () => {
    const { dialog, page } = await attached({ closeGrace: 0, accountId });
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

  test('a finish after the grace is a late-finish, without a second settlement; all else is nothing, and not answered', async () => {
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
    await notAnswered(dialog, page);
    // The watch has ended with the finish that it was for.
    assert.deepEqual(await page.run(() => instrument.live()), await page.run(() => harness.baseline.live));
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
    // Firefox calls such a window closed from then on, although it is still there: it cannot be used again.
    const refused = engine === 'firefox';
    if (refused) assert.equal((await page.thrown('second')).code, 'invalid_options');
    await dialog.finish('auth-2');
    if (refused) assert.equal((await page.event('late-finish')).authId, 'auth-2');
    else await page.finishes({ id: 'auth-2', name: 'second' });
    assert.deepEqual(await page.eventTypes(), refused ? ['open', 'close', 'late-finish'] : ['open', 'close']);
  });
});

suite("iframes of the page's own", ({ test, browser }) => {
  const attach = (h, _args, name) =>
    h.attach(document.querySelector('iframe'), { host: h.dialogOrigin, closeGrace: 0 }, name);
  const open = (h, { code }) => {
    const frame = document.getElementById('main').appendChild(document.createElement('iframe'));
    frame.src = `${h.dialogOrigin}/external/auth/create/acme?code=${code}`;
    h.call('attach', 'dialog');
  };
  const close = async (page, name = 'dialog') => {
    await page.call('close', name);
    await page.failure('closed', name);
  };
  const isLate = async (page, name) => assert.equal((await page.event('late-finish', name)).authId, 'auth-late');

  /** What happens between the close and a finish; what becomes of the finish; and the events of the first dialog. */
  const cases = {
    'nothing: it is a late-finish': { told: isLate, events: ['open', 'close', 'late-finish'] },
    'the iframe is followed again: it is for the second dialog alone': {
      meanwhile: (page) => page.call('attach', 'second'),
      told: (page) => page.finishes({ id: 'auth-late', name: 'second' }),
    },
    'the iframe is followed and closed again: it is reported once, to the second': {
      meanwhile: async (page) => {
        await page.call('attach', 'second');
        await close(page, 'second');
      },
      told: (page) => isLate(page, 'second'),
    },
    'the page was told that it goes away: it is nothing any more': {
      meanwhile: (page) =>
        page.run(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))),
      told: (page) => page.messagesFrom(browser.server.origin('dialog.localhost')),
    },
  };
  for (const [what, { meanwhile, told, events = ['open', 'close'] }] of Object.entries(cases)) {
    test(`a finish after the close, and before it ${what}`, async () => {
      const page = await browser.opened({ display: 'frame', handlers: { attach, open } });
      const dialog = await page.dialog();
      await close(page);
      await meanwhile?.(page);
      await dialog.finish('auth-late');
      await told(page);
      assert.deepEqual(await page.eventTypes(), events);
      await page.returnsToBaseline();
    });
  }
});
