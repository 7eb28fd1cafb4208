// @ts-check
// Calls the page's callbacks, and reports what they throw as an uncaught error. Nothing here ever throws. Imports nothing.

/** @param {unknown} error */
function report(error) {
  try {
    if (typeof reportError === 'function') return reportError(error);
  } catch {
    // The page has replaced `reportError`.
  }
  try {
    setTimeout(() => {
      throw error;
    });
  } catch {
    // There is no way left to report it.
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
