// Where all that is built with comes from and under which licences, and that the package brings nobody else's.
import { readFileSync } from 'node:fs';
import { filesIn } from './lib/fingerprint.mjs';
import { inRoot } from './lib/paths.mjs';
import { isMain, runMain } from './lib/stop.mjs';
import { checkCrates } from './supply-chain/crates.mjs';
import { purposeProblems } from './supply-chain/purposes.mjs';
import { failureText } from './test/closing.mjs';
import { licenceProblems, manifestProblems, sourceProblems } from './supply-chain/npm-packages.mjs';

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(inRoot(path), 'utf8'));

/** The lock files of the bench, and of the projects that tests install the package into. */
const otherLocks = () =>
  [inRoot('bench', 'package-lock.json'), ...filesIn(inRoot('tests'))].filter(
    (file) => file.endsWith('package-lock.json') && !file.includes('node_modules'),
  );

/** @type {Record<string, () => string[]>} what is checked, and what is found wrong with it */
const checks = {
  'the package depends on nothing': () => manifestProblems(json('package.json')),
  'npm packages come from one registry, with checksums': () => [
    ...sourceProblems(json('package-lock.json').packages),
    ...otherLocks().flatMap((file) => sourceProblems(JSON.parse(readFileSync(file, 'utf8')).packages)),
  ],
  'licences of the npm packages that build and test': () => licenceProblems(json('package-lock.json').packages),
  'every dependency has a purpose': purposeProblems,
};

/** @returns {Promise<{ passed: number, failed: number, why: string[] }>} */
export async function supplyChain() {
  const found = await checkCrates();
  for (const [title, check] of Object.entries(checks)) {
    const problems = check();
    found[title] = problems.join('\n');
    console.log(`${problems.length === 0 ? '✓' : '✗'} ${title}`);
    for (const problem of problems) console.error(`  ${problem}`);
  }
  const wrong = Object.entries(found).filter(([, problem]) => problem);
  const why = wrong.map(([title, problem]) => failureText(title, problem, 'node scripts/supply-chain.mjs'));
  return { passed: Object.keys(found).length - why.length, failed: why.length, why };
}

if (isMain(import.meta.url)) await runMain(async () => ((await supplyChain()).failed > 0 ? 1 : 0));
