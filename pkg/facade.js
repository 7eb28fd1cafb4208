// @ts-check
// The public functions, on top of the build of the module that an entry loads. Imports `dialog`, `error`, `instance`,
// `options`, `zone`.
import { createDialog } from './dialog.js';
import { AuthDialogError } from './error.js';
import { act, call } from './instance.js';
import { again, copy } from './options.js';
import { inward, outside } from './zone.js';

/** @typedef {import('./instance.js').Load} Load */
/** @typedef {import('./instance.js').Glue} Glue */

/** Whether this is a real browser page: not a server, a worker, or the simulated DOM of a test runner. */
export const inBrowser = () => typeof document === 'object' && !/jsdom|HappyDOM/.test(globalThis.navigator?.userAgent);

/** @param {any} refusal the module's @returns {never} */
function refuse({ code, message, field }) {
  throw new AuthDialogError(code, message, field);
}

/**
 * @param {Load} load
 * @param {any} options
 * @param {(glue: Glue, inner: any, inside: ReturnType<typeof inward>) => any} begin returns nothing, or why it refuses
 * @param {() => unknown} [reopen]
 */
function start(load, options, begin, reopen) {
  // Checked before the module starts, because a server or a worker may not be able to start it.
  if (!inBrowser()) {
    throw new AuthDialogError(
      'not_in_browser',
      'There is no browser window here (jsdom and happy-dom have none). In tests, use tray-auth-dialog/testing; on a server, `authDialogUrl`.',
    );
  }
  const inside = inward();
  return outside(() => {
    const { inner, outer } = createDialog(options ?? {}, (what) => outside(() => act(inner, what)), inside, reopen);
    try {
      const refusal = call(load, (glue, instance) => {
        inner.instance = instance;
        instance.live.add(inner);
        return begin(glue, inner, inside);
      });
      if (refusal) refuse(refusal);
    } catch (error) {
      // The caller never gets this dialog, so there is nothing to settle.
      inner.leave();
      throw error;
    }
    inner.deliver();
    return outer;
  });
}

/**
 * @param {Load} load @param {any} given
 * @param {{ spent: boolean }} [code] shared by a dialog and all its retries
 * @returns {any}
 */
export function open(load, given, code = { spent: false }) {
  const options = copy(given);
  return start(
    load,
    options,
    (glue, inner, inside) => {
      inner.code = code;
      // The module refuses options that are not an object.
      if (options && typeof options === 'object')
        for (const name of ['authorizationCode', 'url'])
          if (typeof options[name] === 'function') options[name] = inside(options[name]);
      return glue.open(options, inner, code.spent);
    },
    () => open(load, again(options), code),
  );
}

/** @param {Load} load @param {unknown} target @param {any} [given] @returns {any} */
export function attach(load, target, given = {}) {
  const options = copy(given);
  return start(load, options, (glue, inner) => glue.attach(target, options, inner));
}

/** @param {Load} load @param {any} given @returns {string} */
export function url(load, given) {
  const options = copy(given);
  const answer = call(load, (glue) => glue.dialogUrl(options));
  return typeof answer === 'string' ? answer : refuse(answer);
}

/** @param {Load} load @param {unknown} data @returns {any} */
export const parse = (load, data) => call(load, (glue) => glue.parseMessage(data));
