// What becomes of a dialog whose authorization code fails, comes late, or is no longer needed.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('the authorization code', ({ test, browser }) => {
  /** A page whose code is what the handler `given` makes. */
  const opened = (given, more) => {
    const open = (h, { options }) => h.open(h.create({ authorizationCode: h.call('given'), ...options }));
    return browser.opened({ handlers: { given, open }, ...more });
  };

  for (const [what, given] of Object.entries({
    'a provider that rejects': () => () => Promise.reject(new Error('back end says 503')),
    'a provider that throws': () => () => {
      throw new Error('back end says 503');
    },
    'a promise that rejects': () => Promise.reject(new Error('back end says 503')),
  })) {
    test(`${what} ends as code_failed, and no blank window is left behind`, async () => {
      const page = await opened(given);
      assert.match((await page.failure('code_failed')).cause, /back end says 503/);
      assert.deepEqual(await page.eventTypes(), ['open', 'error']);
      await page.windows.allClosed();
    });
  }

  test('a provider that answers anything but a code ends as code_failed', async () => {
    const open = async (h) => {
      const answers = [5, undefined, null, { code: 'never-used' }, '', '  ', 'c'.repeat(100_000)];
      for (const answer of answers) {
        const given = h.create({ authorizationCode: () => answer, display: 'inline' });
        await h.package.openAuthDialog(given).result.catch(h.note);
      }
    };
    const page = await browser.opened({ handlers: { open } });
    for (const { code, message } of await page.notes(7)) {
      assert.equal(code, 'code_failed');
      assert.match(message, /authorizationCode/);
    }
  });

  for (const [option, code] of [
    ['codeTimeout', 'code_failed'],
    ['timeout', 'timeout'],
  ])
    test(`a provider that never settles ends as ${code} after \`${option}\``, async () => {
      const page = await opened(() => () => new Promise(() => {}), { options: { [option]: 200 } });
      await page.failure(code);
      await page.windows.allClosed();
    });

  test('a popup closed while the code is on its way is closed by the user, and never navigated', async () => {
    const code = browser.server.dialog();
    const page = await browser.opened({ code: null });
    await (await page.popup()).close();
    await page.closedBy('user');
    await page.resolve('code', code);
    await page.nextTask();
    assert.deepEqual(await page.eventTypes(), ['open', 'close']);
    assert.equal(browser.server.dialogRequests(code).length, 0);
    assert.equal((await page.windows.others()).length, 0);
  });

  test('a code that arrives just as the window closes is not used', async () => {
    const page = await browser.opened({ code: null });
    await (await page.popup()).exists();
    await page.run((given) => {
      instrument.windows[0].close();
      harness.settle('code', 'resolve', given);
    }, browser.server.dialog());
    await page.failure('closed');
    assert.deepEqual(await page.eventTypes(), ['open', 'close']);
  });

  test('a promise given where none is allowed, or with excluded options, is not an unhandled rejection', async () => {
    const open = (h) => {
      const late = () => Promise.reject(new Error('no code'));
      h.note(h.refusal(() => h.package.authDialogUrl(h.create({ authorizationCode: late() }))));
      h.note(h.refusal(() => h.package.authDialogUrl({ url: late() })));
      h.note(h.refusal(() => h.package.attachAuthDialog(window, { authorizationCode: late() })));
      h.note(h.refusal(() => h.package.attachAuthDialog(window, { url: late() })));
      h.note(h.refusal(() => h.package.openAuthDialog({ url: late(), partnerName: 'acme' })));
    };
    const page = await browser.opened({ handlers: { open } });
    for (const { code } of await page.notes(5)) assert.equal(code, 'invalid_options');
    await page.nextTask();
  });

  test('a code that fails after the dialog was closed is not an unhandled rejection', async () => {
    const page = await browser.opened({ code: null, options: { closeGrace: 0 } });
    await page.popup();
    await page.call('close');
    await page.failure('closed');
    await page.reject('code', 'too late');
    await page.nextTask();
  });

  for (const [what, given] of Object.entries({
    'a string': (h) => h.args.code,
    'a promise': (h) => Promise.resolve(h.args.code),
  })) {
    test(`retry() after ${what} that was navigated to is code_failed, because a code serves once`, async () => {
      const page = await opened(given, { code: browser.failing() });
      await page.failure('dialog_error');
      await page.click('retry');
      const error = await page.failure('code_failed', 'second');
      assert.match(error.message, /function/, 'it says what to give instead');
      assert.equal(browser.server.dialogRequests(page.code).length, 1);
      await page.windows.allClosed();
    });
  }

  test('retry() is code_failed too if an earlier retry() has used the code', async () => {
    const open = (h, { code }) => {
      const { open } = window;
      window.open = () => null;
      h.open(h.create({ authorizationCode: code }));
      window.open = open;
    };
    const retry = (h) => h.follow(() => h.handle().retry(), h.has('second') ? 'third' : 'second');
    const page = await browser.opened({ handlers: { open, retry } });
    await page.failure('popup_blocked');
    await page.click('retry');
    await page.dialog();
    await page.call('close', 'second');
    await page.failure('closed', 'second');
    await page.click('retry');
    await page.failure('code_failed', 'third');
    assert.equal(browser.server.dialogRequests(page.code).length, 1);
  });

  test('a text of the dialog that quotes the code does not carry it into the error', async () => {
    const script = (dialog) => {
      const code = new URLSearchParams(location.search).get('code');
      dialog.post({ type: 'tray.authPopup.error', error: `bad code ${code}!` });
    };
    const page = await browser.opened({ script });
    const error = await page.failure('dialog_error');
    assert.match(error.message, /bad code /);
    assert.equal(error.reason, 'bad code [redacted]!');
    assert.equal(error.message.includes(page.code), false);
  });
});
