// What each suite leaves for the table of evidence: its counts, when it ran, and the sources that it ran over.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, fingerprint } from '../lib/fingerprint.mjs';
import { dist, generated, inRoot } from '../lib/paths.mjs';

const folder = inRoot('target', 'reports');

/** @param {string[]} paths in the checkout */
const files = (...paths) => paths.flatMap((path) => filesIn(inRoot(path)));

/** The core with its tests, and the package with what it is built by. */
const core = () => files('src/core', 'Cargo.toml', 'Cargo.lock', 'tests/native', 'tests/vectors');
const product = () => [
  ...files('src', 'Cargo.toml', 'Cargo.lock', 'scripts/build', 'scripts/formats', 'tools/wasm-bindgen/Cargo.lock'),
  ...files('pkg').filter((file) => ![dist, generated].some((built) => file.startsWith(built))),
];

/** What each suite runs over: when one of these files changes, its report is of an older state. @type {Record<string, () => string[]>} */
const sources = {
  native: core,
  coverage: core,
  mutants: () => [...core(), ...files('.cargo/mutants.toml')],
  fuzz: () => [...core(), ...files('fuzz/Cargo.lock', 'fuzz/fuzz_targets', 'fuzz/src', 'fuzz/seeds')],
  e2e: () => [...product(), ...files('tests/e2e', 'tests/vectors', 'www')],
  attacks: () => [...product(), ...files('tests/attacks', 'tests/e2e/harness', 'tests/e2e/pages')],
  packaging: () => [...product(), ...files('tests/packaging').filter((file) => !file.includes('node_modules'))],
  types: () => [...product(), ...files('tests/types').filter((file) => !file.includes('node_modules'))],
};

/** The suites that leave a report. */
export const suites = Object.keys(sources);

/** @param {string} suite @returns {string} */
const stateOf = (suite) => fingerprint(sources[suite]());

/**
 * @template Content
 * @typedef {{ suite: string, engine?: string, at: string, state: string } & Content} Report `at`: when it ended
 */

/**
 * To be called before a suite runs.
 * @param {string} suite
 * @returns {(content: object, engine?: string) => void} keeps what it found, in that engine
 */
export function beginReport(suite) {
  const state = stateOf(suite);
  return (content, engine) => {
    mkdirSync(folder, { recursive: true });
    const report = { suite, engine, at: new Date().toISOString(), state, ...content };
    const name = [suite, engine].filter(Boolean).join('-');
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  };
}

/** @returns {Report<Record<string, any>>[]} of all suites that have run here */
export function readReports() {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** @param {{ suite: string, state: string }} report @returns {boolean} whether sources have changed since it ran */
export const isStale = ({ suite, state }) => state !== stateOf(suite);
