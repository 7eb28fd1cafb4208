// No bundler and no modules: one file in a script tag, with the hash that the release notes give for it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { scriptTags } from '../../scripts/sri.mjs';
import { browserSuite } from './support/browser.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

/** One that forbids WebAssembly. */
const strict = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";

const files = { 'tray-auth-dialog.js': {}, 'tray-auth-dialog.no-wasm.js': { 'content-security-policy': strict } };

browserSuite('a script tag', (browser) => {
  let project;
  before(async () => {
    project = await Project.create('plain', { page: 'inline.js' });
    const main = "import { connect } from './connect.js';\nconnect(TrayAuthDialog.openAuthDialog);\n";
    writeFileSync(project.path('page', 'main.js'), main);
  });

  /** The tag of the release notes, as a page would use it whose CDN is its own server. */
  const tagOf = (file) => {
    const tag = scriptTags(project.package)
      .split('\n')
      .find((line) => line.includes(`/${file}"`));
    assert.match(tag, / integrity="sha384-[\w+/]{64}"/);
    return tag.replace(/https:\/\/cdn\.example\/tray-auth-dialog@[\d.]+/, '/node_modules/tray-auth-dialog');
  };
  let html;
  before(() => {
    html = readFileSync(project.path('page', 'index.html'), 'utf8');
  });
  const pageWith = (...tags) =>
    writeFileSync(project.path('page', 'index.html'), html.replace('<script', `${tags.join('\n')}\n<script`));

  for (const [file, headers] of Object.entries(files)) {
    test(`${file}: the global opens a dialog`, async (t) => {
      pageWith(tagOf(file));
      const server = await serve(project.folder, headers);
      t.after(server.close);
      await browser.opensDialogAt(`${server.origin}/page/`);
      const names = await browser.run(() => Object.keys(globalThis.TrayAuthDialog).sort());
      assert.deepEqual(
        names,
        Object.keys(await import('../../pkg/dist/esm/index.js')).sort(),
        'it has all of the entry',
      );
    });
  }

  test('a file that is not that of the release is refused by its hash', async (t) => {
    const [file] = Object.keys(files);
    pageWith(tagOf(file));
    const path = project.path('node_modules/tray-auth-dialog/pkg/dist/global', file);
    const whole = readFileSync(path, 'utf8');
    const server = await serve(project.folder);
    t.after(server.close);
    t.after(() => writeFileSync(path, whole));
    writeFileSync(path, `${whole}\n`);
    writeFileSync(project.path('page', 'main.js'), 'globalThis.ready = true;');
    await browser.visit(`${server.origin}/page/`);
    assert.equal(await browser.run(() => typeof globalThis.TrayAuthDialog), 'undefined');
  });
});
