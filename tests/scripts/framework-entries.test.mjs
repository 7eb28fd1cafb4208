// What the entries for frameworks weigh, which nobody pays who does not use them; and that no sample's button submits a form.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { inRoot, root } from '../../scripts/lib/paths.mjs';

/** @param {string} contents @returns {Promise<{ bytes: number, files: string[] }>} what a partner ships, without the framework */
async function bundle(contents) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `${contents}\nexport { openAuthDialog } from 'tray-auth-dialog';`, resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    external: ['react', 'vue', 'svelte', 'svelte/store'],
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return { bytes: brotliCompressSync(outputFiles[0]?.contents ?? '').length, files: Object.keys(metafile.inputs) };
}

/** What each may weigh over the default entry, in brotli-11: as docs/frameworks.md says. */
const most = {
  "export { useAuthDialog } from 'tray-auth-dialog/react';": 1050,
  "export { useAuthDialog } from 'tray-auth-dialog/vue';": 1050,
  "export { useAuthDialog } from 'tray-auth-dialog/svelte';": 1050,
  "import 'tray-auth-dialog/element/define';": 2300,
};

describe('the entries for frameworks', () => {
  test('add nothing to the default entry', async () => {
    const { files } = await bundle('');
    assert.ok(files.some((file) => file.endsWith('dialog.js')));
    assert.deepEqual(
      files.filter((file) => /frameworks|element|testing|react|vue|svelte/.test(file)),
      [],
    );
  });

  for (const [line, limit] of Object.entries(most)) {
    test(`${line} adds some bytes, and no more than ${limit}`, async () => {
      const more = (await bundle(line)).bytes - (await bundle('')).bytes;
      assert.ok(more > 0 && more <= limit, `${more} bytes`);
    });
  }
});

describe('the samples', () => {
  const pages = readdirSync(inRoot('docs')).filter((name) => name.endsWith('.md'));
  const types = readdirSync(inRoot('pkg'), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.d.ts') && !name.startsWith('dist'),
  );
  const files = [
    'README.md',
    'www/README.md',
    ...pages.map((name) => `docs/${name}`),
    ...types.map((name) => `pkg/${name}`),
  ];

  test('every button has type="button", so that it submits no form', () => {
    const buttons = files.flatMap((file) =>
      [...readFileSync(inRoot(file), 'utf8').matchAll(/<button\b[^>]*/g)].map(([button]) => ({ file, button })),
    );
    assert.ok(buttons.length > 5);
    assert.deepEqual(
      buttons.filter(({ button }) => !button.includes('type="button"')),
      [],
    );
  });
});
