// @ts-check
// Decodes the module's bytes from text; scripts/build/text.mjs encodes them and explains the format. Imports nothing.

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function decode(text) {
  // In place, and with numbers only: this runs in the first click, where JavaScript is still interpreted.
  const bytes = new TextEncoder().encode(text);
  let length = 0;
  let added = 0;
  for (let at = 0; at < bytes.length; at++) {
    const code = /** @type {number} */ (bytes[at]);
    if (code === 123) added += 85;
    else if (code === 125) added += 2;
    else {
      bytes[length++] = added || code < 71 || code > 95 ? code + added : code - 71;
      added = 0;
    }
  }
  return bytes.subarray(0, length);
}
