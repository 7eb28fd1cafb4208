// @ts-check
// The text of a URL object. Imports nothing.

/**
 * By its name, not by `instanceof`: it may be another realm's, such as a same-origin frame's.
 * @param {any} value
 * @returns {unknown} other values as they are
 */
export function hrefOf(value) {
  try {
    return Object.prototype.toString.call(value) === '[object URL]' ? value.href : value;
  } catch {
    return null; // A revoked Proxy, which is no URL.
  }
}
