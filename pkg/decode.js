// @ts-check
// The module's bytes, from the text that scripts/build/text.mjs made of them; it says why they look so.

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function decode(text) {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  let shift = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character < 34) {
      shift = (character - 31) * 91;
    } else {
      // The backslash, 92, stands for nothing.
      bytes[length++] = shift + character - (character < 92 ? 35 : 36);
      shift = 0;
    }
  }
  return bytes.subarray(0, length);
}
