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

/** Reads the numbers and texts of a module's binary form, one after the other. @param {Uint8Array} bytes */
function reader(bytes) {
  let at = 0;
  const take = (/** @type {number} */ length) => {
    at += length;
    return bytes.subarray(at - length, at);
  };
  /** An unsigned number in LEB128. */
  const number = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const [byte] = take(1);
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  };
  return { take, number, text: () => new TextDecoder().decode(take(number())), hasMore: () => at < bytes.length };
}

/** @param {Uint8Array} bytes of a module @returns {{ lengths: number[], names: string[] }} of its functions' code; of all functions */
function functionsOf(bytes) {
  const module = reader(bytes);
  module.take(8); // the magic number and the version
  /** @type {number[]} */
  let lengths = [];
  /** @type {string[]} */
  let names = [];
  while (module.hasMore()) {
    const id = module.number();
    const content = reader(module.take(module.number()));
    if (id === CODE) lengths = Array.from({ length: content.number() }, () => content.take(content.number()).length);
    if (id === CUSTOM && content.text() === 'name') names = namesIn(content);
  }
  if (names.length === 0) throw new Error('the module has no names: it was stripped');
  return { lengths, names };
}

/** @param {ReturnType<typeof reader>} section of names @returns {string[]} by the number of the function, as Rust mangles them */
function namesIn(section) {
  /** @type {string[]} */
  const names = [];
  while (section.hasMore()) {
    const kind = section.number();
    const part = reader(section.take(section.number()));
    if (kind !== FUNCTION_NAMES) continue;
    for (let left = part.number(); left > 0; left -= 1) names[part.number()] = part.text();
  }
  return names;
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
  const { lengths, names } = functionsOf(bytes);
  // Functions that are imported come first, and have no code.
  const defined = names.slice(names.length - lengths.length);
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
