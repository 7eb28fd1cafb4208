// The JavaScript that talks to the module: what wasm-bindgen generates, less what this package does not use.

/**
 * What the generated functions need: strings and numbers in the module's memory. The generated versions keep views of the
 * memory, look whether it has grown meanwhile, and serve runtimes that no page has; views are cheap enough to be made anew.
 */
const runtime = `
let wasm;
// Made when they are needed: there are places to import the package in, such as jsdom, that have neither.
let decoder, encoder;
function getDataViewMemory0() {
  return new DataView(wasm.memory.buffer);
}
function getStringFromWasm0(address, length) {
  decoder ??= new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(new Uint8Array(wasm.memory.buffer, address >>> 0, length));
}
function passStringToWasm0(text) {
  encoder ??= new TextEncoder();
  const bytes = encoder.encode(text);
  const address = wasm.__wbindgen_malloc(bytes.length, 1) >>> 0;
  new Uint8Array(wasm.memory.buffer).set(bytes, address);
  WASM_VECTOR_LEN = bytes.length;
  return address;
}`;

/** What `runtime` stands for; besides, loaders that fetch and keep the first instance, of no use after a trap. */
const replaced = [
  /^function getDataViewMemory0\([\s\S]*?^}$/m,
  /^function getStringFromWasm0\([\s\S]*?^}$/m,
  /^function passStringToWasm0\([\s\S]*?^}$/m,
  /^let cachedTextDecoder = [\s\S]*?(?=^let WASM_VECTOR_LEN)/m,
  /^let wasmModule, wasmInstance, wasm;$[\s\S]*/m,
];

/** @param {string} glue as generated */
function withOwnRuntime(glue) {
  if (glue.includes('wasm.__wbindgen_start')) {
    throw new Error(
      'wasm-bindgen wants the module to be started: `start` in wasm-entries.mjs and js-entry.mjs must follow',
    );
  }
  let kept = glue.replaceAll(', wasm.__wbindgen_malloc, wasm.__wbindgen_realloc)', ')');
  for (const part of replaced) {
    if (!part.test(kept)) {
      throw new Error(`wasm-bindgen writes its glue without ${part}: scripts/build/glue.mjs must follow`);
    }
    kept = kept.replace(part, '');
  }
  return kept + runtime;
}

/**
 * Makes of the generated glue one that is small and has `start`, which makes a new instance each time.
 * @param {string} glue as generated for the target "web"
 * @param {string} start the code of `start`
 * @returns {Promise<string>} an ES module that exports `start` and the crate's functions
 */
export async function trimGlue(glue, start) {
  // Not at the top: this script is imported before the npm packages are there.
  const { transform } = await import('esbuild');
  const { code } = await transform(`${withOwnRuntime(glue)}\n${start}`, {
    format: 'esm',
    target: 'es2020',
    minifySyntax: true,
    treeShaking: true,
    legalComments: 'none',
  });
  return code;
}

/** How the glue uses what the module exports: `wasm` is its own variable, and nothing else is called so. */
const exportUse = /\bwasm\.([\w$]+)/g;

/** @param {string} glue @returns {string[]} the exports of the module that it uses */
export const usedExports = (glue) => [...new Set([...glue.matchAll(exportUse)].map((match) => match[1]))];

/**
 * @param {string} glue
 * @param {{ imports: import('./binaryen.mjs').Names, exports: import('./binaryen.mjs').Names }} names of the module's
 * @returns {Promise<string>} the glue for the module with those names
 */
export async function renameInGlue(glue, { imports, exports }) {
  const { transform } = await import('esbuild');
  const renamed = glue.replaceAll(exportUse, (_, name) => {
    if (!(name in exports)) throw new Error(`The glue calls "${name}", which the module does not export`);
    return `wasm.${exports[name]}`;
  });
  const long = Object.keys(imports).map((name) => name.replaceAll(/[^\w]/g, '\\$&'));
  const { code } = await transform(renamed, {
    mangleProps: new RegExp(`^(?:${long.join('|')})$`),
    mangleCache: { ...imports },
    // The name of the imported module is no identifier.
    mangleQuoted: true,
  });
  return code;
}
