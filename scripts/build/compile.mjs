// Rust to WebAssembly: the crate and a standard library made small for it.
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot, root } from '../lib/paths.mjs';
import { runStep } from '../lib/run.mjs';

/**
 * What every variant is compiled with. A panic ends the instance without a message (nothing in this crate panics on what
 * a page can do), so neither the formatting of values nor source locations are worth their bytes.
 */
const commonFlags = ['-Zunstable-options', '-Cpanic=immediate-abort', '-Zfmt-debug=none', '-Zlocation-detail=none'];

/** @typedef {{ name: string, flags: string[] }} Variant */

/** For the entries that run WebAssembly. @type {Variant} */
export const wasmVariant = { name: 'wasm', flags: [] };

/** For the entry without WebAssembly: wasm2js translates nothing newer than its first version. @type {Variant} */
export const mvpVariant = { name: 'wasm-mvp', flags: ['-Ctarget-cpu=mvp'] };

/** @param {Variant} variant */
export const flagsOf = (variant) => [...commonFlags, ...variant.flags];

/**
 * @param {import('../setup/rust.mjs').Rust} rust
 * @param {Variant} variant
 * @returns {Promise<string>} the path of the module
 */
export async function compile(rust, variant) {
  // One folder for each variant: they, and native builds, would otherwise undo each other's work.
  const target = inRoot('target', variant.name);
  const cargoHome = process.env.CARGO_HOME || join(homedir(), '.cargo');
  // Folders of this machine must not reach the bytes: two builds in two places are the same.
  const remap = { [root]: '/crate', [cargoHome]: '/cargo', [rust.sysroot]: '/rust' };
  const flags = [...flagsOf(variant), ...Object.entries(remap).map(([from, to]) => `--remap-path-prefix=${from}=${to}`)];
  await runStep(
    `Compiling the ${variant.name} variant`,
    rust.cargo,
    [
      'build',
      '--lib',
      '--release',
      ...(process.env.CI ? ['--locked'] : []),
      '--target=wasm32-unknown-unknown',
      '-Zbuild-std=std,panic_abort',
      '-Zbuild-std-features=optimize_for_size',
      `--target-dir=${target}`,
    ],
    {
      usually: '1 min the first time, 5 s after',
      env: {
        RUSTC: rust.rustc,
        // The compiler runs its linker, rust-lld, from the PATH.
        PATH: `${process.env.PATH}:${dirname(rust.rustc)}`,
        // Allows -Z with a stable compiler.
        RUSTC_BOOTSTRAP: '1',
        RUSTUP_TOOLCHAIN: undefined,
        CARGO_ENCODED_RUSTFLAGS: flags.join('\x1f'),
        // These would decide in place of Cargo.toml.
        CARGO_BUILD_TARGET: undefined,
        CARGO_PROFILE_RELEASE_DEBUG: undefined,
      },
    },
  );
  return join(target, 'wasm32-unknown-unknown', 'release', 'tray_auth_dialog.wasm');
}
