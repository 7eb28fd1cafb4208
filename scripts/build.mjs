// `npm run build`: from the Rust sources to pkg/generated/, in steps that are left out while nothing has changed.
import { readFileSync } from 'node:fs';
import { fingerprint, unlessDone } from './lib/fingerprint.mjs';
import { inRoot } from './lib/paths.mjs';
import { isMain, runMain } from './lib/stop.mjs';
import { flagsOf, wasmVariant } from './build/compile.mjs';
import { buildWasmEntries, wasmOutputs } from './build/wasm-entries.mjs';
import { setUp } from './setup/index.mjs';

/** What the build is made from, beside the compiler. */
const sources = ['src', 'Cargo.toml', 'Cargo.lock', 'scripts/build', 'tools/wasm-bindgen'].map((path) => inRoot(path));

/** @param {string} name @returns {string} the version of an npm package that is installed */
const versionOf = (name) => JSON.parse(readFileSync(inRoot('node_modules', name, 'package.json'), 'utf8')).version;

/** @param {import('./setup/index.mjs').Tools} tools */
export async function build(tools) {
  const made = {
    rustc: tools.rust.version,
    flags: flagsOf(wasmVariant),
    binaryen: versionOf('binaryen'),
    esbuild: versionOf('esbuild'),
  };
  const inputs = fingerprint(sources, made);
  const stamp = inRoot('target', 'stamps', 'wasm');
  const isNew = await unlessDone(stamp, inputs, Object.values(wasmOutputs), () => buildWasmEntries(tools));
  console.log(isNew ? '✓ Built pkg/generated/' : '✓ pkg/generated/ is up to date');
}

if (isMain(import.meta.url)) await runMain(async () => build(await setUp()));
