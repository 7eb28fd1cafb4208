// What becomes of a dialog whose authorization code fails, comes late, or is not wanted any more.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('the authorization code', ({ test, browser }) => {
  const failing = {
    'a provider that rejects': (h) =>
      h.create({ authorizationCode: () => Promise.reject(new Error('back end says 503')) }),
    'a provider that throws': (h) =>
      h.create({
        authorizationCode: () => {
          throw new Error('back end says 503');
        },
      }),
    'a promise that rejects': (h) => h.create({ authorizationCode: Promise.reject(new Error('back end says 503')) }),
  };
  for (const [what, options] of Object.entries(failing)) {
    test(`${what} ends as code_failed, and no blank window is left behind`, async () => {
      const page = await browser.open({ options, open: (h) => h.open(h.call('options')) });
      await page.click();
      const error = await page.failure('code_failed');
      assert.match(error.cause, /back end says 503/);
      assert.deepEqual(await page.eventTypes(), ['open', 'error']);
      await page.windows.allClosed();
    });
  }

  const unusable = {
    'a number': () => 5,
    undefined: () => undefined,
    null: () => null,
    'an object': () => ({ code: 'never-used' }),
    'an empty string': () => '',
    'a blank string': () => '  ',
    'a text too long for a code': () => 'c'.repeat(100_000),
  };
  for (const [what, provider] of Object.entries(unusable)) {
    test(`a provider that answers ${what} ends as code_failed`, async () => {
      const page = await browser.open({
        provider,
        open: (h) => h.open(h.create({ authorizationCode: () => h.call('provider') })),
      });
      await page.click();
      const error = await page.failure('code_failed');
      assert.match(error.message, /authorizationCode/);
      await page.windows.allClosed();
    });
  }

  test('a provider that never settles ends as code_failed after codeTimeout', async () => {
    const page = await browser.open({
      open: (h) => h.open(h.create({ authorizationCode: () => new Promise(() => {}), codeTimeout: 200 })),
    });
    await page.click();
    await page.failure('code_failed');
    await page.windows.allClosed();
  });

  test('a provider that never settles ends as timeout when the timeout is shorter', async () => {
    const page = await browser.open({
      open: (h) => h.open(h.create({ authorizationCode: () => new Promise(() => {}), timeout: 200 })),
    });
    await page.click();
    await page.failure('timeout');
    await page.windows.allClosed();
  });

  test('a code that arrives in time is not hurt by codeTimeout afterwards', async () => {
    const code = browser.server.dialog();
    const page = await browser.open(
      {
        open: (h, { code }) => {
          h.open(h.create({ authorizationCode: () => code, codeTimeout: 200 }));
          setTimeout(() => h.note('codeTimeout has passed'), 400);
        },
      },
      { args: { code } },
    );
    await page.click();
    const popup = await (await page.popup()).ready();
    await page.note();
    await popup.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result()).authId, 'auth-1');
  });

  test('a popup closed while the code is on its way is closed by the user, and never navigated', async () => {
    const code = browser.server.dialog();
    const page = await browser.open({ open: (h) => h.open(h.create({ authorizationCode: h.promise('code') })) });
    await page.click();
    const popup = await page.popup();
    await popup.close();
    await page.failure('closed');
    assert.equal((await page.event('close')).by, 'user');
    await page.resolve('code', code);
    await page.run(() => window.harness.handle().result.catch(() => window.harness.note('the code has been seen')));
    await page.note();
    assert.deepEqual(await page.eventTypes(), ['open', 'close']);
    assert.equal(browser.server.dialogRequests(code).length, 0);
    assert.equal((await page.windows.others()).length, 0);
  });

  test('a code that comes just as its window closes is not spent on it', async () => {
    const code = browser.server.dialog();
    const page = await browser.open({ open: (h) => h.open(h.create({ authorizationCode: h.promise('code') })) });
    await page.click();
    await (await page.popup()).exists();
    await page.run((given) => {
      instrument.windows[0].close();
      harness.settle('code', 'resolve', given);
    }, code);
    await page.failure('closed');
    assert.deepEqual(await page.eventTypes(), ['open', 'close']);
  });

  test('a promise given where none is taken is not an unhandled rejection either', async () => {
    const page = await browser.open({
      open: (h) => {
        const late = () => Promise.reject(new Error('no code'));
        const calls = {
          url: () => h.package.authDialogUrl(h.create({ authorizationCode: late() })),
          attach: () => h.package.attachAuthDialog(window, { authorizationCode: late() }),
        };
        for (const call of Object.values(calls)) {
          try {
            call();
          } catch ({ code }) {
            h.note(code);
          }
        }
      },
    });
    await page.click();
    await page.until('both calls', ({ notes }) => notes.length === 2);
    // An unhandled rejection is reported after the microtasks of its task; the page may have none.
    assert.deepEqual((await page.report()).notes, ['invalid_options', 'invalid_options']);
  });

  test('a code that fails after the dialog was closed is not an unhandled rejection', async () => {
    const page = await browser.open({
      open: (h) => h.open(h.create({ authorizationCode: h.promise('code'), closeGrace: 0 })),
    });
    await page.click();
    await page.popup();
    await page.run(() => window.harness.handle().close());
    await page.failure('closed');
    await page.reject('code', 'too late');
    // An unhandled rejection is reported after the microtasks of its task, so before the next task.
    await page.run(() => setTimeout(() => window.harness.note('a task later')));
    await page.note();
  });

  test('retry() asks the provider function again', async () => {
    const code = browser.server.dialog((dialog) => dialog.finish('auth-2'));
    const page = await browser.open(
      {
        open: (h, { code }) => {
          let calls = 0;
          h.open(
            h.create({ authorizationCode: () => (calls++ === 0 ? Promise.reject(new Error('first time')) : code) }),
          );
        },
        retry: (h) => h.follow(() => h.handle().retry(), 'second'),
      },
      { args: { code } },
    );
    await page.click();
    await page.failure('code_failed');
    await page.click('retry');
    assert.equal((await page.result('second')).authId, 'auth-2');
  });

  for (const [what, options] of Object.entries({
    'a string': (h, _args, code) => h.create({ authorizationCode: code }),
    'a promise': (h, _args, code) => h.create({ authorizationCode: Promise.resolve(code) }),
  })) {
    test(`retry() after ${what} that was navigated to is code_failed, because a code serves once`, async () => {
      const code = browser.server.dialog((dialog) => dialog.post({ type: 'tray.authPopup.error', error: 'no' }));
      const page = await browser.open(
        {
          options,
          open: (h, args) => h.open(h.call('options', args.code)),
          retry: (h) => h.follow(() => h.handle().retry(), 'second'),
        },
        { args: { code } },
      );
      await page.click();
      await page.failure('dialog_error');
      await page.click('retry');
      const error = await page.failure('code_failed', 'second');
      assert.match(error.message, /function/, 'it says what to give instead');
      assert.equal(browser.server.dialogRequests(code).length, 1);
      await page.windows.allClosed();
    });
  }

  test('retry() is code_failed too when it was another dialog of the same call that was navigated', async () => {
    const code = browser.server.dialog();
    const page = await browser.open(
      {
        open: (h, { code }) => {
          const { open } = window;
          window.open = () => null;
          h.open(h.create({ authorizationCode: code }));
          window.open = open;
        },
        retry: (h) => h.follow(() => h.handle().retry(), h.has('second') ? 'third' : 'second'),
        close: (h) => h.handle('second').close(),
      },
      { args: { code } },
    );
    await page.click();
    await page.failure('popup_blocked');
    await page.click('retry');
    await (await page.popup()).ready();
    await page.click('close');
    await page.failure('closed', 'second');
    await page.click('retry');
    await page.failure('code_failed', 'third');
    assert.equal(browser.server.dialogRequests(code).length, 1);
  });

  test('a text of the provider that quotes a code does not carry it into the error', async () => {
    const code = browser.server.dialog((dialog) =>
      dialog.post({
        type: 'tray.authPopup.error',
        error: `bad code ${new URLSearchParams(location.search).get('code')}!`,
      }),
    );
    const page = await browser.open(
      { open: (h, args) => h.open(h.create({ authorizationCode: args.code })) },
      { args: { code } },
    );
    await page.click();
    const error = await page.failure('dialog_error');
    assert.match(error.message, /bad code /);
    assert.equal(error.reason, 'bad code [redacted]!');
    assert.equal(error.message.includes(code), false);
  });
});
