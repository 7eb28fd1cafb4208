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
  assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'error']);
  const { calls } = (await page.report()).dialogs.dialog;
  const called = calls.map(({ name }) => name).filter((name) => name !== 'onEvent');
  assert.deepEqual(called, ['onError']);
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

    // Where the focus is counts when the grace ends. On a busy machine it comes to a window of Firefox's much later than that.
    const options = engine === 'firefox' ? { closeGrace: 2_000 } : {};
    const opened = (how) => browser.opened({ ...how, options: { ...options, ...how.options } });

    /** Who sends the header; the page and its dialog; and whom the message names. */
    const cuts = {
      'this page sends same-origin': { how: { headers: COOP('same-origin') }, names: /this page sends/ },
      'the dialog sends same-origin': { how: { served: { headers: COOP('same-origin') } } },
      'the dialog sends same-origin-allow-popups': { how: { served: { headers: COOP('same-origin-allow-popups') } } },
      "the simulated Tray's dialog sends it": {
        how: () => ({ code: simCode('coop-same-origin'), options: { host: tray.origin } }),
      },
      'the dialog goes through a provider that sends it and back': {
        how: { script: () => location.assign('/pages/provider-coop.html') },
      },
      'this page sends same-origin and cannot read its own headers, but the focus tells': {
        how: { headers: { ...COOP('same-origin'), 'content-security-policy': "connect-src 'none'" } },
        problem: /^csp: connect-src/,
      },
    };
    for (const [what, { how, names = /the dialog or its provider/, problem }] of Object.entries(cuts)) {
      test(`${what}: opener_severed, and the window is out of reach and stays`, async () => {
        const page = await opened(typeof how === 'function' ? how() : how);
        if (problem) page.allowProblem(problem);
        await checkSevered(page, names);
        assert.equal((await page.windows.others()).length, 1);
        if (problem) page.expectProblem(problem);
      });
    }

    const isolated = { headers: { 'document-isolation-policy': 'isolate-and-require-corp' } };
    for (const [what, how] of [
      ['a person closes the window soon after it opened', {}],
      ['the page is isolated without this header, and a person closes the window', isolated],
    ]) {
      test(`${what}: closed, not severed`, async () => {
        const page = await opened(how);
        await page.event('navigate');
        if (how.headers && engine === 'chromium') assert.equal(await page.run(() => crossOriginIsolated), true);
        await closesIt(page);
      });
    }

    test('a page in a frame, called from the page around it, where the focus is: closed, not severed', async () => {
      const outer = await browser.open({
        call: () => document.querySelector('iframe').contentWindow.harness.call('open'),
      });
      // In a frame browsers ignore that header.
      const args = { code: browser.server.dialog(), options };
      const inner = await browser.framed({ handlers: common, headers: COOP('same-origin'), args }, {}, outer);
      await outer.click('call');
      await closesIt(inner);
    });

    test('a dialog that closes its own window without a word: closed, not severed', async () =>
      (await opened({ script: () => window.close() })).closedBy('user'));

    const headers = COOP('same-origin-allow-popups');
    if (engine === 'webkit') {
      // WebKitGTK keeps a popup of such a page only if it was opened at its URL, and ours is opened before the code is there.
      test('this page sends same-origin-allow-popups: opener_severed, in this engine', async () =>
        (await opened({ headers })).failure('opener_severed'));
    } else {
      test('this page sends same-origin-allow-popups: works', async () =>
        (await opened({ headers, code: browser.finishing() })).finishes());

      test('this page sends same-origin-allow-popups, and the person closes the window: closed', async () =>
        closesIt(await opened({ headers })));
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
      const isFollowed = ({ method, path }) => method === 'HEAD' && path.endsWith('blank.html');
      assert.deepEqual(browser.server.requests.filter(isFollowed), []);
      assert.deepEqual(await console(), []);
    });
  }

  test('a window closed while the code is on its way was not severed, whatever this page sends', async () => {
    const page = await browser.opened({ code: null, headers: COOP('same-origin') });
    await (await page.popup()).close();
    await page.failure('closed');
    assert.equal(probes(page).length, 0);
  });

  test('a page that cannot ask for its own header: closed, and no hang', async () => {
    const page = await browser.opened({ headers: { 'content-security-policy': "connect-src 'none'" } });
    await closesIt(page);
    page.expectProblem(/^csp: connect-src/);
  });

  test('a dialog that finishes, or that the page closes, asks for no header', async () => {
    const finished = await browser.opened({ code: browser.finishing() });
    await finished.result();
    const closed = await browser.opened({});
    await closed.event('navigate');
    await closed.call('close');
    await closed.failure('closed');
    for (const page of [finished, closed]) assert.equal(probes(page).length, 0);
  });
});

let hosts;

suite(
  'severed openers, on a page without https',
  ({ test, browser }) => {
    after(() => hosts.close());

    test('this page sends same-origin, which browsers ignore there: closed', async () =>
      closesIt(await browser.opened({ host: 'insecure.example', headers: COOP('same-origin') })));
  },
  {
    launch: async (server) => {
      hosts = await startRealHosts(server);
      return { proxy: hosts.address, shell: true };
    },
  },
);
