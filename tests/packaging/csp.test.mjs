// Pages whose Content-Security-Policy does not let WebAssembly run: the default entry and /slim say so, /js works.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

/** As strict as a page with a popup can be: its own scripts, and nothing else. */
const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";

const pages = { inline: 'inline.js', slim: 'slim-refused.js', js: 'js.js', choose: 'choose.js' };

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
        '--loader:.wasm=file',
        `--outdir=${page}/dist`,
      ]);
      project.addPage(page);
    }
    server = await serve(project.folder, { 'content-security-policy': policy });
  });
  after(() => server?.close());

  test('the default entry throws wasm_blocked, which names the directive and the entry that works', async () => {
    await browser.visit(`${server.origin}/inline/dist/`);
    const { name, code, message } = await browser.connect();
    assert.deepEqual([name, code], ['AuthDialogError', 'wasm_blocked']);
    assert.match(message, /'wasm-unsafe-eval' to script-src/);
    assert.match(message, /tray-auth-dialog\/js/);
    assert.deepEqual(await browser.windows.others(), [], 'no window was opened');
    const problems = await browser.problems();
    assert.ok(
      problems.every((line) => line.includes('wasm-unsafe-eval') || line.includes('unsafe-eval')),
      problems.join('\n'),
    );
  });

  test('/slim rejects `init` with the same', async () => {
    await browser.visit(`${server.origin}/slim/dist/`);
    const { name, code, message } = await browser.outcome();
    assert.deepEqual([name, code], ['AuthDialogError', 'wasm_blocked']);
    assert.match(message, /'wasm-unsafe-eval' to script-src/);
    assert.match(message, /tray-auth-dialog\/js/);
  });

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

  test("with 'wasm-unsafe-eval' the default entry opens a dialog", async (t) => {
    const allowing = policy.replace("'self';", "'self' 'wasm-unsafe-eval';");
    const mended = await serve(project.folder, { 'content-security-policy': allowing });
    t.after(mended.close);
    await browser.opensDialogAt(`${mended.origin}/inline/dist/`);
  });
});
