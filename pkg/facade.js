// @ts-check
// The public functions over whichever build of the module an entry loads. Imports `dialog`, `error`, `href`, `platform`.
//
// It owns what must survive the module: if a call traps, every open dialog is rejected, everything that was put into the
// page is undone, and the next call starts a new instance.
import { createDialog } from './dialog.js';
import { AuthDialogError } from './error.js';
import { hrefOf } from './href.js';
import { Platform } from './platform.js';

/** @typedef {typeof import('./generated/glue.js')} Module */
/** @typedef {(platform: Platform) => Pick<Module, Exclude<keyof Module, 'id' | 'start'>>} Load starts an instance that has what is lent to it, or throws why it can not */

/** @type {ReturnType<Load> | undefined} One for all entries of this copy: whichever is used first starts it. */
let instance;
/** @type {Platform} */
let platform;
/** @type {Set<ReturnType<typeof createDialog>['inner']>} */
const live = new Set();
/** How many calls of the module are under way: one that calls back into the page may be called again from there. */
let depth = 0;

const failure =
  'The module of tray-auth-dialog failed, which is a defect of this package or of a simulated DOM: please report it with `cause`. The next call starts anew.';

/** @param {unknown} cause */
function trapped(cause) {
  instance = undefined;
  platform.stop();
  const ended = [...live];
  // Not those that a callback opens meanwhile: they are of the next instance.
  live.clear();
  for (const inner of ended) inner.fail('internal', failure, cause, true);
  return new AuthDialogError('internal', failure, undefined, cause);
}

/**
 * @template T
 * @param {Load} load
 * @param {(module: ReturnType<Load>) => T} use
 * @returns {T}
 */
function run(load, use) {
  let cause;
  depth++;
  try {
    if (!instance) {
      // The glue serves one instance: a call that a failed one has not returned from would go on in the next.
      if (depth > 1) throw new AuthDialogError('internal', failure);
      platform = new Platform((token, value) => {
        try {
          run(load, ({ enter }) => enter(token, value));
        } catch {
          // A trap: every dialog has been told by now, and nobody called us.
        }
      });
      const started = load(platform);
      started.begin(typeof document === 'object' ? globalThis.window : undefined);
      instance = started;
    }
    return use(instance);
  } catch (error) {
    // An entry says itself why it can not load; everything else is a trap.
    if (error instanceof AuthDialogError) throw error;
    cause = error;
  } finally {
    depth--;
  }
  throw trapped(cause);
}

/** @param {any} refusal the module's @returns {never} */
function refuse({ code, message, field }) {
  throw new AuthDialogError(code, message, field);
}

/**
 * @param {Load} load
 * @param {any} options
 * @param {(module: ReturnType<Load>, inner: any) => unknown} begin answers with nothing, or why it refuses
 * @param {() => unknown} [reopen]
 */
function start(load, options, begin, reopen) {
  const { inner, outer } = createDialog(
    options ?? {},
    (name, id) => {
      try {
        if (live.has(inner)) run(load, (module) => module[name](id));
      } catch {
        // A trap: `result` has told it.
      }
    },
    () => live.delete(inner),
    reopen,
  );
  live.add(inner);
  try {
    const refusal = run(load, (module) => begin(module, inner));
    if (refusal) refuse(refusal);
  } catch (error) {
    live.delete(inner);
    throw error;
  }
  // From the next microtask on, so that listeners added in this task miss nothing. Not queued earlier: Firefox runs
  // microtasks within `window.open`.
  Promise.resolve().then(inner.flush);
  return outer;
}

/** The options that are objects with options of their own, and those that are lists. */
const parts = ['popup', 'frame', 'labels', 'scopes', 'extraOrigins'];

/** @param {any} object @returns {any} its own properties; what can not be read is `null`, which the module refuses by name */
function ownOf(object) {
  const own = Object.create(null);
  for (const name of Object.keys(object)) {
    try {
      own[name] = object[name];
    } catch {
      own[name] = null;
    }
  }
  return own;
}

/**
 * A copy of the options, without a prototype: `retry` has the same whatever the page does to its objects meanwhile, a
 * polluted `Object.prototype` adds none, and nothing in it throws.
 * @param {any} options
 * @returns {any}
 */
function copy(options) {
  const copyOf = (/** @type {any} */ value) => {
    try {
      if (!value || typeof value !== 'object') return value;
      // One more than a list may have: an array may claim 2 ** 32 - 1 entries.
      return Array.isArray(value) ? value.slice(0, 1001) : ownOf(value);
    } catch {
      return null;
    }
  };
  const own = copyOf(options);
  for (const code of [own?.authorizationCode, own?.url]) {
    try {
      // Whatever becomes of the call, a promise that was given is not left unhandled.
      if (Object.prototype.toString.call(code) === '[object Promise]') Promise.resolve(code).catch(() => {});
    } catch {
      // A revoked Proxy, which the module refuses.
    }
  }
  if (own && typeof own === 'object') {
    for (const name of parts) if (name in own) own[name] = copyOf(own[name]);
    if ('url' in own) own.url = hrefOf(own.url);
  }
  return own;
}

/** @param {any} options those of a dialog that has ended: its window may be gone, and a new one is opened in its place */
function again(options) {
  if (options.popup?.window?.closed) delete options.popup.window;
  return options;
}

/**
 * @param {Load} load @param {any} given
 * @param {{ spent: boolean }} [code] one for a dialog and all that it is opened again as, whichever of them `retry` is called on
 * @returns {any}
 */
export function open(load, given, code = { spent: false }) {
  const options = copy(given);
  return start(
    load,
    options,
    (module, inner) => {
      inner.code = code;
      return module.open(options, inner, code.spent);
    },
    () => open(load, again(options), code),
  );
}

/** @param {Load} load @param {unknown} target @param {any} [given] @returns {any} */
export function attach(load, target, given = {}) {
  const options = copy(given);
  return start(load, options, (module, inner) => module.attach(target, options, inner));
}

/** @param {Load} load @param {any} given @returns {string} */
export function url(load, given) {
  const options = copy(given);
  const answer = run(load, (module) => module.dialogUrl(options));
  return typeof answer === 'string' ? answer : refuse(answer);
}

/** @param {Load} load @param {unknown} data @returns {any} */
export const parse = (load, data) => run(load, (module) => module.parseMessage(data));
