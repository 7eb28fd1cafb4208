// Builds what the entries that run WebAssembly load: the module, its glue, and the module as text.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated } from '../lib/paths.mjs';
import { defaultFeatures, optimise } from './binaryen.mjs';
import { bind } from './bindgen.mjs';
import { compile, wasmVariant } from './compile.mjs';
import { renameInGlue, trimGlue, usedExports } from './glue.mjs';
import { styleModule } from './styles.mjs';
import { encode } from './text.mjs';
import { writeGenerated, writeWhole } from './write.mjs';

/** The files that the entries import. */
export const wasmOutputs = {
  module: join(generated, 'tray_auth_dialog.wasm'),
  glue: join(generated, 'glue.js'),
  bytes: join(generated, 'bytes.js'),
  styles: join(generated, 'modal-css.js'),
};

/** What the crate imports from `platform` (src/browser/platform.rs) is looked up in the variable of that name. */
const start = `
let platform;
export function start(module, lent) {
  platform = lent;
  wasm = new WebAssembly.Instance(module, __wbg_get_imports()).exports;
}`;

/** @param {import('../setup/index.mjs').Tools} tools */
export async function buildWasmEntries({ rust, wasmBindgen }) {
  await bind(wasmBindgen, await compile(rust, wasmVariant), async ({ glue, module, folder }) => {
    const trimmed = await trimGlue(glue, start);
    const small = await optimise(module, folder, { exports: usedExports(trimmed), features: defaultFeatures });
    const bytes = readFileSync(small.path);
    writeWhole(wasmOutputs.module, bytes);
    writeGenerated(wasmOutputs.glue, await renameInGlue(trimmed, small));
    writeGenerated(wasmOutputs.styles, await styleModule());
    writeGenerated(wasmOutputs.bytes, `export default "${encode(bytes)}";\n`);
  });
}
