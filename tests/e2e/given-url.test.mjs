// The dialog's whole URL from the page's back end: given at once or later, right or wrong. Which URLs are accepted:
// tests/vectors/given-urls.json.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

const IDS = { solutionInstanceId: 'instance-1', externalAuthId: 'external_slack_authentication' };

suite('the option url', ({ test, browser }) => {
  /** The URL that leads to the dialog with that code, as a back end gives it. */
  const urlOf = (code, host = 'dialog.localhost') =>
    `${browser.server.origin(host)}/external/auth/create/acme/${IDS.solutionInstanceId}/${IDS.externalAuthId}?code=${code}`;
  /** A page that opens with what its handler `given` makes of `url`. */
  const opened = (given, { code = browser.finishing(), handlers, args, ...more } = {}) =>
    browser.opened({
      code,
      handlers: {
        given,
        open: (h, { display, options }) => h.open({ url: h.call('given'), display: h.display(display), ...options }),
        ...handlers,
      },
      args: { url: urlOf(code), ...args },
      ...more,
    });

  const forms = {
    'a string': (_h, { url }) => url,
    'a URL object': (_h, { url }) => new URL(url),
    "a URL object of another realm's": (_h, { url }) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const other = new frame.contentWindow.URL(url);
      frame.remove();
      return other;
    },
    'a promise of a string': (_h, { url }) => Promise.resolve(url),
    'a promise of a URL object': (_h, { url }) => Promise.resolve(new URL(url)),
    // biome-ignore lint/suspicious/noThenProperty: it is one
    'a thenable': (_h, { url }) => ({ then: (resolve) => resolve(url) }),
    'a function': (h) => () => h.args.url,
    'a function that gives a URL object': (h) => () => new URL(h.args.url),
    'an async function': (h) => async () => `${h.args.url}\n`,
  };

  for (const [what, form] of Object.entries(forms)) {
    test(`${what} opens the popup, and the result has the ids of its path`, async () => {
      const page = await opened(form);
      const authValue = { externalId: IDS.externalAuthId, authId: 'auth-1' };
      assert.deepEqual(await page.result(), { authId: 'auth-1', authType: 'oauth', ...IDS, authValue });
      assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
      assert.equal(browser.server.dialogRequests(page.code).length, 1);
    });
  }

  for (const display of ['popup', 'modal', 'inline']) {
    test(`in a ${display} it may come later, and its origin then gets permissions and the account id`, async () => {
      const accountId = 'account-0123456789';
      const code = browser.saying({ type: 'tray.authpopup.accountIdRequest' });
      const page = await opened((h) => () => h.promise('url'), { display, code, options: { accountId } });
      await page.event('open');
      assert.deepEqual(await page.eventTypes(), ['open']);
      await page.resolve('url', urlOf(code));
      await page.event('navigate');
      const place = await page.dialog();
      assert.equal((await place.received())[0].data.data, accountId);
      if (display !== 'popup') {
        const frame = () => browser.driver.executeScript(place.find);
        const allow = await page.inside(async () => (await frame()).getAttribute('allow'));
        assert.match(allow, new RegExp(`storage-access ${browser.server.origin('dialog.localhost')};`));
      }
      await place.finish();
      assert.deepEqual((await page.result()).authValue, { externalId: IDS.externalAuthId, authId: 'auth-1' });
    });
  }

  test('messages of another origin in its window are ignored', async () => {
    const elsewhere = browser.server.origin('elsewhere.localhost');
    const forging = browser.server.page(() =>
      opener.postMessage({ type: 'tray.authpopup.finish', authId: 'forged' }, '*'),
    );
    const args = { url: elsewhere + forging };
    const code = browser.server.dialog((_dialog, { url }) => (location.href = url), { args });
    const page = await opened(forms['an async function'], { code });
    assert.equal((await page.event('ignored')).origin, elsewhere);
    await page.call('close');
    await page.failure('closed');
  });

  const wrong = {
    "the Configuration Wizard's URL": [
      (h) => `${h.dialogOrigin}/external/solutions/acme/configure/1?code=never-used`,
      /Configuration Wizard/,
    ],
    'a number': [() => 5, /string or a URL object/],
    'undefined, as a field that is not there': [() => undefined, /string or a URL object/],
    'an object with an href': [(h) => ({ href: h.args.url }), /string or a URL object/],
    'a text too long for a URL': [(h) => h.args.url + 'c'.repeat(100_000), /16,384/],
    'a rejection, which is its cause': [() => Promise.reject(new Error('back end says 503')), /failed/],
  };
  for (const [what, [answer, says]] of Object.entries(wrong)) {
    test(`a function that answers ${what} ends as code_failed, and no window is left behind`, async () => {
      const page = await opened((h) => async () => h.call('answer'), { handlers: { answer } });
      page.secrets.push('never-used');
      const error = await page.failure('code_failed');
      assert.match(error.message, says);
      assert.match(error.message, /^`url` /);
      if (what.startsWith('a rejection')) assert.match(error.cause, /back end says 503/);
      assert.deepEqual(await page.eventTypes(), ['open', 'error']);
      await page.windows.allClosed();
    });
  }

  test('`host` pins the origin of a URL that comes later: no other origin is opened', async () => {
    const open = async (h, { url }) => {
      const given = { url: async () => url, display: h.display('inline') };
      await h.open({ ...given, host: h.origin('other.localhost') }).result.catch(() => {});
      await h.open({ ...given, region: 'eu' }, 'region').result.catch(() => {});
      h.open({ ...given, host: h.dialogOrigin }, 'right');
    };
    const page = await opened(undefined, { handlers: { open } });
    for (const name of ['dialog', 'region'])
      assert.match((await page.failure('code_failed', name)).message, /different origin/);
    await page.finishes({ name: 'right' });
    assert.equal(browser.server.dialogRequests(page.code).length, 1);
  });

  test('retry() asks the function again, and its URL may have another origin', async () => {
    const urls = [urlOf(browser.failing()), urlOf(browser.finishing('auth-2'), 'second.localhost')];
    const page = await opened((h) => async () => h.args.urls.shift(), { args: { urls } });
    await page.failure('dialog_error');
    await page.click('retry');
    await page.finishes({ id: 'auth-2', name: 'second' });
  });

  for (const form of ['a string', 'a URL object', 'a promise of a string']) {
    test(`retry() after ${form} that was navigated to is code_failed, because its code serves once`, async () => {
      const page = await opened(forms[form], { code: browser.failing() });
      await page.failure('dialog_error');
      await page.click('retry');
      assert.match((await page.failure('code_failed', 'second')).message, /`url` as a function/);
      assert.equal(browser.server.dialogRequests(page.code).length, 1);
      await page.windows.allClosed();
    });
  }

  test('retry() has the URL that was given, even if the page changes its URL object meanwhile', async () => {
    const open = (h, { url }) => {
      const own = new URL(url);
      const { open } = window;
      window.open = () => null;
      h.open({ url: own });
      window.open = open;
      own.pathname = '/external/solutions/acme';
    };
    const page = await opened(undefined, { handlers: { open } });
    await page.failure('popup_blocked');
    await page.click('retry');
    await page.finishes({ name: 'second' });
  });

  for (const [when, form] of [
    ['later', 'an async function'],
    ['as such', 'a string'],
  ]) {
    test(`the code in a URL given ${when} is in no message, in any spelling`, async () => {
      const code = browser.server.dialog((dialog) => {
        const code = new URLSearchParams(location.search).get('code');
        dialog.post({ type: 'tray.authPopup.error', error: `bad code ${code} in ${location.search}!` });
      });
      const spelling = code.replaceAll('-', '%2d');
      const page = await opened(forms[form], { code, args: { url: urlOf(spelling) } });
      page.secrets.push(spelling);
      const error = await page.failure('dialog_error');
      assert.match(error.message, /bad code \[redacted\] in \?code=\[redacted\]!/);
    });
  }

  test('attachAuthDialog takes its origin from it, and never reports its code', async () => {
    const code = browser.server.dialog((dialog) => {
      dialog.post({ type: `tray.authpopup.${new URLSearchParams(location.search).get('code')}` });
      dialog.finish('auth-1');
    });
    const open = (h, { url }) => {
      const popup = window.open('', '_blank', 'width=400,height=400');
      popup.location.replace(url);
      h.attach(popup, { url: new URL(url) });
    };
    const page = await opened(undefined, { code, handlers: { open } });
    assert.deepEqual(await page.result(), { authId: 'auth-1', authType: 'oauth' });
    assert.equal((await page.event('message')).name, 'tray.authpopup.[redacted]');
    assert.equal(browser.server.dialogRequests(code).length, 1, 'it was not navigated again');
  });
});
