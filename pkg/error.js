// @ts-check
// The one error class, and how to recognise its errors. Imports nothing.

export class AuthDialogError extends Error {
  /**
   * @param {import('./index.js').ErrorCode} code
   * @param {string} message
   * @param {string} [field]
   * @param {unknown} [cause]
   */
  constructor(code, message, field, cause) {
    super(message);
    this.code = code;
    if (field !== undefined) this.field = field;
    // Not enumerable: whoever logs the error does not log what the partner's own code threw.
    if (cause !== undefined) Object.defineProperty(this, 'cause', { value: cause, configurable: true, writable: true });
  }
}
Object.defineProperty(AuthDialogError.prototype, 'name', {
  value: 'AuthDialogError',
  configurable: true,
  writable: true,
});

/**
 * By name and code, not by `instanceof`: the error may be another copy's, or another realm's.
 * @param {any} error
 * @param {string} [code]
 */
export const isAuthDialogError = (error, code) =>
  error?.name === 'AuthDialogError' && (code === undefined ? typeof error.code === 'string' : error.code === code);
