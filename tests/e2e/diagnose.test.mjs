// `./diagnose`: each finding on a page with the fault, none on a page without, and one request at most.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { texts } from '../../pkg/diagnose/findings.js';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { startRealHosts } from './harness/real-hosts.mjs';
import { suite } from './harness/suite.mjs';

suite('diagnose', ({ test, browser }) => {
  const look = {
    look: (h, { display, options }) =>
      h.package
        .diagnose({ ...options, display: display === 'inline' ? document.getElementById('main') : display })
        .then((findings) => h.note({ findings })),
  };
  const open = (handlers, { headers, ...args } = {}) => browser.open(handlers, { entry: './diagnose', headers, args });
  const codesOf = ({ findings }) => findings.map(({ code }) => code);
  /** What a page finds in a click. */
  const found = async (page, name = 'look') => {
    await page.click(name);
    return page.note();
  };

  for (const display of ['popup', 'modal', 'inline'])
    test(`a page without a fault: nothing for a ${display} dialog, by one HEAD and nothing else`, async () => {
      const page = await open(look, { display });
      const before = browser.server.requests.length;
      assert.deepEqual(await found(page), { findings: [] });
      const asked = browser.server.requests
        .slice(before)
        .map(({ method, path }) => `${method} ${path}`)
        // The browser's own, whenever it likes.
        .filter((request) => request !== 'GET /favicon.ico');
      assert.deepEqual(asked, [`HEAD ${new URL(page.url).pathname}`]);
      const { opens } = await page.report();
      assert.equal(opens.length, 0, 'no window');
      assert.equal(await page.run(() => document.querySelectorAll('iframe').length), 0, 'no frame');
    });

  const coop = (value) => ({ 'cross-origin-opener-policy': value });
  for (const [headers, display, codes, severity] of [
    [coop('same-origin'), 'popup', ['coop_same_origin'], 'error'],
    [coop('same-origin; report-to="x"'), 'popup', ['coop_same_origin'], 'error'],
    [coop('same-origin'), 'modal', ['coop_blocks_provider'], 'warning'],
    [coop('same-origin'), 'inline', ['coop_blocks_provider'], 'warning'],
    [coop('same-origin-allow-popups'), 'popup', ['coop_allow_popups'], 'warning'],
    [coop('same-origin-allow-popups'), 'modal', []],
    [coop('unsafe-none'), 'popup', []],
    [
      { ...coop('same-origin'), 'cross-origin-embedder-policy': 'require-corp' },
      'popup',
      ['coop_same_origin'],
      'error',
    ],
  ])
    test(`a page with ${JSON.stringify(headers)}, ${display}: ${codes.join() || 'nothing'}`, async () => {
      const result = await found(await open(look, { headers, display }));
      assert.deepEqual(codesOf(result), codes);
      assert.deepEqual(
        result.findings.map((finding) => finding.severity),
        severity ? [severity] : [],
      );
    });

  test('a page that is isolated, and may not ask for its own header: cross_origin_isolated', async () => {
    const page = await open(look, {
      headers: {
        ...coop('same-origin'),
        'cross-origin-embedder-policy': 'require-corp',
        'content-security-policy': "connect-src 'none'",
      },
    });
    page.allowProblem(/csp/);
    if (!(await page.run(() => window.crossOriginIsolated))) return; // this engine isolates no page
    assert.deepEqual(codesOf(await found(page)), ['cross_origin_isolated']);
  });

  test('a page that may not ask for its own header, and is not isolated: nothing, because nothing is known', async () => {
    const headers = { ...coop('same-origin'), 'content-security-policy': "connect-src 'none'" };
    const page = await open(look, { headers });
    page.allowProblem(/csp/);
    assert.deepEqual(codesOf(await found(page)), []);
  });

  test("a policy without 'wasm-unsafe-eval': webassembly_forbidden, and nothing for a page of ./js", async () => {
    const page = await open(
      {
        ...look,
        lookForJs: (h) => h.package.diagnose({ webAssembly: false }).then((findings) => h.note({ findings })),
      },
      { headers: { 'content-security-policy': "script-src 'self'" } },
    );
    page.allowProblem(/csp/);
    assert.deepEqual(codesOf(await found(page, 'lookForJs')), []);
    await page.click('look');
    const second = await page.until('the second note', ({ notes }) => notes[1]);
    assert.deepEqual(codesOf(second), ['webassembly_forbidden']);
  });

  /** Faults that only another browser or page has, made by a script of this one. */
  const faults = {
    no_webassembly: () => delete window.WebAssembly,
    webassembly_too_old: () => {
      WebAssembly.validate = () => false;
    },
    no_window_open: () => {
      window.open = undefined;
    },
    zone_js: () => {
      window.Zone = { __symbol__: (name) => `__zone_symbol__${name}` };
    },
    in_app_browser: () => {
      const value = 'Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 Chrome/120 Mobile Safari/537.36';
      Object.defineProperty(navigator, 'userAgent', { value });
    },
  };
  for (const [code, fault] of Object.entries(faults))
    test(`${code}: found where it is, with its message, fix and link`, async () => {
      const page = await open({ ...look, fault });
      // By the page's own code: what a driver's script does in Firefox, it does to a view of the page.
      await page.call('fault');
      const { findings } = await found(page);
      const { severity, fix, link } = texts[code];
      assert.deepEqual(
        findings.map((finding) => ({ ...finding, message: typeof finding.message })),
        [{ code, severity, message: 'string', fix, link }],
      );
    });

  test('modal_unsupported: found for a modal alone', async () => {
    const page = await open(
      {
        modal: (h) => h.package.diagnose({ display: 'modal' }).then((findings) => h.note({ findings })),
        popup: (h) => h.package.diagnose().then((findings) => h.note({ findings })),
        fault: () => {
          window.HTMLDialogElement = undefined;
        },
      },
      {},
    );
    await page.call('fault');
    assert.deepEqual(codesOf(await found(page, 'modal')), ['modal_unsupported']);
    await page.click('popup');
    assert.deepEqual(codesOf(await page.until('the second note', ({ notes }) => notes[1])), []);
  });

  test('no_user_activation: found without a click, for a popup alone', async () => {
    const page = await open(look);
    if (!(await page.run(() => 'userActivation' in navigator))) return; // this engine does not tell
    await page.call('look');
    assert.deepEqual(codesOf(await page.note()), ['no_user_activation']);
    const other = await open(look, { display: 'modal' });
    await other.call('look');
    assert.deepEqual(codesOf(await other.note()), []);
  });

  /** A page in a frame of a page of the same origin, which is asked from a click there. */
  async function inFrame(attributes) {
    const outer = await browser.open({
      call: () => document.querySelector('iframe').contentWindow.harness.call('look'),
    });
    const inner = await browser.framed({ handlers: look, entry: './diagnose' }, attributes, outer);
    await outer.click('call');
    return codesOf(await inner.note());
  }

  test('a page in a frame: framed, for information', async () => {
    assert.deepEqual(await inFrame({}), ['framed']);
  });

  test('a page in a frame whose sandbox lets no popup open: sandbox_blocks_popups', async () => {
    assert.deepEqual(await inFrame({ sandbox: 'allow-scripts allow-same-origin' }), [
      'sandbox_blocks_popups',
      'framed',
    ]);
    assert.deepEqual(await inFrame({ sandbox: 'allow-scripts allow-same-origin allow-popups' }), ['framed']);
  });

  test('a page in a credentialless frame: credentialless', async () => {
    const page = await open(look);
    if (!(await page.run(() => 'credentialless' in HTMLIFrameElement.prototype))) return; // this engine has none
    assert.deepEqual(await inFrame({ credentialless: '' }), ['credentialless', 'framed']);
  });

  test('a page in a sandbox without an origin: sandbox_opaque_origin, worse for a frame than for a popup', async () => {
    // Such a page can import no module of its own server.
    const { outputFiles } = await build({
      entryPoints: [inRoot('pkg', 'diagnose.js')],
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
      'content-security-policy': 'sandbox allow-scripts allow-popups',
    });
    const outer = await browser.open({});
    await outer.run(() => addEventListener('message', ({ data }) => harness.note(data), { once: true }));
    await outer.addFrame(path);
    const { all } = await outer.note();
    const severities = all.map((findings) => findings.find(({ code }) => code === 'sandbox_opaque_origin').severity);
    assert.deepEqual(severities, ['warning', 'error']);
  });

  test('a display that there is none of is refused by name', async () => {
    const page = await open({
      look: (h) => h.package.diagnose({ display: 'tab' }).catch(({ code, field }) => h.note({ code, field })),
    });
    assert.deepEqual(await found(page), { code: 'invalid_options', field: 'display' });
  });

  test('every finding has a link into pages that have such a heading, and a row in the documentation', () => {
    const headings = (file) =>
      [...readFileSync(inRoot(file), 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text]) =>
        text
          .toLowerCase()
          .replace(/[^\w\s-]/g, '')
          .replace(/\s/g, '-'),
      );
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
      const page = await browser.open(
        { look: (h) => h.package.diagnose({ display: 'modal' }).then((findings) => h.note({ findings })) },
        { host: 'insecure.example', entry: './diagnose' },
      );
      await page.click('look');
      const { findings } = await page.note();
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['insecure_context'],
      );
      // The browser itself may still ask for an icon.
      assert.deepEqual(
        browser.server.requests.filter(({ method }) => method === 'HEAD'),
        [],
      );
    });
  },
  {
    launch: async (server) => {
      hosts = await startRealHosts(server);
      return { proxy: hosts.address, shell: true };
    },
  },
);
