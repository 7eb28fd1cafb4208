// What `npm run check` and `npm run fuzz` need besides the compilers of Rust.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ask, onPath } from '../lib/run.mjs';
import { wasmRust } from './rust.mjs';
import { addComponent } from './rustup.mjs';

/** @type {import('./index.mjs').Requirement<string>} */
const rustfmt = {
  what: 'rustfmt',
  // By asking: rustup puts a proxy on the PATH whether or not the component is there.
  find: () => ask('cargo', ['fmt', '--version']),
  add: () => addComponent('rustfmt'),
  debian: () => ['rustfmt-web'],
  otherwise: 'run `rustup component add rustfmt`',
};

/** @type {import('./index.mjs').Requirement<string>} */
const clippy = {
  what: 'clippy',
  find: () => ask('cargo', ['clippy', '--version']),
  add: () => addComponent('clippy'),
  debian: () => ['rust-web-clippy'],
  otherwise: 'run `rustup component add clippy`',
};

/** The code for browsers is linted by the toolchain that compiles it. @type {import('./index.mjs').Requirement<boolean>} */
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

/** @type {import('./index.mjs').Need} */
const cplusplus = {
  what: 'a C++ compiler, with which libFuzzer is built',
  find: () => onPath('c++', 'cl.exe'),
  debian: () => ['g++'],
  otherwise: process.platform === 'darwin' ? 'run `xcode-select --install`' : 'install g++ or clang',
};

/** The needs of `npm run fuzz`. */
export const fuzzNeeds = [cplusplus];
