// @ts-check
// Getting ready for the first click while the page is idle. Imports `facade`, `instance`.
import { inBrowser, open } from './facade.js';
import { call } from './instance.js';

/** @typedef {import('./instance.js').Load} Load */

/** Whether it is done, or about to be. One for all entries of this copy, as the instance is. */
let isDone = false;

/** @param {() => void} run never throws, and neither does this */
function whenIdle(run) {
  const attempt = () => {
    try {
      run();
    } catch {
      // The first click says why.
      isDone = false;
    }
  };
  try {
    // WebKit has no idle callbacks.
    if (typeof requestIdleCallback === 'function') requestIdleCallback(attempt);
    else setTimeout(attempt);
  } catch {
    isDone = false;
  }
}

/**
 * Starts the module, and lets it run once what a click runs, up to where the window opens: with a dialog that is aborted
 * before. Browsers compile a function when it is first called, which takes longer than all else. In two turns, so that
 * neither holds the page up for long.
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
      open(load, { partnerName: 'prepared', authorizationCode: 'prepared', signal: controller.signal });
    });
  });
}
