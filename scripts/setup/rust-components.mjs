// What `npm run check` needs of Rust besides the compilers: rustfmt, and clippy for both toolchains.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ask } from '../lib/run.mjs';
import { wasmRust } from './rust.mjs';
import { addComponent } from './rustup.mjs';

/** @type {import('./requirement.mjs').Requirement<string>} */
const rustfmt = {
  what: 'rustfmt',
  // By asking: rustup puts a proxy on the PATH whether or not the component is there.
  find: () => ask('cargo', ['fmt', '--version']),
  add: () => addComponent('rustfmt'),
  debian: () => ['rustfmt-web'],
  otherwise: 'run `rustup component add rustfmt`',
};

/** @type {import('./requirement.mjs').Requirement<string>} */
const clippy = {
  what: 'clippy',
  find: () => ask('cargo', ['clippy', '--version']),
  add: () => addComponent('clippy'),
  debian: () => ['rust-web-clippy'],
  otherwise: 'run `rustup component add clippy`',
};

/** The code for browsers is linted by the toolchain that compiles it. @type {import('./requirement.mjs').Requirement<boolean>} */
const wasmClippy = {
  what: 'clippy for the toolchain that compiles to WebAssembly',
  find: () => {
    const rust = wasmRust.find();
    return rust && existsSync(join(dirname(rust.rustc), 'cargo-clippy'));
  },
  debian: () => ['rust-web-clippy'],
  otherwise: 'run `rustup component add clippy`',
};

/** The needs of `npm run check`. */
export const checkNeeds = [rustfmt, clippy, wasmClippy];
