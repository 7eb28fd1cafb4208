// @ts-check
// A copy of what the page gave as options. Imports nothing.

/** One more than a list may have: an array may claim 2 ** 32 - 1 entries. */
const LIST = 1001;

/** The options that are objects with options of their own, and those that are lists. */
export const parts = ['popup', 'frame', 'labels', 'scopes', 'extraOrigins'];

/** @param {any} object @returns {any} its own properties; what cannot be read is `null`, which the module refuses by name */
function ownOf(object) {
  const own = Object.create(null);
  for (const name of Object.keys(object)) {
    try {
      own[name] = object[name];
    } catch {
      own[name] = null;
    }
  }
  return own;
}

/** @param {any} value */
function copyOf(value) {
  try {
    if (!value || typeof value !== 'object') return value;
    // A hole in a list is a place, too.
    return Array.isArray(value) ? [...value.slice(0, LIST)] : ownOf(value);
  } catch {
    return null;
  }
}

/** By name, not by `instanceof`: it may be another realm's. @param {unknown} value */
function kindOf(value) {
  try {
    return Object.prototype.toString.call(value).slice(8, -1);
  } catch {
    return ''; // A revoked Proxy, which the module refuses.
  }
}

/** @param {URL} url or a Proxy of one, which cannot be read */
function hrefOf(url) {
  try {
    return url.href;
  } catch {
    return null;
  }
}

/**
 * A copy of the options, without a prototype: `retry` has the same whatever the page does to its objects meanwhile, a
 * polluted `Object.prototype` adds none, and nothing in it throws.
 * @param {any} options
 * @returns {any}
 */
export function copy(options) {
  const own = copyOf(options);
  if (!own || typeof own !== 'object') return own;
  for (const name of parts) if (name in own) own[name] = copyOf(own[name]);
  if (kindOf(own.url) === 'URL') own.url = hrefOf(own.url);
  // Whatever becomes of the call, a promise that was given is not left unhandled.
  for (const source of [own.authorizationCode, own.url])
    if (kindOf(source) === 'Promise') Promise.resolve(source).catch(() => {});
  return own;
}

/** @param {any} options those of a dialog that has ended: its window may be gone, and a new one is opened in its place */
export function again(options) {
  try {
    if (options.popup?.window?.closed) delete options.popup.window;
  } catch {
    // The module refuses it.
  }
  return options;
}
