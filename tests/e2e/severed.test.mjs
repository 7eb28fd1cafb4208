// A connection that a Cross-Origin-Opener-Policy header cuts looks like a window that was closed: the two are told apart.
//
// Where the focus is decides much of it, so most of this runs in real windows under a window manager. The driver must not
// visit the other window before the outcome is there: that would move the focus.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startTray } from '../../www/tray/server.mjs';
import { simCode } from '../../www/tray/sim/code.mjs';
import { common } from './harness/handlers.mjs';
import { startRealHosts } from './harness/real-hosts.mjs';
import { suite } from './harness/suite.mjs';

const COOP = (value) => ({ 'cross-origin-opener-policy': value });

/** `opener_severed` is an error to report and to show, and no close. */
const checkSevered = async (page, message) => {
  const error = await page.failure('opener_severed');
  assert.match(error.message, /Cross-Origin-Opener-Policy/);
  assert.match(error.message, message);
  const { dialog } = (await page.report()).dialogs;
  assert.deepEqual(
    dialog.events.map(({ type }) => type),
    ['open', 'navigate', 'error'],
  );
  assert.deepEqual(
    dialog.calls.filter(({ name }) => name !== 'onEvent').map(({ name }) => name),
    ['onError'],
  );
};

/** A person closes the window. */
const closesIt = async (page) => {
  await page.event('navigate');
  await (await page.popup()).close();
  await page.closedBy('user');
};

suite(
  'severed openers, in real windows',
  ({ test, browser, engine }) => {
    let tray;
    before(async () => {
      tray = await startTray();
    });
    after(() => tray.close());

    test("this page sends same-origin: opener_severed, naming this page's header", async () => {
      const page = await browser.opened({ headers: COOP('same-origin') });
      await checkSevered(page, /this page sends/);
      assert.equal((await page.windows.others()).length, 1, 'the window is out of reach, and stays');
    });

    for (const value of ['same-origin', 'same-origin-allow-popups']) {
      test(`the dialog sends ${value}: opener_severed`, async () => {
        const page = await browser.opened({ served: { headers: COOP(value) } });
        await checkSevered(page, /the dialog or its provider/);
      });
    }

    test('a case of the simulated Tray: its dialog sends COOP', async () => {
      const page = await browser.opened({ code: simCode('coop-same-origin'), options: { host: tray.origin } });
      await checkSevered(page, /the dialog or its provider/);
    });

    test('the dialog goes through a provider that sends COOP and back: opener_severed', async () => {
      const page = await browser.opened({
        script: () => location.assign('/pages/provider-coop.html'),
      });
      await checkSevered(page, /the dialog or its provider/);
    });

    test('this page sends same-origin and can not read its own headers: the focus still tells', async () => {
      const page = await browser.opened({
        headers: { ...COOP('same-origin'), 'content-security-policy': "connect-src 'none'" },
      });
      await checkSevered(page, /Cross-Origin-Opener-Policy/);
      page.expectProblem(/^csp: connect-src/);
    });

    test('a person who closes the window soon after it opened: closed, not severed', async () => {
      const page = await browser.opened({});
      await closesIt(page);
    });

    test('a page in a frame, called from the page around it, where the focus is: closed, not severed', async () => {
      const outer = await browser.open({
        call: () => document.querySelector('iframe').contentWindow.harness.call('open'),
      });
      // In a frame browsers ignore that header.
      const visit = { handlers: common, headers: COOP('same-origin'), args: { code: browser.server.dialog() } };
      const inner = await browser.framed(visit, {}, outer);
      await outer.click('call');
      await closesIt(inner);
    });

    test('a dialog that closes its own window without a word: closed, not severed', async () => {
      const page = await browser.opened({ script: () => window.close() });
      await page.closedBy('user');
    });

    test('a dialog that has spoken is not severed when it goes', async () => {
      const page = await browser.opened({
        script: (dialog) => {
          dialog.post({ type: 'tray.authpopup.hello' });
          window.close();
        },
      });
      await page.failure('closed');
    });

    test('a page that is isolated without this header, and a person who closes the window: closed', async () => {
      const page = await browser.opened({ headers: { 'document-isolation-policy': 'isolate-and-require-corp' } });
      await page.event('navigate');
      if (engine === 'chromium') assert.equal(await page.run(() => crossOriginIsolated), true);
      await closesIt(page);
    });

    if (engine === 'webkit') {
      // WebKitGTK keeps a popup of such a page only if it was opened at its URL, and ours is opened before the code is there.
      test('this page sends same-origin-allow-popups: opener_severed, in this engine', async () => {
        const page = await browser.opened({ headers: COOP('same-origin-allow-popups') });
        await page.failure('opener_severed');
      });
    } else {
      test('this page sends same-origin-allow-popups: works', async () => {
        const page = await browser.opened({
          headers: COOP('same-origin-allow-popups'),
          script: (dialog) => dialog.finish('auth-1'),
        });
        await page.finishes();
      });

      test('this page sends same-origin-allow-popups, and the person closes the window: closed', async () => {
        const page = await browser.opened({ headers: COOP('same-origin-allow-popups') });
        await closesIt(page);
      });
    }
  },
  { launch: { headed: true } },
);

suite("severed openers, by this page's own header", ({ test, browser }) => {
  /** The requests by which the package asks for this page's own header. */
  const probes = (page) =>
    browser.server.requests.filter(({ method, path }) => method === 'HEAD' && page.url.endsWith(path));

  test('this page sends same-origin: opener_severed, even where the focus tells nothing', async () => {
    const page = await browser.opened({ headers: COOP('same-origin') });
    await checkSevered(page, /this page sends/);
    assert.equal(probes(page).length, 1, 'one HEAD request for its own URL');
  });

  test('this page sends same-origin with a report-to parameter: opener_severed', async () => {
    const page = await browser.opened({ headers: COOP('same-origin; report-to="coop"') });
    await checkSevered(page, /this page sends/);
  });

  test('a page that is isolated proves its header: opener_severed, without a request', async () => {
    const headers = { ...COOP('same-origin'), 'cross-origin-embedder-policy': 'require-corp' };
    const page = await browser.opened({ headers });
    await checkSevered(page, /this page sends/);
    assert.equal(await page.run(() => crossOriginIsolated), true);
    assert.equal(probes(page).length, 0);
  });

  for (const [what, head] of Object.entries({
    'leads elsewhere': { status: 302, headers: { location: '/pages/blank.html' } },
    'leads to another site': { status: 302, headers: { location: 'http://other.localhost:1/' } },
  })) {
    test(`a page whose URL ${what} when it is asked for: closed, and not a word in the console`, async () => {
      const console = async () => (browser.engine === 'chromium' ? browser.driver.manage().logs().get('browser') : []);
      const page = await browser.opened({ head });
      await page.event('navigate');
      await console();
      await (await page.popup()).close();
      await page.failure('closed');
      assert.equal(probes(page).length, 1, 'it was asked');
      const followed = browser.server.requests.filter(
        ({ method, path }) => method === 'HEAD' && path.endsWith('blank.html'),
      );
      assert.deepEqual(followed, [], 'and it was not followed');
      assert.deepEqual(
        (await console()).map(({ message }) => message),
        [],
      );
    });
  }

  test('a window closed while the code is on its way was not severed, whatever this page sends', async () => {
    const page = await browser.opened({ code: null, headers: COOP('same-origin') });
    await (await page.popup()).close();
    await page.failure('closed');
    assert.equal(probes(page).length, 0);
  });

  test('a page that can not ask for its own header: closed, and no hang', async () => {
    const page = await browser.opened({ headers: { 'content-security-policy': "connect-src 'none'" } });
    await closesIt(page);
    page.expectProblem(/^csp: connect-src/);
  });

  test('a dialog that finishes, or that the page closes, asks for no header', async () => {
    const finished = await browser.opened({ script: (dialog) => dialog.finish('auth-1') });
    await finished.result();
    assert.equal(probes(finished).length, 0);
    const closed = await browser.opened({});
    await closed.event('navigate');
    await closed.call('close');
    await closed.failure('closed');
    assert.equal(probes(closed).length, 0);
  });
});

let hosts;

suite(
  'severed openers, on a page without https',
  ({ test, browser }) => {
    after(() => hosts.close());

    test('this page sends same-origin, which browsers ignore there: closed', async () => {
      const page = await browser.opened({ host: 'insecure.example', headers: COOP('same-origin') });
      await closesIt(page);
    });
  },
  {
    launch: async (server) => {
      hosts = await startRealHosts(server);
      return { proxy: hosts.address, shell: true };
    },
  },
);
