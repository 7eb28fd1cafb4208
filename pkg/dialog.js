// @ts-check
// One AuthDialog: its outer side for the partner, and its inner side for the module (src/dom/facade.rs `Handle`). The state
// changes at once; callbacks and events wait for a microtask, so that no code of the partner runs while the module is running.
// Imports `error`, `options`, `report`, `undo`, `view`, `waiting`, `watch`.
import { AuthDialogError, hidden } from './error.js';
import { href } from './options.js';
import { tell } from './report.js';
import { Undo } from './undo.js';
import { buildModal, none } from './view.js';
import { showWaiting } from './waiting.js';
import { watch } from './watch.js';

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

/** The option that is the callback for an event of this type. No prototype: the page's may be polluted. */
const callbacks = { __proto__: null, finish: 'onFinish', close: 'onClose', error: 'onError' };

// Ends that the page caused, or that `close` reports: not errors to show.
const quiet = ['closed', 'aborted', 'superseded'];

/**
 * @param {any} options the callbacks, and what a modal is built from
 * @param {(name: 'close' | 'focus' | 'supersede') => void} act does nothing once `result` has settled
 * @param {ReturnType<typeof import('./zone.js').inward>} inside runs the partner's code in its own zone
 * @param {() => unknown} [reopen]
 */
export function createDialog(options, act, inside, reopen) {
  /** @type {Set<{ type: string, listener: Function }>} */
  const listeners = new Set();
  /** What still has to be settled and delivered. @type {{ settle?: (() => void) | undefined, event?: any }[]} */
  const queue = [];
  /** Whether a delivery is scheduled. Nothing is delivered before the call that opens has returned. */
  let scheduled = true;
  let delivering = false;
  let settled = false;
  /** Whether a callback has called `close` during the delivery. */
  let closes = false;
  /** @type {(value: any) => void} */
  let resolve;
  /** @type {(reason: unknown) => void} */
  let reject;
  const result = new Promise((...settle) => {
    [resolve, reject] = settle;
  });
  // A result that the page does not use must not become an unhandled rejection.
  result.catch(() => {});

  const deliver = inside((/** @type {any} */ event) => {
    const { type } = event;
    tell(options[/** @type {any} */ (callbacks)[type]], type === 'error' ? event.error : event);
    tell(options.onEvent, event);
    // A listener that an earlier one adds is not called, nor one that it removes.
    for (const one of [...listeners]) if (one.type === type && listeners.has(one)) tell(one.listener, event);
  });
  const deliverAll = () => {
    scheduled = false;
    delivering = true;
    try {
      // Events that a listener causes wait behind the rest. Checks the length, because a page may have set
      // `Object.prototype[0]`, and then an empty queue has a first entry.
      while (queue.length) {
        const { event, settle } = /** @type {any} */ (queue[0]);
        // A trap during one settlement adds another.
        const isLate = settled && settle;
        if (settle && !settled) settle();
        if (settle) settled = true;
        queue.shift();
        if (event && !isLate) deliver(event);
      }
    } catch {
      // WebKit runs microtasks even when there is no stack left.
      setTimeout(deliverAll);
    }
    delivering = false;
    if (closes) close();
  };
  const schedule = () => {
    Promise.resolve().then(deliverAll);
    scheduled = true;
  };
  // The delivery also settles: here the stack may be full, and a settlement could be lost half way.
  /** @param {any} event @param {() => void} [settle] is called first */
  const send = (event, settle) => {
    queue.push({ settle, event });
    if (!scheduled) schedule();
  };

  const inner = {
    id: 0,
    /** The instance of the module that serves it. @type {import('./instance.js').Instance | undefined} */
    instance: undefined,
    state: 'opening',
    /** Settled, or about to be. The module reports nothing twice, but one that has failed may still be returning. */
    over: false,
    /** Shared between a dialog and all its retries. */
    code: { spent: false },
    /** Starts delivery, once the call that opens has returned: listeners that are added in its task miss nothing. */
    deliver: schedule,
    /** Ends its life in the instance: it is settled, or the caller never got it. */
    leave: () => {
      inner.over = true;
      inner.instance?.live.delete(inner);
    },

    // From here on: what the module calls.

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
    href,
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
    /** @param {any} reason the module's error @param {unknown} cause @param {boolean} settles */
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

  // A callback may close the dialog and open another in the same window. So the dialog is closed after the callback has
  // returned, unless it was superseded by then.
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
      if (!eventTypes.includes(type) || typeof listener !== 'function') {
        throw new AuthDialogError(
          'invalid_options',
          `\`on\` takes an event type (${eventTypes.join(', ')}) and a function.`,
        );
      }
      // The same function added twice counts as two listeners: each returned function removes its own.
      const one = { type, listener };
      listeners.add(one);
      return () => void listeners.delete(one);
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
