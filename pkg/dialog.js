// @ts-check
// One AuthDialog: its outer side for the partner, and its inner side for the module (src/browser/platform.rs `Handle`).
// Imports `error`.
import { AuthDialogError, hidden } from './error.js';

/** @typedef {import('./index.js').AuthDialogEvent} AuthDialogEvent */

/** The events, as in the types. */
export const eventTypes = [
  'open',
  'navigate',
  'finish',
  'close',
  'error',
  'late-finish',
  'stalled',
  'message',
  'ignored',
];

// Ends that the page brought about, or was told of by `close`: no error to show.
const quiet = ['closed', 'aborted', 'superseded'];

/** @param {unknown} error what a callback of the partner threw */
function report(error) {
  if (typeof reportError === 'function') reportError(error);
  else
    setTimeout(() => {
      throw error;
    });
}

/** @param {Function | undefined} callback @param {unknown} argument */
function tell(callback, argument) {
  try {
    callback?.(argument);
  } catch (error) {
    report(error);
  }
}

/**
 * @param {any} options the callbacks
 * @param {(name: 'close' | 'focus' | 'supersede', id: number) => void} call does nothing once `result` has settled
 * @param {() => void} settled is called once, when `result` settles
 * @param {() => unknown} [reopen]
 */
export function createDialog(options, call, settled, reopen) {
  /** @type {Map<string, Set<Function>>} */
  const listeners = new Map(eventTypes.map((type) => [type, new Set()]));
  /** @type {any[] | undefined} */
  let waiting = [];
  /** The module says nothing twice, but one that has failed may still be on its way out. */
  let over = false;
  /** @type {(value: any) => void} */
  let resolve;
  /** @type {(reason: unknown) => void} */
  let reject;
  const result = new Promise((...settle) => {
    [resolve, reject] = settle;
  });
  // A result that nobody looks at is no unhandled rejection.
  result.catch(() => {});

  /** @param {any} event */
  const deliver = (event) => {
    // Nothing here is looked up on a prototype: a page's may be polluted.
    const own = /** @type {any} */ ({
      __proto__: null,
      finish: options.onFinish,
      close: options.onClose,
      error: options.onError,
    })[event.type];
    tell(own, event.type === 'error' ? event.error : event);
    tell(options.onEvent, event);
    const those = listeners.get(event.type) ?? new Set();
    // Those of now: not one that an earlier one adds, nor one that it removes.
    for (const listener of [...those]) if (those.has(listener)) tell(listener, event);
  };
  const send = (/** @type {any} */ event) => {
    if (waiting) waiting.push(event);
    else deliver(event);
  };
  const inner = {
    id: 0,
    state: 'opening',
    /** What `open` shares between a dialog and all that it is opened again as. */
    code: { spent: false },
    /** Delivers what was kept back, and from now on at once. */
    flush: () => {
      // What a listener brings about meanwhile waits behind the rest.
      for (let event = waiting?.shift(); event; event = waiting?.shift()) deliver(event);
      waiting = undefined;
    },
    /** @param {any} event */
    emit: (event) => {
      if (!over || event.type === 'late-finish') send(event);
    },
    /** @param {any} value */
    finish: (value) => {
      if (over) return;
      over = true;
      settled();
      send({ type: 'finish', ...value });
      resolve(value);
    },
    /** @param {any} code @param {string} message @param {unknown} cause @param {boolean} settles */
    fail: (code, message, cause, settles) => {
      if (over) return;
      const error = new AuthDialogError(code, message, undefined, cause);
      over = settles;
      if (settles) {
        settled();
        inner.state = 'failed';
      }
      if (!quiet.includes(code)) send({ type: 'error', error });
      if (settles) reject(error);
    },
  };

  const outer = {
    result,
    get state() {
      return inner.state;
    },
    /** @param {string} type @param {Function} listener */
    on: (type, listener) => {
      const those = listeners.get(type);
      if (!those || typeof listener !== 'function') {
        throw new AuthDialogError('invalid_options', `\`on\` takes one of ${eventTypes.join(', ')}, and a function.`);
      }
      // One function added twice is two listeners: each call's undo removes its own.
      const entry = (/** @type {AuthDialogEvent} */ event) => listener(event);
      those.add(entry);
      return () => void those.delete(entry);
    },
    close: () => call('close', inner.id),
    focus: () => call('focus', inner.id),
    ...(reopen && {
      retry: () => {
        call('supersede', inner.id);
        return reopen();
      },
    }),
  };
  if (Symbol.dispose) Object.defineProperty(outer, Symbol.dispose, hidden(outer.close));
  return { inner, outer };
}
