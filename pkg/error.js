// @ts-check
// The error class of the package, and how to recognise its errors. Imports nothing.

/**
 * The descriptor of a property that is not enumerable.
 * @param {unknown} value
 * @returns {PropertyDescriptor}
 */
export function hidden(value) {
  // Without a prototype: a polluted one would make it the descriptor of a getter.
  return /** @type {any} */ ({ __proto__: null, value, configurable: true, writable: true });
}

export class AuthDialogError extends Error {
  /**
   * @param {import('./index.js').ErrorCode} code
   * @param {string} message
   * @param {string} [field]
   * @param {unknown} [cause]
   * @param {string} [reason]
   */
  constructor(code, message, field, cause, reason) {
    super(message);
    this.code = code;
    if (field !== undefined) this.field = field;
    if (reason !== undefined) this.reason = reason;
    // Not enumerable, so that logging the error does not log what the partner's own code threw.
    if (cause !== undefined) Object.defineProperty(this, 'cause', hidden(cause));
  }
}
Object.defineProperty(AuthDialogError.prototype, 'name', hidden('AuthDialogError'));

/**
 * Compares name and code, not by `instanceof`: the error may come from another copy of the package, or another realm.
 * @param {any} error
 * @param {string} [code]
 */
export function isAuthDialogError(error, code) {
  try {
    return (
      error?.name === 'AuthDialogError' && (code === undefined ? typeof error.code === 'string' : error.code === code)
    );
  } catch {
    return false; // A revoked Proxy, or a window of another origin.
  }
}
