// wasm-bindgen and Binaryen: the compiled module becomes a small one and the JavaScript that talks to it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, npmProgram } from '../lib/paths.mjs';
import { runStep } from '../lib/run.mjs';

/**
 * The features that the compiler uses by default. Not `--all-features`: it makes modules that today's browsers refuse.
 */
export const features = [
  '--enable-bulk-memory',
  '--enable-reference-types',
  '--enable-multivalue',
  '--enable-sign-ext',
  '--enable-nontrapping-float-to-int',
  '--enable-mutable-globals',
];

/**
 * @param {string} wasmBindgen the path of the program
 * @param {string} module the path of the compiled module
 * @param {(bound: { glue: string, module: string, folder: string }) => Promise<void>} use gets the text of the glue and
 * the path of the module that goes with it; the folder, where it can put files, is removed afterwards
 */
export async function bind(wasmBindgen, module, use) {
  mkdirSync(inRoot('target'), { recursive: true });
  const folder = mkdtempSync(inRoot('target', 'bindgen-'));
  try {
    await runStep('Binding it to JavaScript', wasmBindgen, ['web', module, folder]);
    await use({
      glue: readFileSync(join(folder, 'tray_auth_dialog.js'), 'utf8'),
      module: join(folder, 'tray_auth_dialog_bg.wasm'),
      folder,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} from @param {string} to paths of modules */
export async function optimise(from, to) {
  const strip = ['--strip-debug', '--strip-producers', '--strip-target-features'];
  await runStep('Making the module small', process.execPath, [
    npmProgram('wasm-opt'),
    '-Oz',
    ...features,
    ...strip,
    from,
    '-o',
    to,
  ]);
}

/** @param {string} from the path of a module @param {string} to the path of the JavaScript that does the same */
export async function translate(from, to) {
  await runStep('Translating the module to JavaScript', process.execPath, [
    npmProgram('wasm2js'),
    '-Oz',
    from,
    '-o',
    to,
  ]);
}
