// The wasm-bindgen program: it must be of exactly the version that the crate is compiled with, so it is built here.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fingerprint } from '../lib/fingerprint.mjs';
import { inRoot } from '../lib/paths.mjs';
import { runStep } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';
import { keptProgram } from './kept-program.mjs';

const folder = inRoot('tools', 'wasm-bindgen');

/** @param {string} lockFile @param {string} name @returns {string} the version of a package that a Cargo.lock names */
function lockedVersion(lockFile, name) {
  const version = new RegExp(`name = "${name}"\\nversion = "([^"]+)"`).exec(readFileSync(lockFile, 'utf8'))?.[1];
  if (!version) throw new Stop(`${lockFile} names no ${name}: run \`cargo update\` and commit the file.`);
  return version;
}

/** @returns {Promise<string>} the path of the program */
export async function wasmBindgen() {
  const wanted = lockedVersion(inRoot('Cargo.lock'), 'wasm-bindgen');
  const version = lockedVersion(join(folder, 'Cargo.lock'), 'wasm-bindgen-cli-support');
  if (version !== wanted) {
    throw new Stop(
      `The crate uses wasm-bindgen ${wanted} but tools/wasm-bindgen is for ${version}: set both to one version ` +
        `(in tools/wasm-bindgen/Cargo.toml, or by \`cargo update wasm-bindgen --precise ${version}\`).`,
    );
  }
  const sources = ['Cargo.toml', 'Cargo.lock', 'src'].map((name) => join(folder, name));
  return keptProgram(`wasm-bindgen-${version}-${fingerprint(sources).slice(0, 12)}`, async (target) => {
    await runStep(
      `Building wasm-bindgen ${version}`,
      'cargo',
      ['build', '--release', '--locked', '--target-dir', target],
      {
        cwd: folder,
        usually: '1 min',
      },
    );
    return join(target, 'release', 'tray-auth-dialog-bindgen');
  });
}
