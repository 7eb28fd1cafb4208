// @ts-check
// Calls what the page gave, and reports what it throws as the browser reports an uncaught error. Nothing here ever throws.
// Imports nothing.

/** @param {unknown} error */
function report(error) {
  try {
    if (typeof reportError === 'function') return reportError(error);
  } catch {
    // A page's own `reportError`.
  }
  try {
    setTimeout(() => {
      throw error;
    });
  } catch {
    // There is no way left to say it.
  }
}

/** @param {Function | undefined} callback @param {unknown} argument */
export function tell(callback, argument) {
  try {
    callback?.(argument);
  } catch (error) {
    report(error);
  }
}
