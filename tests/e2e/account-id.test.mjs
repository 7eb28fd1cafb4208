// The account id of enhanced session security: given to the dialog, if at all. Who does not get it, and how often it is given:
// tests/attacks.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

const accountId = 'account-0123456789';
const request = { type: 'tray.authpopup.accountIdRequest' };

suite('account id', ({ test, browser }) => {
  const opened = async (message, { options = { accountId }, ...more } = {}) => {
    const page = await browser.opened({ code: browser.saying(message), options, ...more });
    page.secrets.push(accountId);
    return { page, popup: await page.dialog() };
  };

  test("a request is answered to the dialog, with the page's origin as sender", async () => {
    const { page, popup } = await opened(request);
    const origin = page.server.origin('localhost');
    assert.deepEqual(await popup.received(), [{ data: { ...request, data: accountId }, origin, fromHost: true }]);
    await page.finishes({ place: popup });
    assert.equal((await page.eventTypes()).includes('message'), false);
  });

  test('the answer is for pages of the origin that was opened, and for no other', async () => {
    // Of the page's own origin, so that the window can tell for whom it is.
    const { popup } = await opened({}, { args: { dialogHost: 'localhost' } });
    await popup.run((message) => {
      const { postMessage } = window;
      window.targets = [];
      window.postMessage = (data, target) => {
        window.targets.push(target);
        Reflect.apply(postMessage, window, [data, target]);
      };
      window.dialog.post(message);
    }, request);
    await popup.until('the answer', () => window.targets.length > 0);
    assert.deepEqual(await popup.run(() => window.targets), [browser.server.origin('localhost')]);
  });

  test('without accountId a request is not answered, and an event tells of it', async () => {
    const { page, popup } = await opened(request, { options: {} });
    assert.deepEqual(await page.event('message'), { type: 'message', name: request.type });
    // The page answers in the task in which it tells, and windows get their messages in order: a message of our own
    // that arrives proves that no answer was before it.
    const dialogOrigin = page.server.origin('dialog.localhost');
    await page.run((origin) => instrument.windows[0].postMessage("the page's own", origin), dialogOrigin);
    const [first, ...more] = await popup.received();
    assert.deepEqual([first.data, more], ["the page's own", []]);
  });
});
