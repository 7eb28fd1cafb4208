// @ts-check
// The module's bytes, from the text that scripts/build/text.mjs made of them; it says why they look so. Imports nothing.

/**
 * @param {string} text
 * @param {string} decoder the module that knows the way back, in base64
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function decode(text, decoder) {
  const bytes = Uint8Array.from(atob(decoder), (character) => character.charCodeAt(0));
  const { d, m } = /** @type {any} */ (new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports);
  const memory = new Uint8Array(m.buffer);
  memory.set(new TextEncoder().encode(text));
  return memory.subarray(0, d(text.length));
}
