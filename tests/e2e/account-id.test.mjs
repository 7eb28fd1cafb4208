// The account id of enhanced session security, which only the dialog gets. Who else asks for it, and how often: tests/attacks.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

const accountId = 'account-0123456789';
const request = { type: 'tray.authpopup.accountIdRequest' };

suite('account id', ({ test, browser }) => {
  const opened = async (message, { options = { accountId }, ...more } = {}) => {
    const page = await browser.opened({ code: browser.saying(message), options, ...more });
    return { page, popup: await page.dialog() };
  };

  test("a request is answered to the dialog, with the page's origin as sender", async () => {
    const { page, popup } = await opened(request);
    const origin = page.server.origin('localhost');
    assert.deepEqual(await popup.received(), [{ data: { ...request, data: accountId }, origin, fromHost: true }]);
    await page.finishes({ place: popup });
    assert.equal((await page.eventTypes()).includes('message'), false);
  });

  test('the answer is posted to the origin that was opened, and to no other', async () => {
    // In a dialog of the page's own origin, which can see what is posted to it.
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

  test('without accountId a request is not answered, and a `message` event reports it', async () => {
    const { page, popup } = await opened(request, { options: {} });
    assert.deepEqual(await page.event('message'), { type: 'message', name: request.type });
    // An answer would have been posted before the event, and messages arrive in order.
    const dialogOrigin = page.server.origin('dialog.localhost');
    await page.run((origin) => instrument.windows[0].postMessage("the page's own", origin), dialogOrigin);
    const [first, ...more] = await popup.received();
    assert.deepEqual([first.data, more], ["the page's own", []]);
  });
});
