// What each crate weighs in the module: the bytes of the functions that bear its name, as the compiler leaves them. What is
// inlined counts where it is inlined to, and the build's later steps (wasm-opt, compression) take a share of everything.

/** @typedef {Map<string, number>} Weights bytes by crate, with underscores as in Rust's paths */

/** The crates of the standard library, which are weighed together. */
export const STANDARD = 'std';
const standardCrates = ['std', 'core', 'alloc', 'compiler_builtins', 'hashbrown', '__rustc'];

/** The sections that are read here, and the part of the names that is, by their numbers in the binary form. */
const CUSTOM = 0;
const CODE = 10;
const FUNCTION_NAMES = 1;

/** Reads the numbers and texts of a module's binary form, one after the other. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get ended() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** An unsigned number in LEB128. */
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  /** @param {number} length */
  take(length) {
    this.at += length;
    return new Reader(this.bytes.subarray(this.at - length, this.at));
  }

  text() {
    return new TextDecoder().decode(this.take(this.number()).bytes);
  }
}

/** @param {Uint8Array} bytes of a module @returns {{ code: Reader, names: Reader }} two of its sections */
function sections(bytes) {
  const reader = new Reader(bytes);
  reader.take(8); // the magic number and the version
  /** @type {{ code?: Reader, names?: Reader }} */
  const found = {};
  while (!reader.ended) {
    const id = reader.byte();
    const content = reader.take(reader.number());
    if (id === CODE) found.code = content;
    if (id === CUSTOM && content.text() === 'name') found.names = content;
  }
  const { code, names } = found;
  if (!code || !names) throw new Error('the module has no code or no names: it was stripped');
  return { code, names };
}

/** @param {Reader} code @returns {number[]} the length of each function's code, in their order */
const codeLengths = (code) => Array.from({ length: code.number() }, () => code.take(code.number()).bytes.length);

/** @param {Reader} names @returns {string[]} of all functions, the imported ones first, as Rust mangles them */
function functionNames(names) {
  while (!names.ended) {
    const kind = names.byte();
    const part = names.take(names.number());
    if (kind !== FUNCTION_NAMES) continue;
    /** @type {string[]} */
    const found = [];
    for (let left = part.number(); left > 0; left -= 1) found[part.number()] = part.text();
    return found;
  }
  return [];
}

/**
 * @param {string} name in Rust's mangling: `…C` + `s<hash>_` + length + name stands for a crate, the first for the one that
 * the function was written in; the names of types that it was compiled for come after it
 * @returns {string | undefined} that crate
 */
export function crateOf(name) {
  const [, length, rest] = /^_R.*?Cs[0-9A-Za-z]*_(\d+)_?(.*)$/.exec(name) ?? [];
  return rest?.slice(0, Number(length));
}

/** Functions without a crate's name: what wasm-bindgen makes. */
const ofBindgen = /^__(wbindgen|externref)_/;

/** What describes types to the wasm-bindgen program, which takes it out again. Of js-sys it is all but everything. */
const descriptions = /^__wbindgen_describe|12WasmDescribe8describe|8wbg_cast17breaks_if_inlined/;

/** @param {string} name in Rust's mangling @returns {boolean} whether wasm-bindgen takes the function out of the module */
export const isTakenOut = (name) => descriptions.test(name);

/**
 * @param {Uint8Array} bytes of a module with names
 * @param {string} own the crate to which functions belong that bear no crate's name, such as the exports
 * @returns {Weights}
 */
export function weighCrates(bytes, own) {
  const { code, names } = sections(bytes);
  const lengths = codeLengths(code);
  const all = functionNames(names);
  const defined = all.slice(all.length - lengths.length);
  /** @type {Weights} */
  const weights = new Map();
  for (const [index, length] of lengths.entries()) {
    const name = defined[index] ?? '';
    if (isTakenOut(name)) continue;
    const crate = crateOf(name) ?? (ofBindgen.test(name) ? 'wasm_bindgen' : own);
    const key = standardCrates.includes(crate) ? STANDARD : crate;
    weights.set(key, (weights.get(key) ?? 0) + length);
  }
  return weights;
}
