// Following a dialog that the page opened itself, in a window or in an iframe: it is listened to, never steered.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('attachAuthDialog', ({ test, browser }) => {
  /** A host page with an iframe or window of its own on the dialog, attached. */
  const attached = async ({ script, options, display = 'frame', handlers } = {}) => {
    const code = browser.server.dialog(script);
    const page = await browser.open(
      {
        open: (h, { code, display, options }) => {
          const url = `${h.dialogOrigin}/external/auth/create/acme?code=${code}`;
          if (display === 'window') {
            window.target = window.open('', '_blank', 'width=400,height=400');
            window.target.location.replace(url);
          } else {
            window.target = document.createElement('iframe');
            window.target.src = url;
            document.getElementById('main').append(window.target);
          }
          const target = display === 'window of a frame' ? window.target.contentWindow : window.target;
          h.attach(target, { host: h.dialogOrigin, ...options });
        },
        close: (h) => h.handle().close(),
        ...handlers,
      },
      { args: { code, display, options } },
    );
    await page.click();
    const dialog =
      display === 'window'
        ? await (await page.popup()).ready()
        : await browser.frameOf(page, () => window.target).ready();
    return { page, dialog };
  };

  for (const display of ['frame', 'window of a frame', 'window']) {
    test(`a finish from the page's own ${display} gives a result without what only the page knows`, async () => {
      const { page, dialog } = await attached({ display });
      await dialog.run(() => window.dialog.finish('auth-1'));
      assert.deepEqual(await page.result(), { authId: 'auth-1', authType: 'oauth' });
      assert.deepEqual(await page.eventTypes(), ['open', 'finish']);
    });
  }

  test("close() never removes the page's own iframe, and settles with closed by the app", async () => {
    const { page } = await attached();
    await page.call('close');
    await page.failure('closed');
    assert.equal((await page.event('close')).by, 'app');
    assert.equal(await page.run(() => window.target.isConnected && window.target.contentWindow !== null), true);
  });

  test("close() closes the page's own window", async () => {
    const { page } = await attached({ display: 'window' });
    await page.call('close');
    await page.failure('closed');
    await page.windows.allClosed();
  });

  test("the user closes the page's own window: closed, by the user", async () => {
    const { page, dialog } = await attached({ display: 'window' });
    await dialog.close();
    await page.failure('closed');
    assert.equal((await page.event('close')).by, 'user');
  });

  for (const display of ['frame', 'window of a frame']) {
    test(`the page removes its own iframe, attached as a ${display}: closed, by the app`, async () => {
      const { page } = await attached({ display, handlers: { remove: () => window.target.remove() } });
      await page.call('remove');
      await page.failure('closed');
      assert.equal((await page.event('close')).by, 'app');
    });
  }

  test("the account id is given to the page's own dialog", async () => {
    const { page, dialog } = await attached({
      script: (d) => d.post({ type: 'tray.authpopup.accountIdRequest' }),
      options: { accountId: 'account-0123456789' },
    });
    page.secrets.push('account-0123456789');
    const [answer] = await dialog.until(
      'the answer',
      () => window.dialog.received.length > 0 && window.dialog.received,
    );
    assert.equal(answer.data.data, 'account-0123456789');
    await dialog.run(() => window.dialog.finish('auth-1'));
    await page.result();
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
    await dialog.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result('second')).authId, 'auth-1');
  });

  test('there is no retry', async () => {
    const { page, dialog } = await attached();
    assert.equal(await page.run(() => 'retry' in window.harness.handle()), false);
    await dialog.run(() => window.dialog.finish('auth-1'));
    await page.result();
  });
});
