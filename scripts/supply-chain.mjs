// Where all that is built with comes from and under which licences. That the package brings nobody else's:
// tests/packaging/manifest.test.mjs.
import { readFileSync } from 'node:fs';
import { failureText, tryStep } from './lib/failure.mjs';
import { filesIn } from './lib/fingerprint.mjs';
import { inRoot } from './lib/paths.mjs';
import { isMain, runMain } from './lib/stop.mjs';
import { cargoProgram } from './setup/kept-program.mjs';
import { licenceProblems, sourceProblems } from './supply-chain/npm-packages.mjs';
import { purposeProblems } from './supply-chain/purposes.mjs';

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
  const alone = 'node scripts/supply-chain.mjs';
  const why = [];
  for (const [name, manifest] of Object.entries(graphs)) {
    const files = ['--manifest-path', inRoot(manifest), '--config', inRoot('deny.toml')];
    const title = `Licences, bans and sources of ${name}`;
    why.push(...(await tryStep(title, program, [...files, '--locked', 'check', ...denied], alone)));
  }
  for (const [title, check] of Object.entries(checks)) {
    const problems = check().join('\n');
    console.log(problems ? `✗ ${title}\n${problems}` : `✓ ${title}`);
    if (problems) why.push(failureText(title, problems, alone));
  }
  const all = Object.keys(graphs).length + Object.keys(checks).length;
  return { passed: all - why.length, failed: why.length, why };
}

if (isMain(import.meta.url)) await runMain(async () => ((await supplyChain()).failed > 0 ? 1 : 0));
