// `npm test`: brings all that is needed, and runs every test there is, in stages; `--only native,e2e` picks some, `--quick` the
// main job.
import { parseArgs } from 'node:util';
import { failureText } from './lib/failure.mjs';
import { duration, elapsed } from './lib/progress.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';
import { keepTime, readTimes } from './lib/times.mjs';
import { counts, exitCode, failureTexts, slowest, table } from './test/closing.mjs';
import { commit, keepLast } from './test/last.mjs';
import { engineNames, quickStages, stages } from './test/stages.mjs';

/** @typedef {import('./test/stages.mjs').Stage} Stage */
/** @typedef {import('./test/closing.mjs').Row} Row */

/** @returns {{ only?: string, quick?: boolean }} */
function options() {
  const known = '`npm test --` takes `--only native,e2e` or `--quick`';
  try {
    const { values } = parseArgs({ options: { only: { type: 'string' }, quick: { type: 'boolean' } } });
    if (values.quick && values.only) throw new Stop(`${known}, not both.`);
    return values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [what] = error.message.split(/[.\n]/);
    throw new Stop(`${what}: ${known}.`);
  }
}

/**
 * @param {boolean} [quick]
 * @returns {string[]} the browsers to test in: those that ENGINES names; else all on a CI machine, one elsewhere
 */
function chosenEngines(quick) {
  const usual = process.env.CI && !quick ? engineNames.join() : 'chromium';
  const chosen = (process.env.ENGINES ?? usual).split(',').map((name) => name.trim());
  const unknown = chosen.filter((name) => !engineNames.includes(name));
  if (unknown.length > 0) {
    throw new Stop(`ENGINES names ${unknown.join(', ')}: there are ${engineNames.join(', ')}.`);
  }
  return chosen;
}

/** @param {Stage[]} all @param {string} [only] names, with commas between @returns {Stage[]} those, and what they need */
function choose(all, only) {
  if (only === undefined) return all;
  const names = new Set(all.flatMap(({ name, group }) => [name, ...(group ? [group] : [])]));
  const wanted = new Set(only.split(','));
  const unknown = [...wanted].filter((name) => !names.has(name));
  if (unknown.length > 0) {
    throw new Stop(`No stage is called ${unknown.join(', ')}: there are ${[...names].join(', ')}.`);
  }
  for (const { name, group } of all) if (group && wanted.has(group)) wanted.add(name);
  // From the last to the first, so that what a needed stage needs is found too.
  for (const { name, after } of all.toReversed()) if (wanted.has(name)) for (const other of after) wanted.add(other);
  return all.filter(({ name }) => wanted.has(name));
}

/** @param {Stage} stage @param {import('./test/stages.mjs').Run} run @returns {Promise<Row>} */
async function runStage({ name, alone = `npm test -- --only '${name}'`, run: work }, run) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const start = performance.now();
  /** @param {Row['result']} result @param {import('./test/stages.mjs').Outcome} [outcome] @returns {Row} */
  const ended = (result, { passed, failed, why = [], times, tests } = { passed: 0, failed: 0 }) => {
    const ms = performance.now() - start;
    if (result !== 'not run')
      keepLast({ [name]: { at: new Date().toISOString(), commit: commit(), passed, failed, tests } });
    if (result === 'passed') keepTime(`stage ${name}`, ms);
    return { name, result, ms, passed, failed, why, times };
  };
  try {
    const outcome = await work(run);
    return outcome === 'not run' ? ended(outcome) : ended(outcome?.failed ? 'FAILED' : 'passed', outcome ?? undefined);
  } catch (error) {
    // A defect of the stage itself is told with its stack, and the other stages have their turns.
    const text = error instanceof Stop ? error.message : String((error instanceof Error && error.stack) || error);
    console.error(text);
    const why = [failureText(text, error instanceof Stop ? error.output : '', alone)];
    // What is no test counts as one when it goes wrong: the closing line must not say that nothing failed.
    return ended('FAILED', { passed: 0, failed: 1, why });
  }
}

/**
 * @param {{ name: string }[]} chosen stages @param {string[]} engines @param {boolean} [quick]
 * @returns {string} what will run, and how long it takes
 */
export function describePlan(chosen, engines, quick, times = readTimes()) {
  const before = chosen.map(({ name }) => times[`stage ${name}`]).map((took) => took?.warm ?? took?.cold ?? 0);
  const first = quick
    ? 'under two minutes when all is set up and compiled, a few minutes the first time'
    : `up to ${engines.length > 1 ? 40 : 30} minutes on two processors the first time; \`npm test -- --quick\` tests the main job`;
  const time = before.every(Boolean)
    ? `about ${duration(before.reduce((sum, ms) => sum + ms, 0))}, as the last time here`
    : first;
  return `Stages: ${chosen.map(({ name }) => name).join(', ')}\nBrowsers: ${engines.join(', ')}\nTime: ${time}`;
}

/** @returns {Promise<number>} the exit code */
async function test() {
  const { quick, only } = options();
  const engines = chosenEngines(quick);
  const chosen = quick ? quickStages(engines) : choose(stages(engines), only);
  console.log(describePlan(chosen, engines, quick));
  const start = performance.now();
  const run = {};
  /** @type {Row[]} */
  const rows = [];
  for (const stage of chosen) {
    const lacks = stage.after.filter((name) => rows.some((row) => row.name === name && row.result !== 'passed'));
    rows.push(
      lacks.length > 0
        ? { name: stage.name, result: 'not run', passed: 0, failed: 0, why: [], lacks }
        : await runStage(stage, run),
    );
  }
  const isWhole = !quick && !only && !process.env.ENGINES;
  if (isWhole && rows.every(({ result }) => result === 'passed'))
    keepTime(process.env.CI ? '.ci/run' : 'npm test', performance.now() - start);
  for (const text of failureTexts(rows)) console.log(`\n${text}`);
  const files = slowest(rows);
  if (files) console.log(`\n${files}`);
  console.log(`\n${table(rows)}\n\nin ${elapsed(start)}\n${counts(rows)}`);
  return exitCode(rows);
}

if (isMain(import.meta.url)) await runMain(test);
