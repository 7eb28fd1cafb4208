// `npm start` builds all that the demo imports: in a fresh clone nothing else has been built.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { build } from 'esbuild';
import { jsOutputs } from '../../scripts/build/js-entry.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';

test('npm start leaves no entry out that the back end of the demo imports', async () => {
  const { metafile } = await build({
    // What stands behind the name 'tray-auth-dialog/backend'.
    stdin: { contents: "import '../../pkg/backend.js';", resolveDir: inRoot('www', 'backend') },
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    absWorkingDir: inRoot(),
  });
  assert.match(readFileSync(inRoot('www', 'backend', 'server.mjs'), 'utf8'), /'tray-auth-dialog\/backend'/);
  const isNeeded = Object.keys(metafile.inputs).some((path) => inRoot(path) === jsOutputs.glue);
  const isLeftOut = /wasmOnly: true/.test(readFileSync(inRoot('scripts', 'start.mjs'), 'utf8'));
  assert.ok(!(isNeeded && isLeftOut), 'the entry without WebAssembly');
});
