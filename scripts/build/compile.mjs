// Rust to WebAssembly: the crate and a standard library made small for it.
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { inRoot, root } from '../lib/paths.mjs';
import { runStep } from '../lib/run.mjs';

/** @typedef {import('../setup/rust.mjs').Rust} Rust */

/**
 * What every variant is compiled with. A panic ends the instance without a message (nothing in this crate panics on what
 * a page can do), so neither the formatting of values nor source locations are worth their bytes. The stack is four times
 * what all functions together put on it (nothing recurses), where the usual one is 1 MiB: that much less memory for every
 * page, and shorter addresses. It lies before everything else, so that going beyond it is a trap.
 */
const commonFlags = [
  ...['-Zunstable-options', '-Cpanic=immediate-abort', '-Zfmt-debug=none', '-Zlocation-detail=none'],
  '-Clink-arg=-zstack-size=16384',
];

/** @typedef {{ name: string, flags: string[] }} Variant */

/**
 * For the entries that run WebAssembly. The glue keeps JavaScript's values in an array of its own: a table of references
 * within the module works as well, but its upkeep and the look-ups before each call weigh 0.4 kB.
 * @type {Variant}
 */
export const wasmVariant = { name: 'wasm', flags: [...commonFlags, '-Ctarget-feature=-reference-types'] };

/** For the entry without WebAssembly: wasm2js translates nothing newer than its first version. @type {Variant} */
export const mvpVariant = { name: 'wasm-mvp', flags: [...commonFlags, '-Ctarget-cpu=mvp'] };

/** @param {Variant} variant a folder for each: they, and native builds, would otherwise undo each other's work */
const targetFolder = (variant) => inRoot('target', variant.name);

/**
 * @param {Variant} variant
 * @returns {string[]} the options with which every subcommand of cargo's makes the same standard library
 */
export const cargoOptions = (variant) => [
  '--lib',
  '--release',
  // On a CI machine the lock file is right or the build fails; elsewhere cargo brings it in line with Cargo.toml.
  ...(process.env.CI ? ['--locked'] : []),
  '--target=wasm32-unknown-unknown',
  // By the content of the sources: by their times, a file that is restored with its old one counts as not changed.
  '-Zchecksum-freshness',
  '-Zbuild-std=std,panic_abort',
  '-Zbuild-std-features=optimize_for_size',
  `--target-dir=${targetFolder(variant)}`,
];

/**
 * @param {Rust} rust
 * @param {Variant} variant
 * @returns {Record<string, string | undefined>} the environment that goes with `cargoOptions`
 */
export function cargoEnvironment(rust, variant) {
  const programs = dirname(rust.rustc);
  const cargoHome = process.env.CARGO_HOME || join(homedir(), '.cargo');
  // Folders of this machine must not reach the bytes: two builds in two places are the same.
  const remap = { [root]: '/crate', [cargoHome]: '/cargo', [rust.sysroot]: '/rust' };
  const flags = [...variant.flags, ...Object.entries(remap).map(([from, to]) => `--remap-path-prefix=${from}=${to}`)];
  return {
    // This toolchain before the one that the user has chosen: cargo's own subcommands are looked up on the PATH.
    PATH: `${programs}${delimiter}${process.env.PATH}`,
    RUSTC: rust.rustc,
    RUSTDOC: join(programs, 'rustdoc'),
    RUSTUP_TOOLCHAIN: undefined,
    // Allows -Z with a stable compiler.
    RUSTC_BOOTSTRAP: '1',
    CARGO_ENCODED_RUSTFLAGS: flags.join('\x1f'),
  };
}

/**
 * @param {Rust} rust
 * @param {Variant} variant
 * @returns {Promise<string>} the path of the module
 */
export async function compile(rust, variant) {
  // Only the module, not also the library for Rust programs: for both at once cargo optimises each crate by itself, and
  // the module is 8 kB larger.
  const kind = ['--crate-type=cdylib'];
  await runStep(`Compiling the ${variant.name} variant`, rust.cargo, ['rustc', ...cargoOptions(variant), ...kind], {
    usually: '1 min the first time, 5 s after',
    env: cargoEnvironment(rust, variant),
  });
  return join(targetFolder(variant), 'wasm32-unknown-unknown', 'release', 'tray_auth_dialog.wasm');
}
