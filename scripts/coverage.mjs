// Prints how much of the core the native tests run: regions, functions, lines and branches of each file.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beginReport } from './evidence/reports.mjs';
import { inRoot } from './lib/paths.mjs';
import { ask, onPath, runShown } from './lib/run.mjs';
import { isMain, runMain, Stop } from './lib/stop.mjs';
import { cargoProgram } from './setup/cargo-program.mjs';

/**
 * The reader of profiles must be of the LLVM that the compiler was made with: rustup's component, or a system package.
 * @returns {{ LLVM_COV: string, LLVM_PROFDATA: string }}
 */
function llvm() {
  const about = ask('rustc', ['-vV']) ?? '';
  const version = /^LLVM version: (\d+)/m.exec(about)?.[1];
  const host = /^host: (\S+)/m.exec(about)?.[1] ?? '';
  const sysroot = ask('rustc', ['--print', 'sysroot']) ?? '';
  for (const folder of [join(sysroot, 'lib', 'rustlib', host, 'bin'), `/usr/lib/llvm-${version}/bin`]) {
    const found = { LLVM_COV: join(folder, 'llvm-cov'), LLVM_PROFDATA: join(folder, 'llvm-profdata') };
    if (Object.values(found).every(existsSync)) return found;
  }
  const [LLVM_COV, LLVM_PROFDATA] = ['llvm-cov', 'llvm-profdata'].map((name) => onPath(`${name}-${version}`));
  if (LLVM_COV && LLVM_PROFDATA) return { LLVM_COV, LLVM_PROFDATA };
  throw new Stop(
    `The tools of LLVM ${version} are missing: run \`rustup component add llvm-tools\`, or install the package llvm-${version}.`,
  );
}

/** @returns {Promise<number>} the exit code of the tests */
export async function coverage() {
  const tools = llvm();
  const program = await cargoProgram('cargo-llvm-cov', '0.9.1', '1 min');
  const env = {
    ...tools,
    CARGO_LLVM_COV_TARGET_DIR: inRoot('target', 'coverage'),
    // Branches are measured by a flag that the compiler does not call stable yet.
    RUSTC_BOOTSTRAP: '1',
  };
  const keep = beginReport('coverage');
  const { code } = await runShown(program, ['llvm-cov', '--branch', '--test', 'native', '--', '--quiet'], { env });
  if (code === 0)
    keep({ covered: coreTotals(ask(program, ['llvm-cov', 'report', '--json', '--summary-only'], { env })) });
  return code;
}

/** What is counted, by the names that LLVM has for it. */
const measures = ['regions', 'functions', 'lines', 'branches'];

/**
 * @param {string | undefined} report LLVM's, in JSON
 * @returns {Record<string, { covered: number, count: number }>} the sums over the files of the core
 */
function coreTotals(report) {
  if (report === undefined) throw new Stop('cargo-llvm-cov could not write its report as JSON.');
  /** @type {{ data: { files: { filename: string, summary: Record<string, { covered: number, count: number }> }[] }[] }} */
  const { data } = JSON.parse(report);
  const files = data.flatMap(({ files }) => files).filter(({ filename }) => filename.startsWith(inRoot('src', 'core')));
  const sum = (/** @type {string} */ measure, /** @type {'covered' | 'count'} */ key) =>
    files.reduce((total, { summary }) => total + summary[measure][key], 0);
  return Object.fromEntries(
    measures.map((measure) => [measure, { covered: sum(measure, 'covered'), count: sum(measure, 'count') }]),
  );
}

if (isMain(import.meta.url)) await runMain(coverage);
