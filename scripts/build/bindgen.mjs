// wasm-bindgen: the compiled module becomes one that knows JavaScript's values, and the JavaScript that talks to it.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { runStep } from '../lib/run.mjs';

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
    await runStep('Binding it to JavaScript', wasmBindgen, [module, folder]);
    await use({
      glue: readFileSync(join(folder, 'tray_auth_dialog_bg.js'), 'utf8'),
      module: join(folder, 'tray_auth_dialog_bg.wasm'),
      folder,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
