// Fuzzes the core: options → URL, messages, orders of events. `npm run fuzz -- --seconds 600 --target session`. Each run goes on
// from what earlier ones found here, in fuzz/corpus.
import { mkdirSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { failureText } from './lib/failure.mjs';
import { inRoot } from './lib/paths.mjs';
import { runStep } from './lib/run.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';
import { cargoProgram } from './setup/kept-program.mjs';

/** How long each target runs in `npm test`, s: beside what was found before, which is tried first. */
const briefly = process.env.CI ? 5 : 2;

// Without sanitizers the ordinary compiler serves; the core has no `unsafe` that one could find something in.
const options = ['--sanitizer', 'none', '--target-dir', inRoot('target', 'fuzz')];

/** Lines of cargo, of libFuzzer and of a backtrace that say nothing of what failed. */
const ofProgress =
  /^(?:#\d|INFO:|NOTE:|note:|stat::|MS: |WARNING: |SUMMARY:|==\d+==|0x|stack backtrace:|\s+\d+: |\s+at |\s+Combine |\s+(?:Finished|Running) )/;

/**
 * @param {{ seconds?: number, only?: string }} [choice]
 * @returns {Promise<{ passed: number, failed: number, why: string[] }>} targets in which nothing was found, those in which
 *   something was, and what
 */
export async function fuzz({ seconds = briefly, only } = {}) {
  const targets = readdirSync(inRoot('fuzz', 'fuzz_targets')).map((file) => basename(file, '.rs'));
  const chosen = targets.filter((target) => only === undefined || target === only);
  if (chosen.length === 0) throw new Stop(`No fuzz target is called ${only}: there are ${targets.join(', ')}.`);
  const program = await cargoProgram('cargo-fuzz', '0.13.2', '1 min');
  await runStep('Building the fuzz targets', program, ['fuzz', 'build', ...options], { usually: '1 min' });
  /** @type {string[]} */
  const why = [];
  for (const target of chosen) {
    const folders = ['corpus', 'seeds'].map((folder) => inRoot('fuzz', folder, target));
    mkdirSync(folders[0], { recursive: true });
    const limits = [`-max_total_time=${seconds}`, '-timeout=10'];
    try {
      await runStep(`Fuzzing ${target}`, program, ['fuzz', 'run', ...options, target, ...folders, '--', ...limits], {
        usually: `${seconds} s`,
        // What cargo-fuzz itself was doing says nothing.
        env: { RUST_LIB_BACKTRACE: '0' },
      });
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      const said = error.output.split('\n').filter((line) => !ofProgress.test(line));
      const advice = `Make its input (in ${inRoot('fuzz', 'artifacts', target)}) a seed, and fix what it shows.`;
      why.push(failureText(target, [...said, advice].join('\n'), `npm run fuzz -- --target ${target}`));
    }
  }
  return { passed: chosen.length - why.length, failed: why.length, why };
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
