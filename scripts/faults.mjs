// `npm run faults`: makes the careless changes of tests/faults/, one at a time, in a copy of this checkout, and names the test
// that fails for each. One that no test notices is a test that is missing.
//
//   npm run faults                      all of them, in an hour or so
//   npm run faults -- trust listener    those whose name, subject or file contains one of these
//   npm run faults -- --unproved trust  without the run of their tests before, which shows that these pass without a fault
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { build, keepPackage, make, refresh } from './faults/copy.mjs';
import { faultProblems, misfit, readFaults } from './faults/read.mjs';
import { inRoot } from './lib/paths.mjs';
import { Progress } from './lib/progress.mjs';
import { run } from './lib/run.mjs';
import { runMain, Stop } from './lib/stop.mjs';
import { findBrowsers } from './setup/browsers.mjs';
import { setUp } from './setup/index.mjs';
import { recorded } from './test/results.mjs';

/** @typedef {import('./faults/read.mjs').Listed} Listed */

/** @param {Listed} fault */
const engineOf = ({ engine = 'chromium' }) => engine;

/**
 * Runs test files, each up to its first failure.
 * @param {string} folder of the package
 * @param {string} suite a folder in tests/
 * @param {string[]} names @param {string} engine
 */
async function runTests(folder, suite, names, engine) {
  const files = names.map((name) => `/${name}.test.`);
  const env = { ENGINES: engine, E2E_PACKAGE: folder, E2E_FIRST_FAILURE: '1' };
  const { code, output, results } = await recorded((record) =>
    run(process.execPath, [inRoot('tests', suite, 'run.mjs'), ...files], { env: { ...env, ...record } }),
  );
  return { passed: code === 0, output, failed: results.find(({ result, why }) => result === 'failed' && why) };
}

/** @param {string} caughtBy */
const parts = (caughtBy) => ({ suite: dirname(caughtBy), name: caughtBy.slice(dirname(caughtBy).length + 1) });

/** Shows that the tests pass without a fault: else they would catch anything. @param {Listed[]} faults */
async function prove(faults) {
  const folder = keepPackage('whole');
  /** @type {Record<string, string[]>} the files of each suite and engine */
  const runs = {};
  for (const fault of faults) {
    const { suite, name } = parts(fault.caughtBy);
    const key = `${suite} ${engineOf(fault)}`;
    runs[key] = [...new Set([...(runs[key] ?? []), name])];
  }
  for (const [key, names] of Object.entries(runs)) {
    const [suite, engine] = key.split(' ');
    const progress = new Progress(`Without a fault, in ${engine}: tests/${suite}, ${names.join(', ')}`);
    const { passed, output } = await runTests(folder, suite, names, engine);
    progress.end(passed);
    if (!passed) throw new Stop(`They fail without a fault, and would catch anything:\n${output}`);
  }
}

/** @param {string} text @returns {string} its last lines */
const ending = (text) => text.trimEnd().split('\n').slice(-15).join('\n');

/**
 * Makes a fault and builds it.
 * @param {Listed} fault @param {string} name of the folder
 * @returns {Promise<{ folder?: string, why?: string }>}
 */
async function prepare(fault, name) {
  const unfit = misfit(fault);
  if (unfit) return { why: `does not apply: ${unfit}` };
  refresh();
  make(fault);
  const { code, output } = await build();
  return code === 0 ? { folder: keepPackage(name) } : { why: `does not build:\n${ending(output)}` };
}

/** @param {Listed} fault @param {string} folder of the package with it @returns {Promise<{ test?: string, why?: string }>} */
async function tryOut(fault, folder) {
  const { suite, name } = parts(fault.caughtBy);
  const { passed, failed, output } = await runTests(folder, suite, [name], engineOf(fault));
  if (failed) return { test: failed.name };
  // A run that ends before its tests do says nothing of them.
  if (!passed) return { why: `tests/${fault.caughtBy}.test.mjs ended without a test that failed:\n${ending(output)}` };
  return { why: `NOT CAUGHT by tests/${fault.caughtBy}.test.mjs: ${fault.users}` };
}

/**
 * Builds one after another, each while the one before is tested.
 * @param {Listed[]} faults
 * @returns {Promise<number>} how many were caught
 */
async function tryAll(faults) {
  let ended = 0;
  let caught = 0;
  let trying = Promise.resolve();
  /** @param {Listed} fault @param {{ test?: string, why?: string }} outcome `test`: that failed; `why`: it was not caught */
  const end = (fault, { test, why }) => {
    ended += 1;
    if (test) caught += 1;
    console.log(`${ended}/${faults.length} ${test ? '✓' : '✗'} ${fault.name}: ${test ?? why}`);
  };
  for (const [index, fault] of faults.entries()) {
    const { folder, why } = await prepare(fault, `${index % 2}`);
    await trying;
    if (folder === undefined) end(fault, { why });
    else trying = tryOut(fault, folder).then((outcome) => end(fault, outcome));
  }
  await trying;
  return caught;
}

/** @param {string[]} wanted @param {{ unproved?: boolean }} options @returns {Promise<number>} */
async function faults(wanted, { unproved } = {}) {
  const all = await readFaults();
  const broken = faultProblems(all);
  const chosen = all.filter(
    ({ name, subject, file }) =>
      wanted.length === 0 || wanted.some((part) => [name, subject, file].some((text) => text.includes(part))),
  );
  if (chosen.length === 0) throw new Stop(`No fault's name, subject or file contains ${wanted.join(' or ')}.`);
  await setUp({ browsers: [...new Set(chosen.map(engineOf))] });
  const missing = chosen.map(engineOf).find((engine) => !(engine in findBrowsers()));
  if (missing) throw new Stop(`${missing} is not here, and some of these faults show in nothing else.`);

  refresh();
  const progress = new Progress('Building the copy', '3 min the first time');
  const built = await build({ whole: true });
  progress.end(built.code === 0);
  if (built.code !== 0) throw new Stop(`The copy without a fault could not be built:\n${ending(built.output)}`);
  if (!unproved) await prove(chosen);

  // Those that need no compiler first.
  const isCompiled = (/** @type {Listed} */ { file }) => Number(file.startsWith('src/'));
  const caught = await tryAll(chosen.toSorted((one, other) => isCompiled(one) - isCompiled(other)));
  console.log(`\nfaults: ${caught} of ${chosen.length} caught`);
  for (const problem of broken) console.error(problem);
  return caught === chosen.length && broken.length === 0 ? 0 : 1;
}

await runMain(() => {
  const { values, positionals } = parseArgs({ options: { unproved: { type: 'boolean' } }, allowPositionals: true });
  return faults(positionals, values);
});
