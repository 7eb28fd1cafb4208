// The page of a browser extension, whose policy allows no WebAssembly unless the extension asks for it: /js works there.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Visitor } from './support/browser.mjs';
import { Project } from './support/project.mjs';

/** Chromium names an unpacked extension by its folder. @param {string} folder */
const idOf = (folder) => {
  const digits = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  return [...digits].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
};

describe("an extension's page", () => {
  const browser = new Visitor();
  let page;
  before(async () => {
    const project = await Project.create('esbuild', { extension: 'js.js' });
    await project.run('esbuild', ['extension/main.js', '--bundle', '--format=esm', '--outdir=extension/dist']);
    project.addPage('extension');
    const folder = project.path('extension', 'dist');
    const manifest = { manifest_version: 3, name: 'Partner', version: '1.0' };
    writeFileSync(project.path('extension', 'dist', 'manifest.json'), JSON.stringify(manifest));
    page = `chrome-extension://${idOf(folder)}/index.html`;
    await browser.start({ chromiumArguments: [`--load-extension=${folder}`] });
  });
  after(() => browser.leave());

  test('a dialog opens, and its result arrives', () => browser.opensDialogAt(page));

  test('WebAssembly is forbidden there', async () => {
    await browser.visit(page);
    const refusal = await browser.run(() => {
      try {
        new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
      } catch (error) {
        return error.name;
      }
    });
    assert.equal(refusal, 'CompileError');
  });
});
