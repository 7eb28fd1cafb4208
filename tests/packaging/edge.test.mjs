// Where there is no page and WebAssembly cannot be compiled at run time, as in edge runtimes: what needs no page says which entry
// to import, and what needs one says `not_in_browser`.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { run } from './support/install.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';
import { tarball } from './support/tarball.mjs';
import { temporaryFolder } from './support/temporary.mjs';

/** What an entry, as `dialogs`, makes of each function. */
const use = `
  const tried = (use) => {
    try {
      return { is: use() };
    } catch (error) {
      return dialogs.isAuthDialogError(error) ? { code: error.code, message: error.message } : { thrown: String(error) };
    }
  };
  const options = { partnerName: 'acme', authId: 'auth-1', authorizationCode: 'code-1' };
  const answer = {
    url: tried(() => dialogs.authDialogUrl(options)),
    parsed: tried(() => dialogs.parseAuthMessage({ type: 'tray.authpopup.close' })),
    open: tried(() => dialogs.openAuthDialog(options)),
    attach: tried(() => dialogs.attachAuthDialog({})),
  };
`;

/** What these runtimes do when a module is made at run time. */
const refusing = {
  'compiling throws, as on Cloudflare': `WebAssembly.Module = class {
    constructor() { throw new WebAssembly.CompileError('Wasm code generation disallowed by embedder'); }
  };`,
  'compiling throws another error, as on others': `WebAssembly.Module = class {
    constructor() { throw new Error('Dynamic WASM code generation not allowed in Edge Runtime'); }
  };`,
  'there is no WebAssembly': 'delete globalThis.WebAssembly;',
};

/** It names the entry that works, and no policy, which nobody sets there. */
function checkRefused({ url, parsed, open, attach }) {
  for (const { code, message } of [url, parsed]) {
    assert.equal(code, 'wasm_blocked');
    assert.match(message, /tray-auth-dialog\/js/);
    assert.doesNotMatch(message, /Content-Security-Policy|script-src|page's/);
  }
  for (const { code } of [open, attach]) assert.equal(code, 'not_in_browser');
}

describe('edge runtimes', () => {
  let folder;
  before(async () => {
    folder = temporaryFolder('edge');
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    const options = { cwd: folder, timeout: 60_000 };
    await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball()], options);
  });

  const inNode = async (entry, first, ...switches) => {
    const source = `${first}
      const dialogs = await import('${entry}');
      ${use}
      console.log(JSON.stringify(answer));`;
    writeFileSync(join(folder, 'edge.mjs'), source);
    return JSON.parse(await run(process.execPath, [...switches, 'edge.mjs'], { cwd: folder }));
  };

  for (const [what, first] of Object.entries(refusing)) {
    test(`${what}: the default entry says which one works`, async () => {
      checkRefused(await inNode('tray-auth-dialog', first));
    });

    test(`${what}: /js works`, async () => {
      const { url, parsed, open, attach } = await inNode('tray-auth-dialog/js', first);
      assert.equal(url.is, 'https://embedded.tray.io/external/auth/edit/acme/auth-1?code=code-1');
      assert.deepEqual(parsed.is, { type: 'close' });
      for (const { code } of [open, attach]) assert.equal(code, 'not_in_browser');
    });
  }

  for (const condition of ['workerd', 'edge-light']) {
    test(`a runtime that says \`${condition}\` gets an entry that works`, async () => {
      const first = Object.values(refusing)[0];
      const { url, open } = await inNode('tray-auth-dialog', first, `--conditions=${condition}`);
      assert.equal(url.is, 'https://embedded.tray.io/external/auth/edit/acme/auth-1?code=code-1');
      assert.equal(open.code, 'not_in_browser');
    });
  }

  test('/slim before it is loaded: what needs a page says not_in_browser there, too', async () => {
    const { url, open } = await inNode('tray-auth-dialog/slim', '');
    assert.deepEqual([url.code, open.code], ['not_ready', 'not_in_browser']);
  });
});

browserSuite("workers without 'wasm-unsafe-eval'", (browser) => {
  let project;
  let server;
  before(async () => {
    project = await Project.create('plain', { js: 'js.js' });
    server = await serve(project.folder, { 'content-security-policy': "script-src 'self'" });
  });
  after(() => server?.close());

  test('the default entry says which one works', async () => {
    writeFileSync(
      project.path('worker.js'),
      `import * as dialogs from '/node_modules/tray-auth-dialog/pkg/dist/esm/index.js';\n${use}\npostMessage(answer);`,
    );
    writeFileSync(
      project.path('index.html'),
      '<!doctype html><title>Partner</title><link rel="icon" href="/favicon.ico"><script type="module" src="ready.js"></script>',
    );
    writeFileSync(project.path('ready.js'), 'globalThis.ready = true;');
    await browser.visit(`${server.origin}/`);
    checkRefused(await browser.inWorker('/worker.js'));
  });
});
