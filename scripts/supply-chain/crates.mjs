// The three graphs of crates against deny.toml: licences, sources, build scripts, and crates that are there twice.
import { inRoot } from '../lib/paths.mjs';
import { runStep } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';
import { cargoProgram } from '../setup/kept-program.mjs';

/** The manifests, each with a lock file of its own. */
const graphs = {
  'the package': 'Cargo.toml',
  'the wasm-bindgen program': 'tools/wasm-bindgen/Cargo.toml',
  'the fuzz targets': 'fuzz/Cargo.toml',
};

/** Known weaknesses are looked for by the workflow: their list is on a server that need not be in reach here. */
const checks = ['licenses', 'bans', 'sources'];

/** @returns {Promise<Record<string, string>>} by what was checked: what is wrong with it, nothing if all is well */
export async function checkCrates() {
  const program = await cargoProgram('cargo-deny', '0.20.2', '2 min');
  /** @type {Record<string, string>} */
  const found = {};
  for (const [name, manifest] of Object.entries(graphs)) {
    const files = ['--manifest-path', inRoot(manifest), '--config', inRoot('deny.toml')];
    const title = `Licences, bans and sources of ${name}`;
    try {
      await runStep(title, program, [...files, '--locked', 'check', ...checks]);
      found[title] = '';
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      found[title] = error.output;
    }
  }
  return found;
}
