// Following a dialog that the page opened itself, in a window or in an iframe: it is listened to, never steered.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('attachAuthDialog', ({ test, browser }) => {
  /** A host page with an iframe or window of its own on the dialog, attached. */
  const attached = async ({ display = 'frame', handlers, ...how } = {}) => {
    const page = await browser.opened({
      display,
      handlers: {
        open: (h, { code, display, options }) => {
          const url = `${h.dialogOrigin}/external/auth/create/acme?code=${code}`;
          if (display === 'popup') {
            window.target = window.open('', '_blank', 'width=400,height=400');
            window.target.location.replace(url);
          } else {
            window.target = Object.assign(document.createElement('iframe'), { src: url });
            document.getElementById('main').append(window.target);
          }
          const target = display === 'window of a frame' ? window.target.contentWindow : window.target;
          h.attach(target, { host: h.dialogOrigin, ...options });
        },
        ...handlers,
      },
      ...how,
    });
    return { page, dialog: await page.dialog() };
  };

  for (const display of ['frame', 'window of a frame', 'popup']) {
    test(`a finish from the page's own ${display} gives a result without what only the page knows, and no retry`, async () => {
      const { page, dialog } = await attached({ display });
      assert.equal(await page.run(() => 'retry' in window.harness.handle()), false);
      await dialog.finish();
      assert.deepEqual(await page.result(), { authId: 'auth-1', authType: 'oauth' });
      assert.deepEqual(await page.eventTypes(), ['open', 'finish']);
    });
  }

  test("close() never removes the page's own iframe, and settles with closed by the app", async () => {
    const { page } = await attached();
    await page.call('close');
    await page.closedBy('app');
    assert.equal(await page.run(() => window.target.isConnected && window.target.contentWindow !== null), true);
  });

  test("close() closes the page's own window", async () => {
    const { page } = await attached({ display: 'popup' });
    await page.call('close');
    await page.failure('closed');
    await page.windows.allClosed();
  });

  test("the user closes the page's own window: closed, by the user", async () => {
    const { page, dialog } = await attached({ display: 'popup' });
    await dialog.close();
    await page.closedBy('user');
  });

  for (const display of ['frame', 'window of a frame']) {
    test(`the page removes its own iframe, attached as a ${display}: closed, by the app`, async () => {
      const { page } = await attached({ display });
      await page.run(() => window.target.remove());
      await page.closedBy('app');
    });
  }

  test("the account id is given to the page's own dialog", async () => {
    const accountId = 'account-0123456789';
    const script = (dialog) => dialog.post({ type: 'tray.authpopup.accountIdRequest' });
    const { page, dialog } = await attached({ script, options: { accountId } });
    page.secrets.push(accountId);
    const [answer] = await dialog.received();
    assert.equal(answer.data.data, accountId);
    await page.finishes({ place: dialog });
  });

  test('signal and timeout end it', async () => {
    const { page } = await attached({ options: { timeout: 100 } });
    await page.failure('timeout');
  });

  test('attaching the same window again supersedes the first', async () => {
    const { page, dialog } = await attached({
      handlers: { again: (h) => h.attach(window.target, { host: h.dialogOrigin }, 'second') },
    });
    await page.call('again');
    await page.failure('superseded');
    await page.finishes({ place: dialog, name: 'second' });
  });
});
