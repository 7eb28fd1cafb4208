// @ts-check
// The errors of the back-end entry. Imports `../error.js` for a property that is not logged.
import { hidden } from '../error.js';

/** The HTTP status to answer the page with. @type {Record<string, number>} */
const ANSWERS = {
  tray_refused_token: 502,
  tray_error: 502,
  tray_unexpected: 502,
  tray_unreachable: 502,
  timeout: 504,
  aborted: 503,
  not_your_authentication: 403,
  not_found: 404,
  unknown_slot: 400,
  conflict: 409,
};

/** Options that come from the page. A mistake in any other option is one in the back end's own code. */
const FROM_THE_PAGE = /^(solutionInstanceId|authValues?)(\.|$)/;

export class TrayBackendError extends Error {
  /**
   * @param {import('../backend.js').TrayBackendErrorCode} code
   * @param {string} message what happened, and what to do; never a token, a code or an id of a person
   * @param {{ operation?: string | undefined, token?: 'master' | 'user' | undefined, status?: number | undefined, field?: string | undefined, cause?: unknown }} [details]
   */
  constructor(code, message, { operation, token, status, field, cause } = {}) {
    super(message);
    this.code = code;
    this.answerStatus = ANSWERS[code] ?? (FROM_THE_PAGE.test(field ?? '') ? 400 : 500);
    if (operation !== undefined) this.operation = operation;
    if (token !== undefined) this.token = token;
    if (status !== undefined) this.status = status;
    if (field !== undefined) this.field = field;
    // Not enumerable, so that logging the error does not log what a library has put into the cause.
    if (cause !== undefined) Object.defineProperty(this, 'cause', hidden(cause));
  }
}
Object.defineProperty(TrayBackendError.prototype, 'name', hidden('TrayBackendError'));

/**
 * Compares name and code, not by `instanceof`: the error may come from another copy of the package.
 * @param {any} error
 * @param {string} [code]
 */
export function isTrayBackendError(error, code) {
  return (
    error?.name === 'TrayBackendError' && (code === undefined ? typeof error.code === 'string' : error.code === code)
  );
}

/** @param {string} field @param {string} problem */
export const invalid = (field, problem) =>
  new TrayBackendError('invalid_options', `\`${field}\` ${problem}`, { field });
