// @ts-check
// The module that runs, behind one guard: whatever enters it passes here. Imports `error`.
//
// An instance that traps is dead: nothing enters it any more, every dialog of its own rejects with `internal`, all that it
// has put into the page is undone, and the next call starts another one, with a glue of its own. It may have trapped
// because the stack is at its end, so the trap itself is only noted; what is to be done for it is done in a task of its own,
// for which whoever comes next asks once more.
import { AuthDialogError } from './error.js';

/** @typedef {ReturnType<typeof import('./dialog.js').createDialog>['inner']} Inner */
/** @typedef {Omit<ReturnType<typeof import('./generated/glue.js').createGlue>, 'imports'>} Glue */
/** @typedef {(exports: any, closures: readonly string[]) => any} Guard `closures`: the exports by which closures are called */
/** @typedef {(guard: Guard) => Glue} Load makes an instance behind the guard, or throws why it cannot */

/**
 * @typedef {object} Instance
 * @property {Set<Inner>} live the dialogs that are not settled
 * @property {Set<import('./undo.js').Undo> | undefined} lists what is in the page; nothing may be, once it is dead and
 * cleared away
 * @property {boolean} failed
 * @property {unknown} [cause]
 * @property {Instance | undefined} [next] another one that is to be cleared away
 * @property {Glue} [glue]
 */

/** @type {Instance | undefined} One for all entries of this copy: whichever is used first starts it. */
let current;
/** @type {Instance | undefined} Those that are dead, and not cleared away. */
let fallen;

const failure =
  'The module failed: a bug in tray-auth-dialog. Please report it, with `cause`. The next call starts a new one.';

/** Has what is dead cleared away in a task of its own: here there may be no stack left, nor where WebKit runs microtasks. */
function clearSoon() {
  try {
    if (fallen) setTimeout(clear);
  } catch {
    // Not even for this: the next one who enters does it.
  }
}

/** Clears away what is dead. */
function clear() {
  while (fallen) {
    const dead = fallen;
    const { live, lists = [], cause } = dead;
    fallen = dead.next;
    dead.lists = undefined;
    for (const inner of [...live]) {
      inner.fail({ code: 'internal', message: failure }, cause, true);
      // What it had to say before may have found no stack to be said from.
      inner.deliver();
    }
    for (const list of [...lists]) list.run();
  }
}

/**
 * The exports of the module, as its glue gets them.
 * @param {Instance} instance @param {any} exports @param {readonly string[]} closures as above
 */
function guard(instance, exports, closures) {
  let looks = false;
  const lookSoon = () => {
    if (looks) return;
    looks = true;
    setTimeout(() => {
      looks = false;
      if (!instance.failed) instance.glue?.look();
    });
  };
  /** @param {Function} enter @param {boolean} isClosure */
  const wrap =
    (enter, isClosure) =>
    (/** @type {any[]} */ ...given) => {
      if (instance.failed) return clearSoon();
      // Dropped by now, or called again while it runs: nobody can deliver that, so it is looked what has become of things.
      if (isClosure && given[0] === 0) return lookSoon();
      try {
        return enter(...given);
      } catch (cause) {
        // Nothing is called here: there may be no stack left.
        if (!instance.failed) {
          instance.failed = true;
          instance.cause = cause;
          instance.next = fallen;
          fallen = instance;
          if (current === instance) current = undefined;
        }
        // Who has called tells the page. A closure is called by the browser: `result` tells.
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
    // An entry says itself why it cannot load. Everything else is a trap, or an error of the glue, which leaves no less behind.
    if (!instance && error instanceof AuthDialogError) throw error;
    cause = error;
  }
  if (instance && !instance.failed) {
    // The glue's own: it may have left anything half done.
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
 * Tells the module what the page wants of a dialog. A trap is no business of who calls: `result` tells.
 * @param {Inner} inner @param {'close' | 'focus' | 'supersede'} what
 */
export function act(inner, what) {
  clearSoon();
  const { instance, id } = inner;
  if (inner.over || !instance?.glue || instance.failed) return;
  try {
    instance.glue[what](id);
  } catch {
    clearSoon();
  }
}
