// Bytes as text that any JavaScript file can hold; pkg/decode.js is the way back.
//
// Each byte is one character, or a shift character and one: the 91 characters after the two shifts stand for the bytes
// from 0 on, after the first shift for those from 91 on, after the second for those from 182 on. Characters that a string
// must escape are left out, and all are ASCII, so that neither a bundler nor a page's encoding changes them.
//
// Measured on this module (62 kB): hexadecimal takes 124 kB, 28.1 kB in brotli, and 18 ms to decode on a cold start; this
// takes 75 kB, 26.6 kB and 4 ms; base64 does not keep bytes together, and takes 33 kB in brotli.

/** How many bytes each shift stands for. */
const page = 91;

/** @param {Uint8Array} bytes @returns {string} */
export function encode(bytes) {
  return Array.from(bytes, (byte) => shifts[Math.floor(byte / page)] + characters[byte % page]).join('');
}

const shifts = ['', ' ', '!'];

/** From # to ~, without the backslash; the quotation mark comes before #. */
const characters = Array.from({ length: page + 1 }, (_, at) => String.fromCharCode(35 + at)).filter(
  (character) => character !== '\\',
);
