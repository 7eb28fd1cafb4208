// Builds what the entries that run WebAssembly load: the module, its glue, and the module as text.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generated, inRoot } from '../lib/paths.mjs';
import { defaultFeatures, optimise } from './binaryen.mjs';
import { bind } from './bindgen.mjs';
import { compile, wasmVariant } from './compile.mjs';
import { glueFactory } from './glue.mjs';
import { encode } from './text.mjs';
import { writeGenerated, writeWhole } from './write.mjs';

/** The files that the entries import, and the list of the module's functions, for who reads a stack. */
export const wasmOutputs = {
  module: join(generated, 'tray_auth_dialog.wasm'),
  glue: join(generated, 'glue.js'),
  bytes: join(generated, 'bytes.js'),
  styles: join(generated, 'modal-css.js'),
  functions: join(generated, 'functions.txt'),
};

/**
 * By it the glue knows its own module, where that is a file which the page may have from elsewhere.
 * @param {string} name @param {string} text both short: a length takes one byte here
 */
function customSection(name, text) {
  const content = [name.length, ...Buffer.from(name + text)];
  return Buffer.from([0, content.length, ...content]);
}

/** @returns {Promise<string>} the modal's style sheet as a module: text that the facade puts into a constructable sheet */
async function styleModule() {
  // Not at the top: this script is imported before the npm packages are there.
  const { transform } = await import('esbuild');
  // The oldest browsers with constructable sheets; newer syntax than theirs is refused here rather than ignored there.
  const target = ['chrome108', 'firefox101', 'safari16.4'];
  const source = readFileSync(inRoot('pkg', 'modal.css'), 'utf8');
  const { code } = await transform(source, { loader: 'css', minify: true, target });
  return `export const modalStyles = ${JSON.stringify(code.trim())};\n`;
}

/** @param {import('../setup/index.mjs').Tools} tools @param {{ large?: boolean }} [options] `large`: not made small */
export async function buildWasmEntries({ rust, wasmBindgen }, { large } = {}) {
  await bind(wasmBindgen, await compile(rust, wasmVariant), async ({ glue, module, folder }) => {
    const small = await optimise(module, folder, defaultFeatures, { large });
    const bytes = readFileSync(small.path);
    const id = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
    writeWhole(wasmOutputs.module, Buffer.concat([bytes, customSection('tray-auth-dialog', id)]));
    writeGenerated(wasmOutputs.glue, `${await glueFactory(glue, small)}export const id = "${id}";\n`);
    writeWhole(wasmOutputs.functions, readFileSync(small.functions));
    writeGenerated(wasmOutputs.styles, await styleModule());
    writeGenerated(wasmOutputs.bytes, `export const text = "${encode(bytes)}";\n`);
  });
}
