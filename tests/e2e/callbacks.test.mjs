// Callbacks of the page that open, close, throw or take the DOM away: they work or are reported, and break no other dialog.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('callbacks', ({ test, browser }) => {
  const finishing = (id = 'auth-1') => browser.server.dialog((dialog, { id }) => dialog.finish(id), { args: { id } });

  test('a callback that throws is reported and changes nothing else', async () => {
    const page = await browser.open(
      {
        open: (h, { code }) => {
          const fail = (name) => () => {
            throw new Error(`thrown by ${name}`);
          };
          const dialog = h.follow(() =>
            h.package.openAuthDialog(
              h.create({ authorizationCode: code, onFinish: fail('onFinish'), onEvent: fail('onEvent') }),
            ),
          );
          dialog.on('finish', fail('on'));
          dialog.on('finish', () => h.note('the next listener'));
        },
      },
      { args: { code: finishing() } },
    );
    for (const name of ['onFinish', 'onEvent', 'on'])
      page.expectProblem(new RegExp(`^error: Error: thrown by ${name}$`));
    await page.click();
    assert.equal((await page.result()).authId, 'auth-1');
    assert.equal(await page.note(), 'the next listener');
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
    // Reported one by one: for each of three events onEvent, and once each the two others.
    assert.equal((await page.report()).problems.length, 5);
    await page.windows.allClosed();
  });

  for (const [what, name, script] of [
    ['onClose', 'onClose', (dialog) => dialog.post({ type: 'tray.authpopup.close' })],
    ['onError', 'onError', (dialog) => dialog.post({ type: 'tray.authPopup.error', error: 'no' })],
  ]) {
    test(`${what} that throws is reported, and the result still settles`, async () => {
      const page = await browser.open(
        {
          open: (h, { code, name }) => {
            h.open(
              h.create({
                authorizationCode: code,
                [name]: () => {
                  throw new Error('thrown');
                },
              }),
            );
          },
        },
        { args: { code: browser.server.dialog(script), name } },
      );
      page.expectProblem(/^error: Error: thrown$/);
      await page.click();
      await page.failure(name === 'onClose' ? 'closed' : 'dialog_error');
      assert.equal((await page.report()).problems.length, 1);
    });
  }

  test("an async callback that rejects is the page's own unhandled rejection, and changes nothing else", async () => {
    const page = await browser.open(
      {
        open: (h, { code }) =>
          h.open(h.create({ authorizationCode: code, onFinish: () => Promise.reject(new Error('rejected')) })),
      },
      { args: { code: finishing() } },
    );
    page.expectProblem(/^unhandledrejection: Error: rejected$/);
    await page.click();
    await page.result();
    await page.until('the rejection', ({ problems }) => problems.length === 1);
  });

  test('close() in every callback: harmless', async () => {
    const page = await browser.open(
      {
        open: (h, { code }) => {
          const close = () => h.handle().close();
          h.open(h.create({ authorizationCode: code, onFinish: close, onClose: close, onError: close }));
        },
      },
      { args: { code: finishing() } },
    );
    await page.click();
    assert.equal((await page.result()).authId, 'auth-1');
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
  });

  test('close() in the open event: closed by the app, and never navigated', async () => {
    const code = browser.server.dialog();
    const page = await browser.open(
      {
        open: (h, { code }) =>
          h.open(h.create({ authorizationCode: code, onEvent: ({ type }) => type === 'open' && h.handle().close() })),
      },
      { args: { code } },
    );
    await page.click();
    await page.failure('closed');
    assert.equal((await page.event('close')).by, 'app');
    await page.windows.allClosed();
  });

  test('another dialog opened in onFinish, in an Element, works', async () => {
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          h.open(
            h.create({
              authorizationCode: codes[0],
              onFinish: () =>
                h.open(h.create({ authorizationCode: codes[1], display: document.getElementById('main') }), 'second'),
            }),
            'first',
          );
        },
      },
      { args: { codes: [finishing('auth-first'), finishing('auth-second')] } },
    );
    await page.click();
    assert.equal((await page.result('first')).authId, 'auth-first');
    assert.equal((await page.result('second')).authId, 'auth-second');
  });

  test('another dialog opened in onClose of the first takes nothing of it', async () => {
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          h.open(
            h.create({
              authorizationCode: codes[0],
              onClose: () =>
                h.open(h.create({ authorizationCode: codes[1], display: document.getElementById('main') }), 'second'),
            }),
            'first',
          );
        },
      },
      {
        args: {
          codes: [
            browser.server.dialog((dialog) => dialog.post({ type: 'tray.authpopup.close' })),
            finishing('auth-second'),
          ],
        },
      },
    );
    await page.click();
    await page.failure('closed', 'first');
    assert.equal((await page.result('second')).authId, 'auth-second');
  });

  test('a listener that an earlier one removes is not called any more', async () => {
    const code = browser.server.dialog((dialog) => dialog.finish('auth-1'));
    const page = await browser.open(
      {
        open: (h, { code }) => {
          h.open(h.create({ authorizationCode: code }));
          h.handle().on('finish', () => window.off());
          window.off = h.handle().on('finish', () => h.note('the removed listener was called'));
          h.handle().on('finish', () => h.note('the last one was called'));
        },
      },
      { args: { code } },
    );
    await page.click();
    assert.equal(await page.note(), 'the last one was called');
  });

  test('retry() in onError opens anew, when the popup needs no gesture', async () => {
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          h.open(
            h.create({
              authorizationCode: () => codes.shift(),
              display: document.getElementById('main'),
              onError: () => h.has('second') || h.follow(() => h.handle('first').retry(), 'second'),
            }),
            'first',
          );
        },
      },
      {
        args: {
          codes: [
            browser.server.dialog((dialog) => dialog.post({ type: 'tray.authPopup.error', error: 'no' })),
            finishing('auth-second'),
          ],
        },
      },
    );
    await page.click();
    await page.failure('dialog_error', 'first');
    assert.equal((await page.result('second')).authId, 'auth-second');
  });

  test('abort in onFinish comes too late to matter', async () => {
    const page = await browser.open(
      {
        open: (h, { code }) => {
          const controller = new AbortController();
          h.open(h.create({ authorizationCode: code, signal: controller.signal, onFinish: () => controller.abort() }));
        },
      },
      { args: { code: finishing() } },
    );
    await page.click();
    assert.equal((await page.result()).authId, 'auth-1');
  });

  for (const event of ['open', 'navigate', 'finish']) {
    test(`the DOM taken away in ${event} of an inline dialog: settles, and another dialog is not disturbed`, async () => {
      const page = await browser.open(
        {
          open: (h, { codes, event }) => {
            const outer = document.createElement('div');
            const element = document.createElement('div');
            outer.append(element);
            document.body.append(outer);
            h.open(h.create({ authorizationCode: codes[0] }), 'popup');
            h.open(
              h.create({
                authorizationCode: codes[1],
                display: element,
                onEvent: ({ type }) => type === event && outer.replaceChildren(),
              }),
              'inline',
            );
          },
        },
        { args: { event, codes: [browser.server.dialog(), finishing('auth-inline')] } },
      );
      await page.click();
      if (event === 'finish') assert.equal((await page.result('inline')).authId, 'auth-inline');
      else {
        await page.failure('closed', 'inline');
        assert.equal((await page.event('close', 'inline')).by, 'app');
      }
      const popup = await (await page.popup()).ready();
      await popup.run(() => window.dialog.finish('auth-popup'));
      assert.equal((await page.result('popup')).authId, 'auth-popup');
    });
  }

  test('a callback in which another dialog is closed: each ends in its own way', async () => {
    const codes = [finishing('auth-first'), browser.server.dialog()];
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          h.open(h.create({ authorizationCode: codes[1], display: document.getElementById('main') }), 'second');
          h.open(h.create({ authorizationCode: codes[0], onFinish: () => h.handle('second').close() }), 'first');
        },
      },
      { args: { codes } },
    );
    await page.click();
    assert.equal((await page.result('first')).authId, 'auth-first');
    await page.failure('closed', 'second');
    assert.equal((await page.event('close', 'second')).by, 'app');
  });
});
