// The stages of `npm test`, in their order, and how each is run.
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { check } from '../check.mjs';
import { fuzz } from '../fuzz.mjs';
import { filesIn } from '../lib/fingerprint.mjs';
import { inRoot } from '../lib/paths.mjs';
import { runShown } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';
import { findBrowsers } from '../setup/browsers.mjs';
import { setUp } from '../setup/index.mjs';
import { checkNeeds, fuzzNeeds } from '../setup/rust-components.mjs';
import { checkSizes } from '../size.mjs';
import { supplyChain } from '../supply-chain.mjs';
import { aloneIn } from './alone.mjs';
import { reporters } from './record.mjs';
import { countTests, failures, fileTimes, recorded } from './results.mjs';

/**
 * @typedef {import('./results.mjs').Counts & { why?: string[], times?: import('./results.mjs').FileTime[], tests?:
 *   import('./last.mjs').Test[] }} Outcome `why`: a text for each test that failed
 */
/** @typedef {import('../setup/index.mjs').Tools} Tools */
/** @typedef {{ tools?: Tools }} Run what stages leave for the later ones */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} [group] by which it is chosen too, with others
 * @property {string[]} after the stages that it cannot do without
 * @property {string} [alone] the command that runs it alone; `npm test -- --only …` unless told
 * @property {(run: Run) => Promise<Outcome | 'not run' | void>} run throws, or counts failures, when something is wrong
 */

/** A test run that takes longer than this hangs. */
const longestMs = 30 * 60_000;

/** The browsers to test in. */
export const engineNames = ['chromium', 'firefox', 'webkit'];

/** The folders in tests/ whose tests run in each of them. */
export const inEngines = ['e2e', 'attacks'];

/**
 * Runs a test runner.
 * @param {string} group a folder in tests/
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [variables]
 * @returns {Promise<Outcome>}
 */
async function runTests(group, program, args, variables) {
  const { code, output, results } = await recorded((record) =>
    runShown(program, args, { env: { ...variables, ...record }, timeout: longestMs }),
  );
  const counts = countTests(results, output);
  if (code === 0 && counts.passed + counts.failed === 0) throw new Stop('No test was run.');
  const why = failures(results, output, aloneIn(group, { ...(process.env.CI && { CI: 'true' }), ...variables }));
  const tests = results
    .filter(({ isSuite }) => !isSuite)
    .map(({ of, name, result }) => ({ file: `${group}/${of}`, name, result }));
  const outcome = { ...counts, why, times: fileTimes(results), tests: inEngines.includes(group) ? tests : undefined };
  if (code === 0 || counts.failed > 0) return outcome;
  // A runner can fail without a failed test, such as when it cannot start.
  why.push('The runner failed though no test did: its output above says why.');
  return { ...outcome, failed: 1 };
}

/** @param {string} folder @returns {string[]} the test files in it */
const testsIn = (folder) =>
  filesIn(folder).filter((file) => file.endsWith('.test.mjs') && !file.includes('node_modules'));

/** Without its browser a stage is not run: the set-up has said that it is missing, or failed for it. */
const isMissing = (/** @type {string} */ engine) => !(engine in findBrowsers());

/** @param {string} group a folder in tests/ @param {string} [engine] that it drives @returns {Stage} */
function nodeStage(group, engine) {
  const folder = inRoot('tests', group);
  // A folder can bring a runner of its own, which starts browsers once for all its files.
  const runner = join(folder, 'run.mjs');
  // By itself Node leaves one processor to those who only watch.
  const side = `--test-concurrency=${availableParallelism()}`;
  const args = existsSync(runner) ? [runner] : ['--test', ...reporters, side, ...testsIn(folder)];
  return {
    name: engine && inEngines.includes(group) ? `${group} ${engine}` : group,
    group,
    after: ['set-up', 'build'],
    async run() {
      if (engine && isMissing(engine)) return 'not run';
      return runTests(group, process.execPath, args, engine ? { ENGINES: engine } : undefined);
    },
  };
}

/** The folders in tests/ that hold tests for Node, the quick ones first. @param {string[]} engines */
function nodeStages(engines) {
  const order = ['scripts', 'www', 'types', 'e2e', 'attacks', 'packaging'];
  const place = (/** @type {string} */ name) => (order.includes(name) ? order.indexOf(name) : order.length);
  return readdirSync(inRoot('tests'))
    .filter((name) => testsIn(inRoot('tests', name)).length > 0)
    .sort((a, b) => place(a) - place(b))
    .flatMap((name) => {
      if (inEngines.includes(name)) return engines.map((engine) => nodeStage(name, engine));
      return nodeStage(name, name === 'packaging' ? 'chromium' : undefined);
    });
}

/** The whole browser suite with the entry that needs no WebAssembly, on pages that forbid it. @type {Stage} */
const withoutWasm = {
  name: 'e2e /js',
  group: 'e2e',
  after: ['set-up', 'build'],
  run: () =>
    runTests('e2e', process.execPath, [inRoot('tests', 'e2e', 'run.mjs')], {
      ENGINES: 'chromium',
      E2E_ENTRY: './js',
    }),
};

/** @param {string[]} engines @param {import('../setup/index.mjs').Need[]} [also] @returns {Stage} */
const settingUp = (engines, also) => ({
  name: 'set-up',
  alone: 'npm run setup',
  after: [],
  async run(run) {
    // Whether a window has the focus shows only on a desktop.
    run.tools = await setUp({ also, browsers: [...engines, 'desktop'] });
  },
});

/** @type {Stage} */
const building = {
  name: 'build',
  alone: 'npm run build',
  after: ['set-up'],
  run: ({ tools }) => build(present(tools)),
};

/** @type {Stage} */
const native = {
  name: 'native',
  after: ['set-up'],
  run: () => runTests('native', 'cargo', ['test', ...(process.env.CI ? ['--locked'] : [])]),
};

/** The main job in a browser: how a dialog opens, what it says, and how it closes. */
const mainJob = ['/opening.', '/messages.', '/closing.'];

/** @param {string} engine @returns {Stage} under a name of its own: it is not the whole suite */
const mainJobIn = (engine) => ({
  name: `main job ${engine}`,
  group: 'e2e',
  after: ['set-up', 'build'],
  async run() {
    if (isMissing(engine)) return 'not run';
    const args = [inRoot('tests', 'e2e', 'run.mjs'), ...mainJob];
    return runTests('e2e', process.execPath, args, { ENGINES: engine });
  },
});

/**
 * Those of `npm test -- --quick`: enough to see while one works that the main job is done.
 * @param {string[]} engines the browsers to test in
 * @returns {Stage[]}
 */
export const quickStages = (engines) => [
  settingUp(engines),
  building,
  native,
  nodeStage('types'),
  ...engines.map(mainJobIn),
];

/**
 * @param {string[]} engines the browsers to test in
 * @returns {Stage[]}
 */
export const stages = (engines) => [
  settingUp(engines, [...checkNeeds, ...fuzzNeeds]),
  building,
  { name: 'check', after: ['set-up', 'build'], run: ({ tools }) => check(present(tools)) },
  native,
  { name: 'fuzz', after: ['set-up'], run: () => fuzz() },
  { name: 'supply-chain', after: ['set-up'], run: () => supplyChain() },
  ...nodeStages(engines),
  // Elsewhere, tests/packaging runs its core.
  ...(process.env.CI ? [withoutWasm] : []),
  {
    name: 'size',
    alone: 'npm run size',
    after: ['build'],
    async run() {
      await checkSizes();
    },
  },
];

/** @param {Tools | undefined} tools @returns {Tools} */
function present(tools) {
  if (!tools) throw new Error('the set-up comes first');
  return tools;
}
