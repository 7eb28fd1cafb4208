// Finds all that the scripts need, and installs what is missing where it can. Uses nothing but Node's own modules.
import { Stop } from '../lib/stop.mjs';
import { areOffered, commandFor, hasApt, install, isRoot, mayBeOffered, updateLists } from './debian.mjs';
import { needsOf, prepareBrowsers } from './browsers.mjs';
import { npmPackages } from './npm-packages.mjs';
import { cargo, linker, wasmRust } from './rust.mjs';
import { needToolchain } from './rustup.mjs';
import { wasmBindgen } from './wasm-bindgen.mjs';

/** The oldest Node that the scripts run on. */
const oldestNode = 20;

/**
 * What the scripts need from the machine, in one shape, so that all that is missing can be installed, or told, at once.
 * @template Found
 * @typedef {object} Requirement
 * @property {string} what is needed, as in "… is missing"
 * @property {() => Found | undefined} find looks for it, without changing anything
 * @property {() => Promise<void>} [add] tries what needs no system package; that it did not help shows by `find`
 * @property {() => string[]} debian the Debian packages that bring it
 * @property {string} otherwise what to do where those cannot be had, as in "… is missing: <otherwise>"
 */

/** @typedef {Requirement<unknown>} Need */

/**
 * @typedef {object} Tools
 * @property {import('./rust.mjs').Rust} rust the toolchain that compiles to WebAssembly
 * @property {string} wasmBindgen the path of the program
 */

/**
 * @param {object} [options]
 * @param {Need[]} [options.also] further needs
 * @param {string[]} [options.browsers] names of engines that are to be had too; where they cannot be installed, that is
 * said, and fails only on a CI machine
 * @param {boolean} [options.installs] whether what is missing may be installed on this machine, as Debian's packages are
 * for root; if not, it is only said
 * @returns {Promise<Tools>}
 */
export async function setUp({ also = [], browsers = [], installs = true } = {}) {
  if (Number(process.versions.node.split('.')[0]) < oldestNode) {
    throw new Stop(`Node ${process.versions.node} is too old: install Node ${oldestNode} or newer.`);
  }
  needToolchain();
  await provide([cargo, linker, wasmRust, ...also], needsOf(browsers), installs);
  const rust = wasmRust.find();
  if (!rust) throw new Stop(`${wasmRust.what} was installed but cannot be found.`);
  await npmPackages();
  const tools = { rust, wasmBindgen: await wasmBindgen() };
  await prepareBrowsers(browsers);
  return tools;
}

/**
 * Installs what is missing, or says how to.
 * @param {Need[]} required without these nothing can go on
 * @param {Need[]} wanted without these something can
 * @param {boolean} installs
 */
async function provide(required, wanted, installs) {
  if (installs) for (const need of required.filter(isMissing)) await need.add?.();
  const missing = [...required, ...wanted].filter(isMissing);
  if (missing.length === 0) return;

  try {
    if (installs && hasApt() && isRoot()) await installFor(missing);
  } catch (error) {
    if (!(error instanceof Stop) || required.some(isMissing)) throw error;
    console.log(`! ${error.message}`);
  }
  const still = missing.filter(isMissing);
  if (still.length === 0) return;
  const advice = adviceFor(still);
  if (still.some((need) => required.includes(need))) throw new Stop(advice);
  console.log(advice);
}

/** @param {Need} need */
const isMissing = (need) => !need.find();

/** @param {Need[]} needs to install the packages for, as far as this system has packages for them; as root */
async function installFor(needs) {
  await updateLists();
  const packages = needs.map(({ debian }) => debian()).filter(areOffered);
  if (packages.length > 0) await install([...new Set(packages.flat())]);
}

/** @param {Need[]} needs that are missing @returns {string} what to do */
function adviceFor(needs) {
  const byApt = hasApt() && !isRoot() ? needs.filter(({ debian }) => mayBeOffered(debian())) : [];
  const names = byApt.map(({ what }) => what).join('; ');
  const command = commandFor(byApt.flatMap(({ debian }) => debian()));
  return [
    ...needs
      .filter((need) => !byApt.includes(need))
      .map(({ what, otherwise }) => `Missing: ${what}; ${otherwise}, then run the command again.`),
    ...(byApt.length > 0 ? [`Missing: ${names}. Run this once, then the command again:\n\n  ${command}\n`] : []),
  ].join('\n');
}
