// What is published is in the syntax of ES2019. What that costs, against the same sources in the syntax of today's browsers.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildFormats, formats } from '../../scripts/formats/build.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** @param {string} file @returns {Promise<number>} its bytes in brotli, as a partner bundles it */
async function weigh(file) {
  const options = /** @type {const} */ ({ bundle: true, minify: true, format: 'esm', target: 'es2021', write: false });
  const { outputFiles } = await build({ ...options, entryPoints: [inRoot(file)] });
  return brotliCompressSync(outputFiles[0]?.contents ?? '').length;
}

describe('the syntax of ES2019', () => {
  for (const source of ['index', 'slim', 'js']) {
    test(`costs ${source} at most 3 %`, async () => {
      await buildFormats();
      const [published, newer] = await Promise.all([weigh(`${formats.esm}/${source}.js`), weigh(`pkg/${source}.js`)]);
      assert.ok(published <= newer * 1.03, `${published} B against ${newer} B`);
    });
  }
});
