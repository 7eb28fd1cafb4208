// @ts-check
// The public functions over whichever build of the module an entry loads. Imports `dialog`, `error`, `platform`.
//
// It owns what must survive the module: if a call traps, every open dialog is rejected, everything that was put into the
// page is undone, and the next call starts a new instance.
import { createDialog } from './dialog.js';
import { AuthDialogError } from './error.js';
import { Platform } from './platform.js';

/** @typedef {typeof import('./generated/glue.js')} Module */
/** @typedef {(platform: Platform) => Pick<Module, Exclude<keyof Module, 'id' | 'start'>>} Load starts an instance that has what is lent to it, or throws why it can not */

/** @type {ReturnType<Load> | undefined} One for all entries of this copy: whichever is used first starts it. */
let instance;
/** @type {Platform} */
let platform;
/** @type {Set<ReturnType<typeof createDialog>['inner']>} */
const live = new Set();

/** @param {unknown} cause */
function trapped(cause) {
  instance = undefined;
  platform.stop();
  const message =
    'The module of tray-auth-dialog failed, which is a defect of this package: please report it with `cause`. The next call starts anew.';
  for (const inner of live) inner.fail('internal', message, cause, true);
  return new AuthDialogError('internal', message, undefined, cause);
}

/**
 * @template T
 * @param {Load} load
 * @param {(module: ReturnType<Load>) => T} use
 * @returns {T}
 */
function run(load, use) {
  try {
    if (!instance) {
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
    throw error instanceof AuthDialogError ? error : trapped(error);
  }
}

/** @param {any} refusal the module's @returns {never} */
function refuse({ code, message, field }) {
  throw new AuthDialogError(code, message, field);
}

/**
 * @param {Load} load
 * @param {any} options
 * @param {(module: ReturnType<Load>, inner: any) => unknown} begin answers with nothing, or why it refuses
 * @param {(spent: boolean) => unknown} [reopen]
 */
function start(load, options, begin, reopen) {
  const { inner, outer } = createDialog(
    options ?? {},
    (name, id) => {
      if (live.has(inner)) run(load, (module) => module[name](id));
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

/**
 * A copy of the object's own properties, and of those of its groups, without a prototype: `retry` has the same options
 * whatever the page does to its object meanwhile, a polluted `Object.prototype` adds none, and nothing in it throws. What
 * can not be read is `null`, which the module refuses by name.
 * @param {any} options
 * @returns {any}
 */
function copy(options, isGroup = false) {
  try {
    const isPlain = isGroup
      ? options instanceof Object && Object.getPrototypeOf(options) === Object.prototype
      : options && typeof options === 'object' && !Array.isArray(options);
    if (!isPlain) return options;
    const own = Object.create(null);
    for (const name of Object.keys(options)) {
      try {
        own[name] = isGroup ? options[name] : copy(options[name], true);
      } catch {
        own[name] = null;
      }
    }
    return own;
  } catch {
    return null;
  }
}

/** @param {Load} load @param {any} given @param {boolean} [spent] @returns {any} */
export function open(load, given, spent = false) {
  const options = copy(given);
  const code = options?.authorizationCode;
  // Whatever becomes of the dialog, a promise that was given is not left unhandled.
  if (code instanceof Promise) code.catch(() => {});
  return start(
    load,
    options,
    (module, inner) => {
      inner.spent = spent;
      return module.open(options, inner, spent);
    },
    (used) => open(load, options, used),
  );
}

/** @param {Load} load @param {unknown} target @param {any} [given] @returns {any} */
export function attach(load, target, given = {}) {
  const options = copy(given);
  return start(load, options, (module, inner) => module.attach(target, options, inner));
}

/** @param {Load} load @param {any} options @returns {string} */
export function url(load, options) {
  const answer = run(load, (module) => module.dialogUrl(copy(options)));
  return typeof answer === 'string' ? answer : refuse(answer);
}

/** @param {Load} load @param {unknown} data @returns {any} */
export const parse = (load, data) => run(load, (module) => module.parseMessage(data));
