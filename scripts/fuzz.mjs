// Fuzzes the core: options → URL, messages, orders of events. `node scripts/fuzz.mjs --seconds 600 --target session`.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { beginReport, isStale, readReports } from './evidence/reports.mjs';
import { inRoot } from './lib/paths.mjs';
import { Progress } from './lib/progress.mjs';
import { ask, runStep } from './lib/run.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';
import { cargoProgram } from './setup/cargo-program.mjs';

/** How long each target runs in `npm test`. */
const briefly = 5;

// Without sanitizers the ordinary compiler serves; the core has no `unsafe` that one could find something in.
const targetFolder = inRoot('target', 'fuzz');
const options = ['--sanitizer', 'none', '--target-dir', targetFolder];

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
 * @returns {Promise<number | undefined>} how often it was executed; nothing when something was found
 */
async function run(target, seconds) {
  // What is found goes to the corpus of this checkout, and is where the next run begins.
  const [corpus, seeds] = ['corpus', 'seeds'].map((folder) => inRoot('fuzz', folder, target));
  mkdirSync(corpus, { recursive: true });
  const found = `${inRoot('fuzz', 'artifacts', target)}/`;
  mkdirSync(found, { recursive: true });
  const limits = [`-max_total_time=${seconds}`, '-timeout=10', '-print_final_stats=1', `-artifact_prefix=${found}`];
  const progress = new Progress(`Fuzzing ${target}`, `${seconds} s`);
  const child = spawn(programOf(target), [...limits, corpus, seeds], { stdio: ['ignore', 'ignore', 'pipe'] });
  const endChild = () => child.kill();
  process.once('exit', endChild);
  let output = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text;
    progress.latest(text);
  });
  const [code] = await once(child, 'close');
  process.off('exit', endChild);
  const executions = Number(/number_of_executed_units: (\d+)/.exec(output)?.[1] ?? 0);
  if (code === 0 && executions > 0) {
    progress.done();
    console.log(`  ${executions.toLocaleString('en')} executions`);
    return executions;
  }
  progress.failed();
  console.error(output.slice(-10_000));
  console.error(`Make what it was fed (in ${found}) a vector, then mend the core.`);
  return undefined;
}

/**
 * @param {{ seconds?: number, only?: string }} [choice]
 * @returns {Promise<{ passed: number, failed: number }>} targets in which nothing was found, and those in which something was
 */
export async function fuzz({ seconds = briefly, only } = {}) {
  const chosen = targets().filter((target) => only === undefined || target === only);
  if (chosen.length === 0) throw new Stop(`No fuzz target is called ${only}: there are ${targets().join(', ')}.`);
  const keep = beginReport('fuzz');
  const program = await cargoProgram('cargo-fuzz', '0.13.2', '1 min');
  await runStep('Building the fuzz targets', program, ['fuzz', 'build', ...options], { usually: '1 min' });
  /** @type {Record<string, number>} */
  const executions = {};
  for (const target of chosen) {
    const count = await run(target, seconds);
    if (count !== undefined) executions[target] = count;
  }
  const passed = Object.keys(executions).length;
  const counts = { passed, failed: chosen.length - passed };
  // The brief run of `npm test` does not take the place of a long one.
  const longer = readReports().some((one) => one.suite === 'fuzz' && !isStale(one) && one.seconds > seconds);
  if (only === undefined && (counts.failed > 0 || !longer)) keep({ ...counts, seconds, executions });
  return counts;
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
