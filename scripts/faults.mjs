// `npm run faults`: makes the careless changes of tests/faults/, one at a time, in a copy of this checkout, and names the test
// that fails for each. One that no test notices is a test that is missing.
//
//   npm run faults                      all of them, in an hour or so
//   npm run faults -- trust listener    those whose name, subject or file contains one of these
//   npm run faults -- --unproved trust  without the run of their tests before, which shows that these pass without a fault
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { build, keepPackage, make, refresh } from './faults/copy.mjs';
import { faultProblems, misfit, readFaults } from './faults/read.mjs';
import { inRoot } from './lib/paths.mjs';
import { Progress } from './lib/progress.mjs';
import { run } from './lib/run.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';
import { findBrowsers } from './setup/browsers.mjs';
import { setUp } from './setup/index.mjs';
import { recorded } from './test/results.mjs';

/** @typedef {import('./faults/read.mjs').Listed} Listed */
/** @typedef {{ fault: Listed, test?: string, why?: string }} Outcome `test`: that failed; `why`: it was not caught */

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
    if (passed) progress.done();
    else {
      progress.failed();
      console.error(output);
      throw new Stop(`These tests fail without a fault (tests/${suite}, ${engine}): they would catch anything.`);
    }
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

/** @param {Listed} fault @param {string} folder of the package with it @returns {Promise<Omit<Outcome, 'fault'>>} */
async function tryOut(fault, folder) {
  const { suite, name } = parts(fault.caughtBy);
  const { passed, failed, output } = await runTests(folder, suite, [name], engineOf(fault));
  if (failed) return { test: failed.name };
  // A run that ends before its tests do says nothing of them.
  if (!passed) return { why: `tests/${fault.caughtBy}.test.mjs ended without a test that failed:\n${ending(output)}` };
  return { why: `NOT CAUGHT by tests/${fault.caughtBy}.test.mjs: ${fault.users}` };
}

/**
 * Builds one after another, and tests a few at once.
 * @param {Listed[]} faults
 * @returns {Promise<Outcome[]>} in the order in which they ended
 */
async function tryAll(faults) {
  /** @type {Outcome[]} */
  const outcomes = [];
  /** @param {Listed} fault @param {Omit<Outcome, 'fault'>} outcome */
  const end = (fault, { test, why }) => {
    outcomes.push({ fault, test, why });
    const verdict = test === undefined ? `✗ ${fault.name}: ${why}` : `✓ ${fault.name}: ${test}`;
    console.log(`${outcomes.length}/${faults.length} ${verdict}`);
  };
  /** The names of the folders that are free, and the tests that run. */
  const free = Array.from({ length: availableParallelism() }, (_, index) => `${index}`);
  /** @type {Set<Promise<void>>} */
  const running = new Set();
  for (const fault of faults) {
    while (free.length === 0) await Promise.race(running);
    const name = /** @type {string} */ (free.shift());
    const { folder, why } = await prepare(fault, name);
    if (folder === undefined) {
      free.push(name);
      end(fault, { why });
      continue;
    }
    const trying = tryOut(fault, folder).then((outcome) => {
      end(fault, outcome);
      free.push(name);
      running.delete(trying);
    });
    running.add(trying);
  }
  await Promise.all(running);
  return outcomes;
}

/** @param {Outcome[]} outcomes */
function show(outcomes) {
  const widest = Math.max(...outcomes.map(({ fault }) => fault.name.length));
  let subject;
  for (const { fault, test, why } of outcomes) {
    if (fault.subject !== subject) console.log(`\n${fault.subject}`);
    subject = fault.subject;
    const verdict = test === undefined ? why?.split('\n')[0] : `${fault.caughtBy}: ${test}`;
    console.log(`  ${fault.name.padEnd(widest)}  ${verdict}`);
  }
}

/** @param {string[]} wanted @param {{ unproved?: boolean }} options @returns {Promise<number>} */
export async function faults(wanted, { unproved } = {}) {
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
  if (built.code !== 0) {
    progress.failed();
    console.error(built.output);
    throw new Stop('The copy without a fault could not be built.');
  }
  progress.done();
  if (!unproved) await prove(chosen);

  // Those that need no compiler first.
  const isCompiled = (/** @type {Listed} */ { file }) => Number(file.startsWith('src/'));
  const outcomes = await tryAll(chosen.toSorted((one, other) => isCompiled(one) - isCompiled(other)));
  outcomes.sort((one, other) => all.indexOf(one.fault) - all.indexOf(other.fault));
  show(outcomes);
  const caught = outcomes.filter(({ test }) => test !== undefined).length;
  console.log(`\nfaults: ${caught} of ${outcomes.length} caught`);
  for (const problem of broken) console.error(problem);
  return caught === outcomes.length && broken.length === 0 ? 0 : 1;
}

if (isMain(import.meta.url)) {
  await runMain(() => {
    const { values, positionals } = parseArgs({ options: { unproved: { type: 'boolean' } }, allowPositionals: true });
    return faults(positionals, values);
  });
}
