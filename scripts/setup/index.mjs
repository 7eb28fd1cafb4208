// Finds all that the scripts need, and installs what is missing where it can. Uses nothing but Node's own modules.
import { Stop } from '../lib/stop.mjs';
import { areOffered, commandFor, hasApt, install, isRoot, updateLists } from './debian.mjs';
import { npmPackages } from './npm-packages.mjs';
import { cargo, linker, wasmRust } from './rust.mjs';
import { wasmBindgen } from './wasm-bindgen.mjs';

/** The oldest Node that the scripts run on. */
const oldestNode = 20;

/**
 * @typedef {object} Tools
 * @property {import('./rust.mjs').Rust} rust the toolchain that compiles to WebAssembly
 * @property {string} wasmBindgen the path of the program
 */

/**
 * @param {{ also?: import('./requirement.mjs').Requirement<unknown>[] }} [options] `also`: further needs
 * @returns {Promise<Tools>}
 */
export async function setUp({ also = [] } = {}) {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    throw new Stop(`Node ${process.versions.node} is too old: install Node ${oldestNode} or newer.`);
  }
  await provide([cargo, linker, wasmRust, ...also]);
  const rust = wasmRust.find();
  if (!rust) throw new Stop(`${wasmRust.what} was installed but cannot be found.`);
  await npmPackages();
  return { rust, wasmBindgen: await wasmBindgen() };
}

/** @param {import('./requirement.mjs').Requirement<unknown>[]} requirements */
async function provide(requirements) {
  const isMissing = (/** @type {import('./requirement.mjs').Requirement<unknown>} */ requirement) => !requirement.find();
  for (const requirement of requirements.filter(isMissing)) await requirement.add?.();
  const missing = requirements.filter(isMissing);
  if (missing.length === 0) return;

  if (hasApt() && isRoot()) await updateLists();
  const packages = () => [...new Set(missing.flatMap((requirement) => requirement.debian()))];
  const canInstall = hasApt() && (areOffered(packages()) || !isRoot());
  if (canInstall && isRoot()) await install(packages());

  const still = missing.filter(isMissing);
  if (still.length === 0) return;
  const names = still.map(({ what }) => what).join('; ');
  throw new Stop(
    canInstall && !isRoot()
      ? `Missing: ${names}. Run this once, then the command again:\n\n  ${commandFor(packages())}\n`
      : still.map(({ what, otherwise }) => `Missing: ${what}; ${otherwise}, then run the command again.`).join('\n'),
  );
}
