// Changes the core in hundreds of small ways and tells which changes no native test notices. Takes an hour or so;
// `node scripts/mutants.mjs --only src/core/origin` tries those whose place or name the expression matches.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { beginReport } from './evidence/reports.mjs';
import { inRoot } from './lib/paths.mjs';
import { runShown } from './lib/run.mjs';
import { isMain, runMain } from './lib/stop.mjs';
import { cargoProgram } from './setup/cargo-program.mjs';

/** The exit codes of cargo-mutants when it went through all of them: caught, some missed, some too slow. */
const judged = [0, 2, 3];

/**
 * @param {{ only?: string }} [choice]
 * @returns {Promise<number>} 0 when every mutant was caught; what is left out, and why, is in `.cargo/mutants.toml`
 */
export async function mutants({ only } = {}) {
  const program = await cargoProgram('cargo-mutants', '27.1.0', '2 min');
  const output = inRoot('target', 'mutants');
  mkdirSync(output, { recursive: true });
  const chosen = only === undefined ? [] : ['--re', only];
  const env = {
    // Less to write and link for each of them.
    CARGO_PROFILE_DEV_DEBUG: 'false',
    CARGO_PROFILE_TEST_DEBUG: 'false',
    // Each runs on a copy of the sources; what these depend on is built once.
    CARGO_TARGET_DIR: inRoot('target', 'mutants', 'build'),
  };
  const keep = beginReport('mutants');
  const { code } = await runShown(program, ['mutants', '--output', output, ...chosen], { env });
  if (only === undefined && judged.includes(code)) {
    /** @type {Record<string, number>} */
    const counts = JSON.parse(readFileSync(join(output, 'mutants.out', 'outcomes.json'), 'utf8'));
    const { caught, missed, timeout, unviable } = counts;
    keep({ caught, missed, timeout, unviable });
  }
  return code;
}

if (isMain(import.meta.url)) {
  await runMain(() => mutants(parseArgs({ options: { only: { type: 'string' } } }).values));
}
