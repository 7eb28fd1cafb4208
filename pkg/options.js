// @ts-check
// Copies the page's options. Imports nothing.

/** One more than a list may have: an array may claim 2 ** 32 - 1 entries. */
const LIST = 1001;

/** The options that are groups, and those that are lists. */
export const parts = ['popup', 'frame', 'labels', 'scopes', 'extraOrigins'];

/**
 * @param {any} object
 * @returns {any} its own properties; one that cannot be read becomes `null`, which the module refuses by name
 */
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
    // A hole in a list counts as an entry.
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

/** The text of a URL object, or any other value unchanged. @param {any} value */
export function href(value) {
  try {
    return kindOf(value) === 'URL' ? value.href : value;
  } catch {
    return null; // A Proxy of one, which cannot be read.
  }
}

/**
 * A copy of the options, without a prototype. So `retry` has the same options even if the page changes its objects meanwhile, a
 * polluted `Object.prototype` adds none, and reading the copy never throws.
 * @param {any} options
 * @returns {any}
 */
export function copy(options) {
  const own = copyOf(options);
  if (!own || typeof own !== 'object') return own;
  for (const name of parts) if (name in own) own[name] = copyOf(own[name]);
  if ('url' in own) own.url = href(own.url);
  // Even if the call fails, a promise in the options must not become an unhandled rejection.
  for (const source of [own.authorizationCode, own.url])
    if (kindOf(source) === 'Promise') Promise.resolve(source).catch(() => {});
  return own;
}

/** @param {any} options those of a dialog that is retried: if its given window is closed, a new one is opened instead */
export function again(options) {
  try {
    if (options.popup?.window?.closed) delete options.popup.window;
  } catch {
    // The module refuses this window.
  }
  return options;
}
