// The dialog's whole URL as the page's back end hands it over: as such or on its way, right or wrong. Which URLs are taken:
// tests/vectors/given-urls.json.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

const IDS = { solutionInstanceId: 'instance-1', externalAuthId: 'external_slack_authentication' };

suite('the option url', ({ test, browser }) => {
  /** A dialog under the test's control, and its URL as a back end gives it. */
  const dialogAt = (script, { host = 'dialog.localhost', options } = {}) => {
    const code = browser.server.dialog(script, options);
    const path = `/external/auth/create/acme/${IDS.solutionInstanceId}/${IDS.externalAuthId}`;
    return { code, url: `${browser.server.origin(host)}${path}?code=${code}` };
  };

  const forms = {
    'a string': (_h, { url }) => url,
    'a URL object': (_h, { url }) => new URL(url),
    "a URL object of another realm's": (_h, { url }) => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const other = new frame.contentWindow.URL(url);
      frame.remove();
      return other;
    },
    'a promise of a string': (_h, { url }) => Promise.resolve(url),
    'a promise of a URL object': (_h, { url }) => Promise.resolve(new URL(url)),
    'a thenable': (_h, { url }) => {
      // biome-ignore lint/suspicious/noThenProperty: it is one
      return { then: (resolve) => resolve(url) };
    },
    'a function':
      (_h, { url }) =>
      () =>
        url,
    'a function that gives a URL object':
      (_h, { url }) =>
      () =>
        new URL(url),
    'an async function':
      (_h, { url }) =>
      async () =>
        `${url}\n`,
  };
  for (const [what, form] of Object.entries(forms)) {
    test(`${what} opens the popup, and the result has the ids of its path`, async () => {
      const { url, code } = dialogAt((dialog) => dialog.finish('auth-1'));
      const page = await browser.open({ form, open: (h) => h.open({ url: h.call('form') }) }, { args: { url } });
      await page.click();
      assert.deepEqual(await page.result(), {
        authId: 'auth-1',
        authType: 'oauth',
        ...IDS,
        authValue: { externalId: IDS.externalAuthId, authId: 'auth-1' },
      });
      assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
      assert.equal(browser.server.dialogRequests(code).length, 1);
    });
  }

  test('the window is opened in the click, before the URL is there, and what it says of itself is right then', async () => {
    const { url } = dialogAt();
    const page = await browser.open({ open: (h) => h.open({ url: h.promise('url') }) });
    await page.click();
    const popup = await page.popup();
    assert.deepEqual(await page.eventTypes(), ['open']);
    await page.resolve('url', url);
    await page.event('navigate');
    await (await popup.ready()).run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result()).authId, 'auth-1');
  });

  for (const display of ['modal', 'Element']) {
    test(`in a frame (${display}) it may be on its way too, and the frame's permissions are for its origin`, async () => {
      const { url } = dialogAt();
      const page = await browser.open(
        {
          open: (h, { display }) =>
            h.open({
              url: () => h.promise('url'),
              display: display === 'modal' ? display : document.getElementById('main'),
            }),
        },
        { args: { display } },
      );
      await page.click();
      await page.event('open');
      await page.resolve('url', url);
      await page.event('navigate');
      const frame = () =>
        document.querySelector('iframe') ??
        [...document.querySelectorAll('*')].map((one) => one.shadowRoot?.querySelector('iframe')).find(Boolean);
      const origin = browser.server.origin('dialog.localhost');
      const allow = await page.run((find) => new Function(`return (${find})()`)().allow, String(frame));
      assert.match(allow, new RegExp(`storage-access ${origin};`));
      await (await browser.frameOf(page, frame).ready()).run(() => window.dialog.finish('auth-1'));
      assert.deepEqual((await page.result()).authValue, { externalId: IDS.externalAuthId, authId: 'auth-1' });
    });
  }

  test("the account id goes to the URL's origin", async () => {
    const account = 'account-0123456789';
    const { url } = dialogAt((dialog) => dialog.post({ type: 'tray.authpopup.accountIdRequest' }));
    const page = await browser.open(
      { open: (h, { url, account }) => h.open({ url: async () => url, accountId: account }) },
      { args: { url, account } },
    );
    page.secrets.push(account);
    await page.click();
    const popup = await (await page.popup()).ready();
    const [answer] = await popup.until('the answer', () => window.dialog.received.length > 0 && window.dialog.received);
    assert.equal(answer.data.data, account);
    await popup.run(() => window.dialog.finish('auth-1'));
    await page.result();
  });

  test('what a page of another origin says in its window is ignored', async () => {
    const { url } = dialogAt(
      (_dialog, { elsewhere }) => {
        location.href = elsewhere;
      },
      {
        options: {
          args: {
            elsewhere:
              browser.server.origin('elsewhere.localhost') +
              browser.server.page(() => opener.postMessage({ type: 'tray.authpopup.finish', authId: 'forged' }, '*')),
          },
        },
      },
    );
    const page = await browser.open(
      { open: (h, { url }) => h.open({ url: async () => url }), close: (h) => h.handle().close() },
      { args: { url } },
    );
    await page.click();
    const { origin } = await page.event('ignored');
    assert.equal(origin, browser.server.origin('elsewhere.localhost'));
    await page.click('close');
    await page.failure('closed');
  });

  const wrong = {
    "the Configuration Wizard's URL": [
      (h) => `${h.dialogOrigin}/external/solutions/acme/configure/1?code=never-used`,
      /Configuration Wizard/,
    ],
    'a host that is not known': [() => 'https://auth.acme.com/external/auth/create/acme?code=never-used', /`host`/],
    'a URL without a code': [(h) => `${h.dialogOrigin}/external/auth/create/acme`, /code/],
    'a code alone': [() => 'never-used', /absolute/],
    'a number': [() => 5, /string or a URL object/],
    'undefined, as a field that is not there': [() => undefined, /string or a URL object/],
    'an object with an href': [
      () => ({ href: 'https://embedded.tray.io/external/auth/create/acme?code=never-used' }),
      /string or a URL object/,
    ],
    'a text too long for a URL': [
      (h) => `${h.dialogOrigin}/external/auth/create/acme?code=${'c'.repeat(100_000)}`,
      /16,384/,
    ],
  };
  for (const [what, [answer, says]] of Object.entries(wrong)) {
    test(`a function that answers ${what} ends as code_failed, and no window is left behind`, async () => {
      const page = await browser.open({ answer, open: (h) => h.open({ url: async () => h.call('answer') }) });
      page.secrets.push('never-used');
      await page.click();
      const error = await page.failure('code_failed');
      assert.match(error.message, says);
      assert.match(error.message, /^`url` /);
      assert.deepEqual(await page.eventTypes(), ['open', 'error']);
      await page.windows.allClosed();
    });
  }

  test('a promise that rejects ends as code_failed, which has the reason', async () => {
    const page = await browser.open({
      open: (h) => h.open({ url: Promise.reject(new Error('back end says 503')) }),
    });
    await page.click();
    const error = await page.failure('code_failed');
    assert.match(error.message, /^`url` failed/);
    assert.match(error.cause, /back end says 503/);
    await page.windows.allClosed();
  });

  test('a URL that never comes ends as code_failed after codeTimeout, which names the option', async () => {
    const page = await browser.open({ open: (h) => h.open({ url: () => new Promise(() => {}), codeTimeout: 200 }) });
    await page.click();
    assert.match((await page.failure('code_failed')).message, /^`url` did not settle within `codeTimeout`/);
    await page.windows.allClosed();
  });

  test('`host` pins the origin of a URL that is on its way: another one is never navigated to', async () => {
    const { url, code } = dialogAt((dialog) => dialog.finish('auth-1'));
    const page = await browser.open(
      {
        open: (h, { url }) => h.open({ url: async () => url, host: h.origin('other.localhost') }),
        again: (h, { url }) => h.open({ url: async () => url, host: h.dialogOrigin }, 'again'),
        region: (h, { url }) => h.open({ url: async () => url, region: 'eu' }, 'region'),
      },
      { args: { url } },
    );
    await page.click();
    assert.match((await page.failure('code_failed')).message, /different origin/);
    await page.click('region');
    assert.match((await page.failure('code_failed', 'region')).message, /different origin/);
    assert.equal(browser.server.dialogRequests(code).length, 0);
    await page.click('again');
    assert.equal((await page.result('again')).authId, 'auth-1');
  });

  test('retry() asks the function again, whose URL may be at another origin', async () => {
    const first = dialogAt((dialog) => dialog.post({ type: 'tray.authPopup.error', error: 'no' }));
    const second = dialogAt((dialog) => dialog.finish('auth-2'), { host: 'second.localhost' });
    const page = await browser.open(
      {
        open: (h, { urls }) => {
          const left = [...urls];
          h.open({ url: async () => left.shift() });
        },
        retry: (h) => h.follow(() => h.handle().retry(), 'second'),
      },
      { args: { urls: [first.url, second.url] } },
    );
    await page.click();
    await page.failure('dialog_error');
    await page.click('retry');
    assert.equal((await page.result('second')).authId, 'auth-2');
  });

  for (const form of ['a string', 'a URL object', 'a promise of a string']) {
    test(`retry() after ${form} that was navigated to is code_failed, because its code serves once`, async () => {
      const { url, code } = dialogAt((dialog) => dialog.post({ type: 'tray.authPopup.error', error: 'no' }));
      const page = await browser.open(
        {
          form: forms[form],
          open: (h) => h.open({ url: h.call('form') }),
          retry: (h) => h.follow(() => h.handle().retry(), 'second'),
        },
        { args: { url } },
      );
      await page.click();
      await page.failure('dialog_error');
      await page.click('retry');
      assert.match((await page.failure('code_failed', 'second')).message, /`url` as a function/);
      assert.equal(browser.server.dialogRequests(code).length, 1);
      await page.windows.allClosed();
    });
  }

  test('retry() has the URL that was given, whatever the page does to its URL object meanwhile', async () => {
    const { url } = dialogAt((dialog) => dialog.finish('auth-1'));
    const page = await browser.open(
      {
        open: (h, { url }) => {
          const own = new URL(url);
          const { open } = window;
          window.open = () => null;
          h.open({ url: own });
          window.open = open;
          own.pathname = '/external/solutions/acme';
        },
        retry: (h) => h.follow(() => h.handle().retry(), 'second'),
      },
      { args: { url } },
    );
    await page.click();
    await page.failure('popup_blocked');
    await page.click('retry');
    assert.equal((await page.result('second')).authId, 'auth-1');
  });

  for (const late of [false, true]) {
    test(`the code in a URL given ${late ? 'later' : 'as such'} is in no message, also as it is spelled there`, async () => {
      const { url, code } = dialogAt((dialog) =>
        dialog.post({
          type: 'tray.authPopup.error',
          error: `bad code ${new URLSearchParams(location.search).get('code')} in ${location.search}!`,
        }),
      );
      const spelling = code.replaceAll('-', '%2d');
      const page = await browser.open(
        { open: (h, { url, late }) => h.open({ url: late ? async () => url : url }) },
        { args: { url: url.replace(code, spelling), late } },
      );
      page.secrets.push(spelling);
      await page.click();
      const error = await page.failure('dialog_error');
      assert.match(error.message, /bad code \[redacted\] in \?code=\[redacted\]!/);
    });
  }

  test('a stalled modal whose URL a function gives can go on in a window, with another URL', async () => {
    const first = dialogAt();
    const second = dialogAt((dialog) => dialog.finish('auth-2'), { host: 'second.localhost' });
    const page = await browser.open(
      {
        open: (h, { urls }) => {
          const left = [...urls];
          h.open({ url: async () => left.shift(), display: 'modal', frame: { stallAfter: 1 } });
        },
      },
      { args: { urls: [first.url, second.url] } },
    );
    await page.click();
    await page.event('stalled');
    const inModal = "[...document.querySelectorAll('*')].map((one) => one.shadowRoot).find(Boolean)";
    const button = await page.inside(() =>
      browser.driver.executeScript(`return ${inModal}.querySelector('[part=popout]')`),
    );
    await page.inside(() => button.click());
    assert.deepEqual((await page.result()).authId, 'auth-2');
  });

  test('a promise given where none is taken, or with what excludes it, is not an unhandled rejection', async () => {
    const page = await browser.open({
      open: (h) => {
        const late = () => Promise.reject(new Error('no URL'));
        const calls = [
          () => h.package.authDialogUrl({ url: late() }),
          () => h.package.attachAuthDialog(window, { url: late() }),
          () => h.package.openAuthDialog({ url: late(), partnerName: 'acme' }),
        ];
        for (const call of calls) {
          try {
            call();
          } catch ({ code, field }) {
            h.note([code, field]);
          }
        }
      },
    });
    await page.click();
    await page.until('every call', ({ notes }) => notes.length === 3);
    assert.deepEqual((await page.report()).notes, [
      ['invalid_options', 'url'],
      ['invalid_options', 'url'],
      ['invalid_options', 'partnerName'],
    ]);
  });

  test('attachAuthDialog takes it for its origin, and says nothing of its code', async () => {
    const { url, code } = dialogAt((dialog) => {
      dialog.post({ type: `tray.authpopup.${new URLSearchParams(location.search).get('code')}` });
      dialog.finish('auth-1');
    });
    const page = await browser.open(
      {
        open: (h, { url }) => {
          const popup = window.open('', '_blank', 'width=400,height=400');
          popup.location.replace(url);
          h.attach(popup, { url: new URL(url) });
        },
      },
      { args: { url } },
    );
    await page.click();
    assert.deepEqual(await page.result(), { authId: 'auth-1', authType: 'oauth' });
    assert.equal((await page.event('message')).name, 'tray.authpopup.[redacted]');
    assert.equal(browser.server.dialogRequests(code).length, 1, 'it was not navigated again');
  });
});
