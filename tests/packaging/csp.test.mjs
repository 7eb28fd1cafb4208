// Pages whose Content-Security-Policy does not let WebAssembly run: /js works in them. What the default entry and /slim say
// there: tests/e2e/csp.test.mjs and tests/e2e/entries.test.mjs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

/** As strict as a page with a popup can be: its own scripts, and nothing else. */
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";

const pages = { js: 'js.js', choose: 'choose.js' };

browserSuite("a page without 'wasm-unsafe-eval'", (browser) => {
  let project;
  let server;
  before(async () => {
    project = await Project.create('esbuild', pages);
    for (const page of Object.keys(pages)) {
      await project.run('esbuild', [
        `${page}/main.js`,
        '--bundle',
        '--format=esm',
        '--splitting',
        `--outdir=${page}/dist`,
      ]);
      project.addPage(page);
    }
    server = await serve(project.folder, { 'content-security-policy': policy });
  });
  after(() => server?.close());

  test('/js opens a dialog there', () => browser.opensDialogAt(`${server.origin}/js/dist/`));

  test('a page that looks first and takes /js opens a dialog there, and elsewhere takes the default entry', async (t) => {
    await browser.visit(`${server.origin}/choose/dist/`);
    assert.equal(typeof (await browser.connect()).authId, 'string');
    assert.equal(await browser.run(() => globalThis.entry), 'js');
    await browser.windows.allClosed();

    const free = await serve(project.folder);
    t.after(free.close);
    await browser.opensDialogAt(`${free.origin}/choose/dist/`);
    assert.equal(await browser.run(() => globalThis.entry), 'default');
  });
});
