// Following a dialog that the page opened itself, in a window or in an iframe: the package listens, and never navigates it.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('attachAuthDialog', ({ test, browser }) => {
  /** A host page that has attached to an iframe or window of its own. */
  const attached = async ({ display = 'frame', ...how } = {}) => {
    const open = (h, { code, display, options }) => {
      if (display === 'popup') {
        window.target = window.open('', '_blank', 'width=400,height=400');
        window.target.location.replace(h.address(code));
      } else {
        window.target = h.place().appendChild(document.createElement('iframe'));
        window.target.src = h.address(code);
      }
      const target = display === 'window of a frame' ? window.target.contentWindow : window.target;
      h.attach(target, { host: h.dialogOrigin, ...options });
    };
    const again = (h) => h.attach(window.target, { host: h.dialogOrigin }, 'second');
    const page = await browser.opened({ display, handlers: { open, again }, ...how });
    return { page, dialog: await page.dialog() };
  };

  for (const display of ['frame', 'window of a frame', 'popup']) {
    test(`a finish from the page's own ${display} gives a result without the ids that only the page knows; there is no retry()`, async () => {
      const { page, dialog } = await attached({ display });
      assert.equal(await page.run(() => 'retry' in window.harness.handle()), false);
      await dialog.finish();
      assert.deepEqual(await page.result(), { authId: 'auth-1', authType: 'oauth' });
      assert.deepEqual(await page.eventTypes(), ['open', 'finish']);
    });
  }

  for (const [what, display, act, by] of [
    ["close() never removes the page's own iframe", 'frame', ({ page }) => page.call('close'), 'app'],
    ["close() closes the page's own window", 'popup', ({ page }) => page.call('close'), 'app'],
    ["the user closes the page's own window", 'popup', ({ dialog }) => dialog.close(), 'user'],
    ['the page removes its own iframe', 'frame', ({ page }) => page.run(() => window.target.remove()), 'app'],
    [
      'the page removes the iframe whose window it attached to',
      'window of a frame',
      ({ page }) => page.run(() => window.target.remove()),
      'app',
    ],
  ]) {
    test(`${what}: closed, by the ${by}`, async () => {
      const { page, dialog } = await attached({ display });
      await act({ page, dialog });
      await page.closedBy(by);
      if (display === 'popup') await page.windows.allClosed();
      else assert.equal(await page.run(() => window.target.isConnected), what.startsWith('close()'));
    });
  }

  test("the account id is given to the page's own dialog", async () => {
    const accountId = 'account-0123456789';
    const code = browser.saying({ type: 'tray.authpopup.accountIdRequest' });
    const { page, dialog } = await attached({ code, options: { accountId } });
    assert.equal((await dialog.received())[0].data.data, accountId);
    await page.finishes({ place: dialog });
  });

  test('timeout ends it', async () => {
    const { page } = await attached({ options: { timeout: 100 } });
    await page.failure('timeout');
  });

  test('attaching the same window again supersedes the first', async () => {
    const { page, dialog } = await attached();
    await page.call('again');
    await page.failure('superseded');
    await page.finishes({ place: dialog, name: 'second' });
  });
});
