// @ts-check
// One AuthDialog: its outer side for the partner, and its inner side for the module (src/dom/facade.rs `Handle`). What is
// settled is settled at once; what the partner is told waits for a microtask, so that none of their code runs while the
// module is at work. Imports `error`, `report`, `undo`, `view`, `waiting`, `watch`.
import { AuthDialogError, hidden } from './error.js';
import { tell } from './report.js';
import { Undo } from './undo.js';
import { buildModal, none } from './view.js';
import { showWaiting } from './waiting.js';
import { watch } from './watch.js';

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

/**
 * @param {any} options the callbacks, and what a modal is built from
 * @param {(name: 'close' | 'focus' | 'supersede') => void} act does nothing once `result` has settled
 * @param {ReturnType<typeof import('./zone.js').inward>} inside of what the partner is told in
 * @param {() => unknown} [reopen]
 */
export function createDialog(options, act, inside, reopen) {
  /** @type {Map<string, Set<Function>>} */
  const listeners = new Map(eventTypes.map((type) => [type, new Set()]));
  /** What is still to be settled and told. @type {{ settle?: (() => void) | undefined, event?: any }[]} */
  const queue = [];
  /** Whether somebody will see to it. Nobody does before the call that opens has returned. */
  let scheduled = true;
  let delivering = false;
  let settled = false;
  /** Whether a callback has closed it meanwhile. */
  let closes = false;
  /** @type {(value: any) => void} */
  let resolve;
  /** @type {(reason: unknown) => void} */
  let reject;
  const result = new Promise((...settle) => {
    [resolve, reject] = settle;
  });
  // A result that nobody looks at is no unhandled rejection.
  result.catch(() => {});

  const deliver = inside((/** @type {any} */ event) => {
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
  });
  const deliverAll = () => {
    scheduled = false;
    delivering = true;
    try {
      // What a listener brings about meanwhile waits behind the rest. By the length: a page can have given
      // `Object.prototype` a `0`, and then an empty queue has a first.
      while (queue.length) {
        const { event, settle } = /** @type {any} */ (queue[0]);
        // A trap while one settlement was on its way has brought another.
        const isLate = settled && settle;
        if (settle && !settled) settle();
        if (settle) settled = true;
        queue.shift();
        if (event && !isLate) deliver(event);
      }
    } catch {
      // WebKit runs microtasks also where there is no stack left.
      setTimeout(deliverAll);
    }
    delivering = false;
    if (closes) close();
  };
  const schedule = () => {
    Promise.resolve().then(deliverAll);
    scheduled = true;
  };
  // Settled from there, too: here the stack may be at its end, and a settlement lost half way.
  /** @param {any} event @param {() => void} [settle] is done first */
  const send = (event, settle) => {
    queue.push({ settle, event });
    if (!scheduled) schedule();
  };

  const inner = {
    id: 0,
    /** Of the module. @type {import('./instance.js').Instance | undefined} */
    instance: undefined,
    state: 'opening',
    /** Settled, or about to. The module says nothing twice, but one that has failed may still be on its way out. */
    over: false,
    /** What `open` shares between a dialog and all that it is opened again as. */
    code: { spent: false },
    /** For when the call that opens has returned: listeners that are added in its task miss nothing. */
    deliver: schedule,
    /** Nobody waits for it any more. */
    leave: () => {
      inner.over = true;
      inner.instance?.live.delete(inner);
    },

    // From here on, for the module.

    /** @param {number} id of the session that serves it now */
    serve: (id) => {
      inner.id = id;
    },
    /** @param {string} state */
    turn: (state) => {
      if (!inner.over) inner.state = state;
    },
    spend: () => {
      inner.code.spent = true;
    },
    undo: () => new Undo(/** @type {any} */ (inner.instance)),
    /** @param {HTMLIFrameElement} iframe @param {boolean} again */
    modal: (iframe, again) => buildModal(options, iframe, again),
    /** @param {Document} blank */
    waiting: (blank) => showWaiting(blank, options.labels ?? none),
    /** @param {any} event */
    emit: (event) => {
      if (!inner.over || event.type === 'late-finish') send(event);
    },
    /** @param {any} value */
    finish: (value) => {
      if (inner.over) return;
      send({ type: 'finish', ...value }, () => {
        inner.leave();
        resolve(value);
      });
      inner.over = true;
    },
    /** @param {any} reason what the module says of it @param {unknown} cause @param {boolean} settles */
    fail: ({ code, message, reason }, cause, settles) => {
      if (inner.over) return;
      const error = new AuthDialogError(code, message, undefined, cause, reason);
      const settle = () => {
        inner.leave();
        reject(error);
      };
      send(quiet.includes(code) ? undefined : { type: 'error', error }, settles ? settle : undefined);
      inner.over = settles;
      if (settles) inner.state = 'failed';
    },
  };

  // A callback may close the dialog and open it again in the same window: it is closed when the callback has returned, unless
  // it is superseded by then.
  const close = () => {
    closes = delivering;
    if (!delivering) act('close');
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
        throw new AuthDialogError(
          'invalid_options',
          `\`on\` takes an event type (${eventTypes.join(', ')}) and a function.`,
        );
      }
      // One function added twice is two listeners: each call's undo removes its own.
      const entry = (/** @type {AuthDialogEvent} */ event) => listener(event);
      those.add(entry);
      return () => void those.delete(entry);
    },
    close,
    focus: () => act('focus'),
    ...(reopen && {
      retry: () => {
        act('supersede');
        return reopen();
      },
    }),
  };
  if (Symbol.dispose) Object.defineProperty(outer, Symbol.dispose, hidden(outer.close));
  watch?.(options, inner);
  return { inner, outer };
}
