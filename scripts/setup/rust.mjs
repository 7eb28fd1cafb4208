// The two Rust toolchains: the ordinary one for native work, and one that brings the standard library's source, from
// which the build makes a small std for WebAssembly. They can be the same.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ask, onPath } from '../lib/run.mjs';
import { dependencies } from './debian.mjs';
import { addComponent } from './rustup.mjs';

/** The first release that knows `-Cpanic=immediate-abort`. */
const oldest = [1, 92];

/** @typedef {{ cargo: string, rustc: string, version: string, sysroot: string }} Rust */

/** @param {string} [rustc] @returns {(Rust & { host: string }) | undefined} the toolchain that this compiler is of */
function describe(rustc) {
  const about = rustc && ask(rustc, ['-vV']);
  const sysroot = rustc && ask(rustc, ['--print', 'sysroot']);
  if (!about || !sysroot) return undefined;
  // By the sysroot, not by the PATH: there cargo and rustc are rustup's proxies, which obey variables of the environment.
  const inSysroot = join(sysroot, 'bin', 'rustc');
  const real = existsSync(inSysroot) ? inSysroot : rustc;
  const version = /^release: (\S+)/m.exec(about)?.[1] ?? '';
  const commit = /^commit-hash: (\S+)/m.exec(about)?.[1] ?? '';
  const host = /^host: (\S+)/m.exec(about)?.[1] ?? '';
  return { rustc: real, cargo: join(dirname(real), 'cargo'), version: `${version} ${commit}`.trim(), sysroot, host };
}

/** @param {string} version */
function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** @param {Rust & { host: string }} rust @returns {boolean} whether std's source and the linker for WebAssembly are there */
const buildsWasm = ({ version, sysroot, host, cargo }) =>
  isNewEnough(version) &&
  existsSync(cargo) &&
  existsSync(join(sysroot, 'lib/rustlib/src/rust/library/std/Cargo.toml')) &&
  (existsSync(join(sysroot, 'lib/rustlib', host, 'bin/rust-lld')) || onPath('rust-lld') !== undefined);

/** The compilers to consider, the one that the user has chosen first, rustup's nightlies last. */
function* candidates() {
  yield onPath('rustc');
  const linked = (ask('rustup', ['toolchain', 'list', '-v']) ?? '')
    .split('\n')
    .flatMap((line) => line.match(/(?<=\s)\/.*$/) ?? []);
  const stableFirst = linked.sort((a, b) => Number(a.includes('nightly')) - Number(b.includes('nightly')));
  yield* stableFirst.map((folder) => join(folder, 'bin', 'rustc'));
  yield '/usr/bin/rustc';
}

/** @type {import('./index.mjs').Requirement<Rust>} */
export const wasmRust = {
  what: `a Rust toolchain (${oldest.join('.')} or newer) with the source of its standard library`,
  find() {
    for (const rustc of candidates()) {
      const rust = describe(rustc);
      if (rust && buildsWasm(rust)) return rust;
    }
    return undefined;
  },
  async add() {
    const active = describe(onPath('rustc'));
    if (active && isNewEnough(active.version)) await addComponent('rust-src');
  },
  debian() {
    // rust-lld, which rust-web-llvm brings, is only a link to the linker of the LLVM that the package was built with.
    const llvm = dependencies('rust-web-llvm').find((name) => /^llvm-\d+$/.test(name));
    const linker = llvm
      ? llvm.replace('llvm', 'lld')
      : 'lld-$(apt-cache depends rust-web-llvm | grep -o "llvm-[0-9]*" | grep -o "[0-9]*")';
    return ['rustc-web', 'cargo-web', 'rust-web-src', 'rust-web-llvm', linker];
  },
  otherwise: 'run `rustup update stable && rustup component add rust-src`',
};

/** @type {import('./index.mjs').Requirement<string>} */
export const cargo = {
  what: 'Rust (cargo)',
  find: () => onPath('cargo'),
  debian: () => ['cargo-web', 'rustc-web'],
  otherwise: 'install it as https://www.rust-lang.org/tools/install says',
};

/** @type {import('./index.mjs').Requirement<string>} */
export const linker = {
  what: 'a C compiler, with which Rust links its programs',
  find: () => onPath('cc', 'link.exe'),
  debian: () => ['gcc', 'libc6-dev'],
  otherwise: process.platform === 'darwin' ? 'run `xcode-select --install`' : 'install gcc or clang',
};
