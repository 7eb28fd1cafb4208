// Bytes as text that any JavaScript file can hold; pkg/decode.js is the way back.
//
// Each byte is one character, or a shift character and one. Most bytes that are ASCII stand for themselves, so that what is
// text in the module (names, messages) is text here, which compression knows; the letters from J to _ are rare in it, and
// stand for the lowest bytes, which are the most frequent ones. The rest follows the shifts. Characters that a string or a
// page of HTML must escape are left out, and all are ASCII, so that neither a bundler nor a page's encoding changes them.
//
// docs/size.md has what this and other encodings weigh.
import { table } from '../../pkg/decode.js';

/** @param {Uint8Array} bytes @returns {string} */
export function encode(bytes) {
  /** @type {string[]} */
  const texts = [];
  table().forEach((byte, place) => {
    texts[byte] = ['', '{', '}'][place >> 7] + String.fromCharCode(place & 127);
  });
  return Array.from(bytes, (byte) => texts[byte]).join('');
}
