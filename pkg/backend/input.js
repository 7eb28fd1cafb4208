// @ts-check
// Checks the options that a partner's code, or a page behind it, passes, before anything is sent. Imports `error`.
import { invalid } from './error.js';

/** Characters that an id may have; the same limit as in the page's package. */
const LONGEST_ID = 1_024;

/**
 * An id becomes a segment of a URL's path or a GraphQL variable, so it must not be empty, `.` or `..`, or contain hidden
 * characters.
 * @param {unknown} value
 * @returns {value is string}
 */
export const isId = (value) =>
  typeof value === 'string' &&
  !['', '.', '..'].includes(value) &&
  value.length <= LONGEST_ID &&
  // The last one is an unpaired surrogate; U+FFFD is what it turns into.
  !/^\p{White_Space}|\p{White_Space}$|[\p{Cc}\u{fffd}]|\p{Cs}/u.test(value);

/** @param {any} options @param {readonly string[]} known @param {string} taker of the options, for the message */
export function checkNames(options, known, taker) {
  if (!options || typeof options !== 'object')
    throw invalid('options', `must be an object: ${taker} takes ${known.join(', ')}`);
  for (const name of Object.keys(options)) {
    if (!known.includes(name)) throw invalid(name, `is not an option of ${taker}: it takes ${known.join(', ')}`);
  }
}

/** @param {any} options @param {string} name @param {string} [source] where it comes from */
export function requireId(options, name, source) {
  const value = options[name];
  const origin = source ? `: ${source}` : '';
  if (value === undefined) throw invalid(name, `is required${origin}`);
  if (!isId(value)) {
    throw invalid(
      name,
      `must be a string of 1 to ${LONGEST_ID} characters, without control characters and without white space around it${origin}`,
    );
  }
  return value;
}

/** @param {any} options @param {string} name */
export function requireText(options, name) {
  const value = options[name];
  if (typeof value !== 'string' || value.trim() === '') throw invalid(name, 'is required, and must not be blank');
  return value;
}

/** @param {any} options @param {string} name */
export function optionalFlag(options, name) {
  const value = options[name];
  if (value !== undefined && typeof value !== 'boolean') throw invalid(name, 'must be true or false');
  return value;
}

/**
 * A token goes into a header, and platforms quote a bad header value in their errors.
 * @param {any} options
 * @param {string} name
 * @param {string} source
 */
export function requireToken(options, name, source) {
  const value = options[name];
  if (value === undefined || value === '') throw invalid(name, `is required: ${source}`);
  if (typeof value !== 'string' || !/^[\x21-\x7e]+$/.test(value)) {
    throw invalid(name, `must be the token alone, without "Bearer", spaces or line breaks: ${source}`);
  }
  return value;
}

/** @param {any} options */
export function optionalSignal(options) {
  const { signal } = options;
  if (signal !== undefined && typeof signal?.addEventListener !== 'function')
    throw invalid('signal', 'must be an AbortSignal');
  return signal;
}

/** @param {unknown} value @param {string} field */
export function requireAuthValue(value, field) {
  const given = /** @type {any} */ (value);
  if (!given || typeof given !== 'object')
    throw invalid(field, "must be `{ externalId, authId }`: the `authValue` of the dialog's result");
  for (const name of ['externalId', 'authId'])
    if (!isId(given[name]))
      throw invalid(`${field}.${name}`, "must be the id in the `authValue` of the dialog's result");
  return { externalId: /** @type {string} */ (given.externalId), authId: /** @type {string} */ (given.authId) };
}
