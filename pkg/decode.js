// @ts-check
// The module's bytes, from the text that scripts/build/text.mjs made of them; it says why they look so. Imports nothing.

/** @param {string} text @returns {Uint8Array<ArrayBuffer>} */
export function decode(text) {
  // In place, and by numbers alone: this runs in the first click, where JavaScript is interpreted.
  const bytes = new TextEncoder().encode(text);
  let length = 0;
  let added = 0;
  for (let at = 0; at < bytes.length; at++) {
    const code = /** @type {number} */ (bytes[at]);
    if (code === 123) added += 89;
    else if (code === 125) added += 175;
    else {
      bytes[length++] = added || code < 74 || code > 95 ? code + added : code - 74;
      added = 0;
    }
  }
  return bytes.subarray(0, length);
}
