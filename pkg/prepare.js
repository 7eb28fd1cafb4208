// @ts-check
// Gets ready for the first click while the page is idle. Imports `facade`, `instance`, `watch`.
import { inBrowser, open } from './facade.js';
import { call } from './instance.js';
import { PREPARED } from './watch.js';

/** @typedef {import('./instance.js').Load} Load */

/** Whether it is done or scheduled. Shared by all entries of this copy, like the instance. */
let isDone = false;

/** @param {() => void} run never throws, and neither does this */
function whenIdle(run) {
  const attempt = () => {
    try {
      run();
    } catch {
      // The first click reports why.
      isDone = false;
    }
  };
  try {
    // A page may never be idle. WebKit has no idle callbacks.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(attempt, { timeout: 2_000 });
    else setTimeout(attempt);
  } catch {
    isDone = false;
  }
}

/**
 * Starts the module and runs the code of a click once, up to where the window opens, with a dialog that is already aborted.
 * Browsers compile a function when it is first called, and that takes longer than anything else. It runs in two turns, so that
 * neither blocks the page for long.
 * @param {Load} load
 */
export function prepare(load) {
  if (isDone || !inBrowser()) return;
  isDone = true;
  whenIdle(() => {
    call(load, () => {});
    whenIdle(() => {
      const controller = new AbortController();
      controller.abort();
      open(load, { partnerName: PREPARED, authorizationCode: PREPARED, signal: controller.signal });
    });
  });
}
