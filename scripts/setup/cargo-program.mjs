// A program from the Rust registry, built from source once and kept in the user's cache.
import { join } from 'node:path';
import { runStep } from '../lib/run.mjs';
import { keptProgram } from './kept-program.mjs';

/**
 * @param {string} name of the crate and its program, such as `cargo-fuzz`
 * @param {string} version
 * @param {string} usually how long the build takes, such as `2 min`
 * @param {string[]} [options] for `cargo install`
 * @returns {Promise<string>} the path of the program
 */
export const cargoProgram = (name, version, usually, options = []) =>
  keptProgram(`${name}-${version}`, async (folder) => {
    // Not a release build: that takes twice as long, and the program spends its time in what it starts.
    const args = ['install', name, '--version', version, '--locked', '--debug', '--root', folder, ...options];
    await runStep(`Building ${name} ${version}`, 'cargo', args, { usually });
    return join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  });
