// Fuzzes the core: options → URL, messages, orders of events. `node scripts/fuzz.mjs --seconds 600 --target session`.
import { mkdirSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { beginReport, commit, readReports } from './evidence/reports.mjs';
import { inRoot } from './lib/paths.mjs';
import { Progress } from './lib/progress.mjs';
import { ask, run, runStep } from './lib/run.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';
import { cargoProgram } from './setup/cargo-program.mjs';
import { failureText } from './test/closing.mjs';

/** How long each target runs in `npm test`, s: beside what was found before, which is tried first. */
const briefly = process.env.CI ? 5 : 2;

// Without sanitizers the ordinary compiler serves; the core has no `unsafe` that one could find something in.
const targetFolder = inRoot('target', 'fuzz');
const options = ['--sanitizer', 'none', '--target-dir', targetFolder];

/** Lines of libFuzzer and of a backtrace that say nothing of what failed. */
const ofProgress =
  /^(?:#\d|INFO:|NOTE:|note:|stat::|MS: |WARNING: Failed to find|SUMMARY:|==\d+==|0x|stack backtrace:|\s+\d+: |\s+at |\s+Combine )/;

/** @param {string} target @returns {string} the path of its program, once it is built */
const programOf = (target) => {
  const host = /^host: (\S+)/m.exec(ask('rustc', ['-vV']) ?? '')?.[1] ?? '';
  return join(targetFolder, host, 'release', process.platform === 'win32' ? `${target}.exe` : target);
};

/** The targets, by the files that they are in. */
export const targets = () =>
  readdirSync(inRoot('fuzz', 'fuzz_targets'))
    .filter((file) => file.endsWith('.rs'))
    .map((file) => file.slice(0, -'.rs'.length));

/**
 * @param {string} target
 * @param {number} seconds
 * @returns {Promise<number | string>} how often it was executed, or what was found
 */
async function fuzzTarget(target, seconds) {
  // What is found goes to the corpus of this checkout, and is where the next run begins.
  const [corpus, seeds] = ['corpus', 'seeds'].map((folder) => inRoot('fuzz', folder, target));
  mkdirSync(corpus, { recursive: true });
  const found = `${inRoot('fuzz', 'artifacts', target)}/`;
  mkdirSync(found, { recursive: true });
  const limits = [`-max_total_time=${seconds}`, '-timeout=10', '-print_final_stats=1', `-artifact_prefix=${found}`];
  const { code, output } = await run(programOf(target), [...limits, corpus, seeds]);
  const executions = Number(/number_of_executed_units: (\d+)/.exec(output)?.[1] ?? 0);
  if (code === 0 && executions > 0) return executions;
  const why = output.split('\n').filter((line) => line && !ofProgress.test(line));
  why.push(`Make its input (in ${found}) a seed, and fix what it shows.`);
  return failureText(target, why.slice(-20).join('\n'), `npm run fuzz -- --target ${target}`);
}

/**
 * @param {{ seconds?: number, only?: string }} [choice]
 * @returns {Promise<{ passed: number, failed: number, why: string[] }>} targets in which nothing was found, those in which
 *   something was, and what
 */
export async function fuzz({ seconds = briefly, only } = {}) {
  const chosen = targets().filter((target) => only === undefined || target === only);
  if (chosen.length === 0) throw new Stop(`No fuzz target is called ${only}: there are ${targets().join(', ')}.`);
  const keep = beginReport('fuzz');
  const program = await cargoProgram('cargo-fuzz', '0.13.2', '1 min');
  await runStep('Building the fuzz targets', program, ['fuzz', 'build', ...options], { usually: '1 min' });
  /** @type {Record<string, number>} */
  const executions = {};
  /** @type {string[]} */
  const why = [];
  const queue = [...chosen];
  const side = Math.min(queue.length, availableParallelism());
  const progress = new Progress(`Fuzzing ${chosen.join(', ')}`, `${Math.ceil(queue.length / side) * seconds} s`);
  const work = async () => {
    for (let target = queue.shift(); target; target = queue.shift()) {
      const found = await fuzzTarget(target, seconds);
      if (typeof found === 'string') why.push(found);
      else executions[target] = found;
    }
  };
  await Promise.all(Array.from({ length: side }, work));
  const counts = { passed: Object.keys(executions).length, failed: why.length };
  if (why.length > 0) progress.failed();
  else progress.done();
  for (const [target, count] of Object.entries(executions)) {
    console.log(`  ${target}: ${count.toLocaleString('en')} executions`);
  }
  for (const found of why) console.error(found);
  // The brief run of `npm test` does not take the place of a long one.
  const now = commit();
  const longer = readReports().some((one) => one.suite === 'fuzz' && one.commit === now && one.seconds > seconds);
  if (only === undefined && (counts.failed > 0 || !longer)) keep({ ...counts, seconds, executions });
  return { ...counts, why };
}

if (isMain(import.meta.url)) {
  await runMain(async () => {
    const { values } = parseArgs({ options: { seconds: { type: 'string' }, target: { type: 'string' } } });
    const seconds = values.seconds === undefined ? briefly : Number(values.seconds);
    if (!(seconds > 0)) throw new Stop('--seconds needs a number above 0.');
    const { failed } = await fuzz({ seconds, only: values.target });
    return failed > 0 ? 1 : 0;
  });
}
