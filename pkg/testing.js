// @ts-check
// The entry for tests: the exports of the default entry, with dialogs that open no window and that the test controls. Types:
// testing.d.ts. Imports `error`, `options`, the entry `js` for what needs no window, `testing/double`.
import { AuthDialogError } from './error.js';
import { authDialogUrl } from './js.js';
import { copy } from './options.js';
import { createDouble } from './testing/double.js';

export { AuthDialogError, authDialogUrl, isAuthDialogError, parseAuthMessage } from './js.js';

/** Nothing to prepare. */
export const prepare = () => {};

/** The codes that the call itself throws. */
const thrown = ['invalid_options', 'not_in_browser', 'wasm_blocked', 'not_ready'];

/** The dialogs opened since `resetAuthDialogs`. @type {any[]} */
let opened = [];
/** How the next dialogs fail. @type {{ code: string, message: string }[]} */
let failures = [];
/** Whether the module can check options here: a simulated DOM may lack what it needs. */
let checks = true;

/**
 * Refuses the same options as the module, by asking it for a URL made of them. Objects such as Elements and signals are left
 * out, because they are different in a simulated DOM.
 * @param {any} options
 */
function check(options) {
  if (!options || typeof options !== 'object')
    throw new AuthDialogError('invalid_options', '`options` must be an object.', 'options');
  const { url, authorizationCode, signal, display, popup, ...rest } = options;
  const [name, source] = url === undefined ? ['authorizationCode', authorizationCode] : ['url', url];
  const isUsable = typeof source === 'function' || (typeof source === 'object' ? source : /\S/.test(source ?? ''));
  if (!isUsable)
    throw new AuthDialogError('invalid_options', `\`${name}\` must be a string, a promise or a function.`, name);
  if (!checks) return;
  const { window, ...size } = popup ?? {};
  try {
    authDialogUrl({
      ...rest,
      partnerName: url === undefined ? rest.partnerName : 'partner',
      authorizationCode: 'code',
      display: typeof display === 'object' ? undefined : display,
      popup: popup && size,
    });
  } catch (error) {
    if (/** @type {any} */ (error).code === 'invalid_options') throw error;
    checks = false;
  }
}

/**
 * @param {any} options as the page gave them, copied
 * @param {{ attached?: boolean, code?: { spent: boolean }, failure?: any }} [how]
 */
function open(options, { attached = false, code = { spent: false }, failure } = {}) {
  const reopen = () => open(options, { code, failure: failures.shift() });
  if (failure && thrown.includes(failure.code)) throw new AuthDialogError(failure.code, failure.message);
  const double = createDouble(options, { attached, code, failure, reopen: attached ? undefined : reopen });
  opened.push(double);
  return double;
}

/** @param {any} [options] @returns {any} */
export function fakeAuthDialog(options) {
  return open(copy(options) ?? {});
}

/** @param {any} given @returns {any} */
export function openAuthDialog(given) {
  const failure = failures.shift();
  const options = copy(given);
  if (!failure) check(options);
  return open(options ?? {}, { failure });
}

/** @param {any} target @param {any} [given] @returns {any} */
export function attachAuthDialog(target, given = {}) {
  if (!target || typeof target !== 'object')
    throw new AuthDialogError('invalid_options', '`attachAuthDialog` takes a window or an iframe.', 'target');
  return open(copy(given), { attached: true, failure: failures.shift() });
}

/** @returns {any[]} */
export const openedAuthDialogs = () => [...opened];

/** @returns {any} */
export function lastAuthDialog() {
  const last = opened[opened.length - 1];
  if (!last)
    throw new Error(
      'No dialog was opened. Does the test mock tray-auth-dialog (or provide this openAuthDialog), and was the button clicked?',
    );
  return last;
}

/** @param {string} code @param {string} [message] */
export function failNextAuthDialog(code, message = `The test made the dialog fail with ${code}.`) {
  failures.push({ code, message });
}

export function resetAuthDialogs() {
  opened = [];
  failures = [];
}
