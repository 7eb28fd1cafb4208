// The account id of enhanced session security: given to the dialog, if at all. Who does not get it: tests/attacks.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

const ACCOUNT = 'account-0123456789';
const request = (dialog) => dialog.post({ type: 'tray.authpopup.accountIdRequest' });

suite('account id', ({ test, browser }) => {
  const handlers = { open: (h, { code, options }) => h.open(h.create({ authorizationCode: code, ...options })) };
  const opened = async (script, options = { accountId: ACCOUNT }, dialogHost = undefined) => {
    const code = browser.server.dialog(script);
    const page = await browser.open(handlers, { args: { code, options, dialogHost } });
    page.secrets.push(ACCOUNT);
    await page.click();
    return { page, popup: await (await page.popup()).ready() };
  };
  const received = (popup, count) =>
    popup.until(
      `${count} answer(s)`,
      (count) => window.dialog.received.length >= count && window.dialog.received,
      count,
    );

  test("a request is answered to the dialog, with the page's origin as sender", async () => {
    const { page, popup } = await opened(request);
    const [answer] = await received(popup, 1);
    assert.deepEqual(answer, {
      data: { type: 'tray.authpopup.accountIdRequest', data: ACCOUNT },
      origin: page.server.origin('localhost'),
      fromHost: true,
    });
    await popup.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result()).authId, 'auth-1');
    assert.equal((await page.eventTypes()).includes('message'), false);
  });

  test('the answer is for pages of the origin that was opened, and for no other', async () => {
    // Of the page's own origin, so that the window can tell for whom it is.
    const { popup } = await opened(() => {}, { accountId: ACCOUNT }, 'localhost');
    await popup.run(() => {
      const { postMessage } = window;
      window.targets = [];
      window.postMessage = (data, target) => {
        window.targets.push(target);
        Reflect.apply(postMessage, window, [data, target]);
      };
      window.dialog.post({ type: 'tray.authpopup.accountIdRequest' });
    });
    await popup.until('the answer', () => window.targets.length > 0);
    assert.deepEqual(await popup.run(() => window.targets), [browser.server.origin('localhost')]);
  });

  test('a request in the other spelling is answered too', async () => {
    const { popup } = await opened((dialog) => dialog.post({ type: 'tray.authPopup.accountIdRequest' }));
    assert.equal((await received(popup, 1))[0].data.data, ACCOUNT);
  });

  test('without accountId a request is not answered, and an event tells of it', async () => {
    const { page, popup } = await opened(request, {});
    assert.deepEqual(await page.event('message'), { type: 'message', name: 'tray.authpopup.accountIdRequest' });
    // The page answers in the task in which it tells, and windows get their messages in order: a message of our own
    // that arrives proves that no answer was before it.
    await page.run(
      (origin) => instrument.windows[0].postMessage("the page's own", origin),
      page.server.origin('dialog.localhost'),
    );
    assert.deepEqual(
      (await received(popup, 1)).map(({ data }) => data),
      ["the page's own"],
    );
  });

  test('at most three requests are answered', async () => {
    const { page, popup } = await opened((dialog) => {
      for (let times = 0; times < 5; times++) dialog.post({ type: 'tray.authpopup.accountIdRequest' });
      dialog.post({ type: 'tray.authpopup.last' });
    });
    await page.until('the last message', ({ dialogs }) =>
      dialogs.dialog.events.some(({ name }) => name === 'tray.authpopup.last'),
    );
    await page.run(
      (origin) => instrument.windows[0].postMessage("the page's own", origin),
      page.server.origin('dialog.localhost'),
    );
    const answers = await popup.until(
      "the page's own message",
      () => window.dialog.received.some(({ data }) => data === "the page's own") && window.dialog.received,
    );
    assert.equal(answers.filter(({ data }) => data.data).length, 3);
  });
});
