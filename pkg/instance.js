// @ts-check
// The running module, behind one guard that every call into it passes. Imports `error`.
//
// An instance that traps is dead: nothing enters it any more, each of its dialogs rejects with `internal`, everything that it
// added to the page is removed, and the next call starts a new instance with new glue. The trap may come from a full stack, so
// the guard only records it. The clean-up runs in a separate task, and every later call schedules that task again in case it
// could not be scheduled.
import { AuthDialogError } from './error.js';

/** @typedef {ReturnType<typeof import('./dialog.js').createDialog>['inner']} Inner */
/** @typedef {Omit<ReturnType<typeof import('./generated/glue.js').createGlue>, 'imports'>} Glue */
/** @typedef {(exports: any, closures: readonly string[]) => any} Guard `closures`: the exports by which closures are called */
/** @typedef {(guard: Guard) => Glue} Load makes an instance behind the guard, or throws why it cannot */

/**
 * @typedef {object} Instance
 * @property {Set<Inner>} live the dialogs that are not settled
 * @property {Set<import('./undo.js').Undo> | undefined} lists what it has added to the page; `undefined` once it is dead and
 * cleared away
 * @property {boolean} failed
 * @property {unknown} [cause]
 * @property {Instance | undefined} [next] the next dead instance to clear away
 * @property {Glue} [glue]
 */

/** @type {Instance | undefined} Shared by all entries of this copy; the first one that is used starts it. */
let current;
/** @type {Instance | undefined} Dead instances that are not cleared away yet, as a linked list. */
let fallen;

const failure =
  'The module failed: a bug in tray-auth-dialog. Please report it, with `cause`. The next call starts a new one.';

/** Clears dead instances away in a separate task: there may be no stack left here, nor where WebKit runs microtasks. */
function clearSoon() {
  try {
    if (fallen) setTimeout(clear);
  } catch {
    // No stack for this either: the next call into the module does it.
  }
}

/** Clears dead instances away. */
function clear() {
  while (fallen) {
    const dead = fallen;
    const { live, lists = [], cause } = dead;
    fallen = dead.next;
    dead.lists = undefined;
    for (const inner of [...live]) {
      inner.fail({ code: 'internal', message: failure }, cause, true);
      // Earlier events may not have been delivered, because there was no stack left.
      inner.deliver();
    }
    for (const list of [...lists]) list.run();
  }
}

/**
 * The exports of the module, as its glue sees them.
 * @param {Instance} instance @param {any} exports @param {readonly string[]} closures as above
 */
function guard(instance, exports, closures) {
  let looks = false;
  const lookSoon = () => {
    if (looks) return;
    looks = true;
    setTimeout(() => {
      looks = false;
      try {
        instance.glue?.look();
      } catch {
        clearSoon();
      }
    });
  };
  /** @param {Function} enter @param {boolean} isClosure */
  const wrap =
    (enter, isClosure) =>
    (/** @type {any[]} */ ...given) => {
      if (instance.failed) return clearSoon();
      // The closure was dropped, or is already running, so the event cannot be delivered: check the state of things soon.
      if (isClosure && given[0] === 0) return lookSoon();
      try {
        return enter(...given);
      } catch (cause) {
        // Call nothing here: there may be no stack left.
        if (!instance.failed) {
          instance.failed = true;
          instance.cause = cause;
          instance.next = fallen;
          fallen = instance;
          if (current === instance) current = undefined;
        }
        // The caller of an export reports the error. A closure is called by the browser, so `result` reports it.
        if (!isClosure) throw cause;
      }
      clearSoon();
    };
  /** @type {any} */
  const guarded = {};
  for (const name of Object.keys(exports)) {
    const value = exports[name];
    guarded[name] = typeof value === 'function' ? wrap(value, closures.includes(name)) : value;
  }
  return guarded;
}

/** @param {Load} load @returns {Instance} */
function start(load) {
  /** @type {Instance} */
  const instance = { live: new Set(), lists: new Set(), failed: false };
  instance.glue = load((exports, closures) => guard(instance, exports, closures));
  instance.glue.begin(typeof document === 'object' ? globalThis.window : undefined);
  current = instance;
  return instance;
}

/**
 * Calls the module.
 * @template T
 * @param {Load} load
 * @param {(glue: Glue, instance: Instance) => T} use
 * @returns {T}
 */
export function call(load, use) {
  clearSoon();
  let instance = current;
  let cause;
  try {
    instance ??= start(load);
    const answer = use(/** @type {Glue} */ (instance.glue), instance);
    if (!instance.failed) return answer;
    cause = instance.cause;
  } catch (error) {
    // An entry that cannot load throws its own error. Anything else is a trap, or an error of the glue, which is no less
    // severe.
    if (!instance && error instanceof AuthDialogError) throw error;
    cause = error;
  }
  if (instance && !instance.failed) {
    // The glue failed: it may have left things half done.
    instance.failed = true;
    instance.cause = cause;
    instance.next = fallen;
    fallen = instance;
    current = undefined;
  }
  clearSoon();
  throw new AuthDialogError('internal', failure, undefined, cause);
}

/**
 * Calls the module to close, focus or supersede a dialog. It never throws: `result` reports a trap.
 * @param {Inner} inner @param {'close' | 'focus' | 'supersede'} what
 */
export function act(inner, what) {
  clearSoon();
  const { instance, id } = inner;
  if (inner.over || !instance?.glue) return;
  try {
    instance.glue[what](id);
  } catch {
    clearSoon();
  }
}
