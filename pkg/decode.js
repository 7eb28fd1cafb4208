// @ts-check
// The module's bytes, from the text that scripts/build/text.mjs made of them; it says why they look so. Imports nothing.

/** The shifts. They, and what a string or a page of HTML must escape, stand for nothing by themselves. */
const reserved = '{}"\\<';

/** @returns {number[]} which byte each character stands for: alone, 128 further on after `{`, 256 further on after `}` */
export function table() {
  /** @type {number[]} */
  const bytes = [];
  /** @type {number[]} */
  const characters = [];
  let low = 0;
  for (let at = 32; at < 127; at++) {
    if (reserved.includes(String.fromCharCode(at))) continue;
    characters.push(at);
    bytes[at] = at < 74 || at > 95 ? at : low++;
  }
  let next = 0;
  for (let byte = 0; byte < 256; byte++) {
    if (bytes.includes(byte)) continue;
    const character = /** @type {number} */ (characters[next % characters.length]);
    bytes[character + (next < characters.length ? 128 : 256)] = byte;
    next++;
  }
  return bytes;
}

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function decode(text) {
  const stands = table();
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let shift = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === 123) shift = 128;
    else if (character === 125) shift = 256;
    else {
      bytes[length++] = stands[shift + character] ?? 0;
      shift = 0;
    }
  }
  return bytes.subarray(0, length);
}
