// Where all that is built with comes from and under which licences. That the package brings nobody else's:
// tests/packaging/manifest.test.mjs.
import { readFileSync } from 'node:fs';
import { filesIn } from './lib/fingerprint.mjs';
import { inRoot } from './lib/paths.mjs';
import { runStep } from './lib/run.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';
import { cargoProgram } from './setup/kept-program.mjs';
import { licenceProblems, sourceProblems } from './supply-chain/npm-packages.mjs';
import { purposeProblems } from './supply-chain/purposes.mjs';
import { failureText } from './test/closing.mjs';

/** What is checked by deny.toml: the manifests, each with a lock file of its own. */
const graphs = {
  'the package': 'Cargo.toml',
  'the wasm-bindgen program': 'tools/wasm-bindgen/Cargo.toml',
  'the fuzz targets': 'fuzz/Cargo.toml',
};

/** Known weaknesses are looked for by the workflow: their list is on a server that need not be in reach here. */
const denied = ['licenses', 'bans', 'sources'];

/** @param {string} path of a package-lock.json */
const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

const ownLock = inRoot('package-lock.json');

/** The lock files of the bench, and of the projects that tests install the package into. */
const otherLocks = () =>
  [inRoot('bench', 'package-lock.json'), ...filesIn(inRoot('tests'))].filter(
    (file) => file.endsWith('package-lock.json') && !file.includes('node_modules'),
  );

/** @type {Record<string, () => string[]>} what is checked here, and what is found wrong with it */
const checks = {
  'npm packages come from one registry, with checksums': () =>
    [ownLock, ...otherLocks()].flatMap((file) => sourceProblems(packagesOf(file))),
  'licences of the npm packages that build and test': () => licenceProblems(packagesOf(ownLock)),
  'every dependency has a purpose': purposeProblems,
};

/** @returns {Promise<{ passed: number, failed: number, why: string[] }>} */
export async function supplyChain() {
  const program = await cargoProgram('cargo-deny', '0.20.2', '2 min');
  /** By what was checked: what is wrong with it. @type {Record<string, string>} */
  const found = {};
  for (const [name, manifest] of Object.entries(graphs)) {
    const title = `Licences, bans and sources of ${name}`;
    const files = ['--manifest-path', inRoot(manifest), '--config', inRoot('deny.toml')];
    try {
      await runStep(title, program, [...files, '--locked', 'check', ...denied]);
      found[title] = '';
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      found[title] = error.output;
    }
  }
  for (const [title, check] of Object.entries(checks)) {
    found[title] = check().join('\n');
    console.log(found[title] ? `✗ ${title}\n${found[title]}` : `✓ ${title}`);
  }
  const wrong = Object.entries(found).filter(([, problem]) => problem);
  const why = wrong.map(([title, problem]) => failureText(title, problem, 'node scripts/supply-chain.mjs'));
  return { passed: Object.keys(found).length - why.length, failed: why.length, why };
}

if (isMain(import.meta.url)) await runMain(async () => ((await supplyChain()).failed > 0 ? 1 : 0));
