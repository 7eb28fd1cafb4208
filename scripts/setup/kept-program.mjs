// A program built from source once and kept in the user's cache, whole or not at all: an interrupted build leaves nothing.
import { copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cache } from '../lib/paths.mjs';
import { isProgram, runStep } from '../lib/run.mjs';

/**
 * @param {string} key name and version: one file in the cache
 * @param {(folder: string) => Promise<string>} build makes the program in an empty folder and resolves to its path
 * @returns {Promise<string>} where the program is
 */
export async function keptProgram(key, build) {
  const program = keptPath(key);
  if (isProgram(program)) return program;
  mkdirSync(dirname(program), { recursive: true });
  const folder = mkdtempSync(join(cache, 'building-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const built = join(folder, 'complete');
    copyFileSync(await build(folder), built);
    renameSync(built, program);
  } finally {
    remove();
    process.off('exit', remove);
  }
  return program;
}

/** @param {string} key @returns {string} where that program is kept, if it is */
export const keptPath = (key) => join(cache, 'bin', `${key}-${process.platform}-${process.arch}`);

/**
 * A program from the Rust registry.
 * @param {string} name of the crate and its program, such as `cargo-fuzz`
 * @param {string} version
 * @param {string} usually how long the build takes, such as `2 min`
 * @param {string[]} [options] for `cargo install`
 */
export const cargoProgram = (name, version, usually, options = []) =>
  keptProgram(`${name}-${version}`, async (folder) => {
    // Not a release build: that takes twice as long, and the program spends its time in what it starts.
    const args = ['install', name, '--version', version, '--locked', '--debug', '--root', folder, ...options];
    await runStep(`Building ${name} ${version}`, 'cargo', args, { usually });
    return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  });
