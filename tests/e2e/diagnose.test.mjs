// `./diagnose`: each finding on a page that has the fault, none on a page without, and one request at most.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { texts } from '../../pkg/diagnose/findings.js';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { startRealHosts } from './harness/real-hosts.mjs';
import { suite } from './harness/suite.mjs';

const handlers = {
  look: (h, { display, options }) =>
    h.package.diagnose({ ...options, display: h.display(display) }).then(h.note, h.note),
};
const coop = (value) => ({ 'cross-origin-opener-policy': value });
const coep = { 'cross-origin-embedder-policy': 'require-corp' };
const csp = (value) => ({ 'content-security-policy': value });
const codes = (findings) => findings.map(({ code }) => code);

suite('diagnose', ({ test, browser }) => {
  /** @param {object} [how] `fault`: makes the fault, in the page */
  const open = async ({ display, options, headers, fault } = {}) => {
    const page = await browser.open(
      { ...handlers, fault },
      { entry: './diagnose', headers, args: { display, options } },
    );
    // In the page's own code: in Firefox a driver's script would change only its own view of the page.
    if (fault) await page.call('fault');
    return page;
  };
  /** What diagnose() finds in a click. */
  const found = async (how = {}) => {
    const page = await open(how);
    if (how.headers?.['content-security-policy']) page.allowProblem(/csp/);
    await page.click('look');
    return page.note();
  };

  for (const display of ['popup', 'modal', 'inline'])
    test(`a page without a fault: nothing for a ${display} dialog, by one HEAD and nothing else`, async () => {
      const page = await open({ display });
      const before = browser.server.requests.length;
      await page.click('look');
      assert.deepEqual(await page.note(), []);
      const asked = browser.server.requests
        .slice(before)
        .map(({ method, path }) => `${method} ${path}`)
        // The browser asks for it at any time.
        .filter((request) => request !== 'GET /favicon.ico');
      assert.deepEqual(asked, [`HEAD ${new URL(page.url).pathname}`]);
      assert.equal((await page.report()).opens.length, 0, 'no window');
      assert.equal(await page.run(() => document.querySelectorAll('iframe').length), 0, 'no frame');
    });

  for (const [headers, display, ...expected] of [
    [coop('same-origin'), 'popup', 'coop_same_origin', 'error'],
    [coop('same-origin; report-to="x"'), 'popup', 'coop_same_origin', 'error'],
    [{ ...coop('same-origin'), ...coep }, 'popup', 'coop_same_origin', 'error'],
    [coop('same-origin'), 'modal', 'coop_blocks_provider', 'warning'],
    [coop('same-origin'), 'inline', 'coop_blocks_provider', 'warning'],
    [coop('same-origin-allow-popups'), 'popup', 'coop_allow_popups', 'warning'],
    [coop('same-origin-allow-popups'), 'modal'],
    [coop('unsafe-none'), 'popup'],
    // Its header cannot be read.
    [{ ...coop('same-origin'), ...csp("connect-src 'none'") }, 'popup'],
  ])
    test(`a page with ${JSON.stringify(headers)}, ${display}: ${expected.join(', ') || 'nothing'}`, async () => {
      const findings = await found({ headers, display });
      assert.deepEqual(
        findings.flatMap(({ code, severity }) => [code, severity]),
        expected,
      );
    });

  test('a page that is isolated, and may not ask for its own header: cross_origin_isolated', async () => {
    const headers = { ...coop('same-origin'), ...coep, ...csp("connect-src 'none'") };
    if (!(await (await open({ headers })).run(() => window.crossOriginIsolated))) return; // this engine isolates no page
    assert.deepEqual(codes(await found({ headers })), ['cross_origin_isolated']);
  });

  test("a policy without 'wasm-unsafe-eval': webassembly_forbidden, and nothing for a page of ./js", async () => {
    const headers = csp("script-src 'self'");
    assert.deepEqual(await found({ headers, options: { webAssembly: false } }), []);
    assert.deepEqual(codes(await found({ headers })), ['webassembly_forbidden']);
  });

  /** Faults of other browsers and pages, which a script imitates here. */
  for (const [code, fault, display] of [
    ['no_webassembly', () => delete window.WebAssembly],
    ['webassembly_too_old', () => (WebAssembly.validate = () => false)],
    ['no_window_open', () => (window.open = undefined)],
    ['zone_js', () => (window.Zone = { __symbol__: (name) => `__zone_symbol__${name}` })],
    ['modal_unsupported', () => (window.HTMLDialogElement = undefined), 'modal'],
    [
      'in_app_browser',
      () => {
        const value = 'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36';
        Object.defineProperty(navigator, 'userAgent', { value });
      },
    ],
  ])
    test(`${code}: found, with its message, fix and link`, async () => {
      const findings = await found({ fault, display });
      const { severity, fix, link } = texts[code];
      assert.deepEqual(
        findings.map((finding) => ({ ...finding, message: typeof finding.message })),
        [{ code, severity, message: 'string', fix, link }],
      );
      if (display) assert.deepEqual(await found({ fault }), [], 'not for a popup');
    });

  test('no_user_activation: found without a click, only for a popup', async () => {
    for (const [display, expected] of [
      ['popup', ['no_user_activation']],
      ['modal', []],
    ]) {
      const page = await open({ display });
      if (!(await page.run(() => 'userActivation' in navigator))) return; // this engine does not tell
      await page.call('look');
      assert.deepEqual(codes(await page.note()), expected);
    }
  });

  for (const [what, attributes, ...expected] of [
    ['', {}, 'framed'],
    [
      ' whose sandbox lets no popup open',
      { sandbox: 'allow-scripts allow-same-origin' },
      'sandbox_blocks_popups',
      'framed',
    ],
    [' whose sandbox lets popups open', { sandbox: 'allow-scripts allow-same-origin allow-popups' }, 'framed'],
    [' that is credentialless', { credentialless: '' }, 'credentialless', 'framed'],
  ])
    test(`a page in a frame${what}: ${expected.join(' and ')}`, async () => {
      const outer = await browser.open({
        call: () => document.querySelector('iframe').contentWindow.harness.call('look'),
      });
      const has = (name) => name === undefined || name in HTMLIFrameElement.prototype;
      if (!(await outer.run(has, Object.keys(attributes)[0]))) return; // this engine has no such attribute
      // The click is in the page around it.
      const inner = await browser.framed({ handlers, entry: './diagnose' }, attributes, outer);
      await outer.click('call');
      assert.deepEqual(codes(await inner.note()), expected);
    });

  test('a page in a sandbox without an origin: sandbox_opaque_origin, a warning for a popup and an error for a modal', async () => {
    // Such a page can import no module of its own server.
    const entryPoints = [inRoot('pkg', 'diagnose.js')];
    const { outputFiles } = await build({
      entryPoints,
      bundle: true,
      format: 'iife',
      globalName: 'tray',
      write: false,
    });
    const script = `${outputFiles[0].text};
      Promise.all(['popup', 'modal'].map((display) => tray.diagnose({ display })))
        .then((all) => parent.postMessage({ all }, '*'));`;
    const path = browser.server.serve(`<!doctype html><script>${script}</script>`, {
      'content-type': 'text/html',
      ...csp('sandbox allow-scripts allow-popups'),
    });
    const outer = await browser.open({});
    await outer.run(() => addEventListener('message', ({ data }) => harness.note(data), { once: true }));
    await outer.addFrame(path);
    const { all } = await outer.note();
    const severities = all.map((findings) => findings.find(({ code }) => code === 'sandbox_opaque_origin').severity);
    assert.deepEqual(severities, ['warning', 'error']);
  });

  test('an unknown display: invalid_options, which names the option', async () => {
    const { code, field } = await found({ display: 'tab' });
    assert.deepEqual([code, field], ['invalid_options', 'display']);
  });

  test('every finding has a link into pages that have such a heading, and a row in the documentation', () => {
    const slug = (text) =>
      text
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/\s/g, '-');
    const headings = (file) =>
      [...readFileSync(inRoot(file), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text]) => slug(text));
    const rows = readFileSync(inRoot('docs', 'diagnose-and-debug.md'), 'utf8');
    for (const [code, { message, fix, link }] of Object.entries(texts)) {
      const [file, heading] = link.split('#');
      assert.ok(headings(file).includes(heading), `${code}: ${link}`);
      assert.match(rows, new RegExp(`^\\| .*\`${code}\``, 'm'), code);
      for (const text of [message, fix]) assert.match(text, /[.)]$/, code);
    }
  });
});

let hosts;

suite(
  'diagnose, on a page without https',
  ({ test, browser }) => {
    after(() => hosts.close());

    test('insecure_context, and nothing is asked for', async () => {
      const page = await browser.open(handlers, {
        host: 'insecure.example',
        entry: './diagnose',
        args: { display: 'modal' },
      });
      await page.click('look');
      assert.deepEqual(codes(await page.note()), ['insecure_context']);
      // The browser itself may still ask for an icon.
      assert.equal(browser.server.requests.filter(({ method }) => method === 'HEAD').length, 0);
    });
  },
  {
    launch: async (server) => {
      hosts = await startRealHosts(server);
      return { proxy: hosts.address, shell: true };
    },
  },
);
