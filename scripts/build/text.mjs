// Bytes as text that any JavaScript file can hold; pkg/decode.js is the way back.
//
// Each byte is one character, or a few shifts and one. Most bytes that are ASCII stand for themselves, so that what is text in
// the module (names, messages) is text here, which compression knows; the letters from G to _ are rare in it, and stand for
// the lowest bytes, which are the most frequent ones. A shift adds to the character behind it. Characters that a string or a
// page of HTML must escape are left out, and all are ASCII, so that neither a bundler nor a page's encoding changes them.
//
// After brotli the text weighs 1 to 2 % more than the bytes; as base64 it would weigh 30 % more.

/** What a string or a page of HTML must escape stands for nothing. */
const reserved = '"\\<';

/** The shifts, and what they add: of the pairs that reach every byte, one of those that compress best. */
const shifts = { '{': 85, '}': 2 };

/** The first of the characters that stand for the lowest bytes, and how many these are. */
const [LOW, LOWEST] = [71, 25];

/** @param {Uint8Array} bytes @returns {string} */
export function encode(bytes) {
  const texts = allTexts();
  return Array.from(bytes, (byte) => texts[byte]).join('');
}

/** @returns {string[]} the shortest text of each byte */
function allTexts() {
  /** @type {string[]} */
  const texts = [];
  let prefixes = [{ prefix: '', added: 0 }];
  while (Object.keys(texts).length < 256) {
    for (const { prefix, added } of prefixes) {
      for (let code = 32; code < 127; code++) {
        const character = String.fromCharCode(code);
        if (reserved.includes(character) || character in shifts) continue;
        const isLow = added === 0 && code >= LOW && code < LOW + LOWEST;
        texts[isLow ? code - LOW : (code + added) % 256] ??= prefix + character;
      }
    }
    prefixes = prefixes.flatMap(({ prefix, added }) =>
      Object.entries(shifts).map(([shift, more]) => ({ prefix: prefix + shift, added: added + more })),
    );
  }
  return texts;
}
