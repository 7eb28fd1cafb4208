// Runtimes that compile no WebAssembly at run time, as Cloudflare's and Vercel's: what bundlers for them take of the package works
// there without a change to the import. Here with Node's own ban on compiling; in workerd itself by `npm run packaging:all`, and in
// Next's edge runtime by the tests of Next.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { answers, expected } from './apps/no-page.js';
import { Project } from './support/project.mjs';

/** What the bundle of such a runtime makes of the default entry. */
const worker = `
  import * as dialogs from 'tray-auth-dialog';
  ${answers}
  globalThis.answer = JSON.stringify(answers(dialogs));
`;

/** Where neither text nor bytes become code. */
function edge(bundle) {
  const globals = { URL, URLSearchParams, TextDecoder, TextEncoder, setTimeout };
  const context = createContext(globals, { codeGeneration: { strings: false, wasm: false } });
  runInContext(bundle, context);
  return JSON.parse(context.answer);
}

describe('an edge runtime', () => {
  /** @param {string} [condition] by which the bundler asks */
  async function bundled(condition) {
    const project = await Project.create('esbuild');
    writeFileSync(project.path('worker.js'), worker);
    const conditions = condition ? [`--conditions=${condition},worker,browser`] : [];
    await project.run('esbuild', ['worker.js', '--bundle', '--format=iife', '--outfile=dist.js', ...conditions]);
    return readFileSync(project.path('dist.js'), 'utf8');
  }

  for (const condition of ['workerd', 'edge-light']) {
    test(`with the condition "${condition}", URLs and messages work, and opening says not_in_browser`, async () => {
      assert.deepEqual(edge(await bundled(condition)), expected);
    });
  }

  test('without a condition that the package knows, the error names the entry that works there', async () => {
    const bundle = await bundled();
    const { url, open } = edge(bundle);
    assert.deepEqual({ url, open }, { url: 'wasm_blocked', open: 'not_in_browser' });
    assert.match(bundle, /tray-auth-dialog\/js/);
  });
});
