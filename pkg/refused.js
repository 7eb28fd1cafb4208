// @ts-check
// The error for WebAssembly that could not be started. Imports `error`.
import { AuthDialogError } from './error.js';

/** @param {unknown} cause @param {any} [bytes] */
export function refused(cause, bytes) {
  let reason = "This page's Content-Security-Policy blocks WebAssembly: add 'wasm-unsafe-eval' to script-src, or";
  // Without a page there is no Content-Security-Policy.
  if (typeof document !== 'object') reason = 'WebAssembly cannot be compiled here (an edge runtime or a worker):';
  else if (typeof WebAssembly !== 'object' || (bytes && !WebAssembly.validate(bytes)))
    reason = 'This browser has no WebAssembly, or only an old version of it (or lockdown mode is on):';
  // A policy causes a CompileError, or an EvalError in older versions of Safari.
  else if (!(cause instanceof WebAssembly.CompileError || cause instanceof EvalError))
    reason = 'WebAssembly could not be started (see `cause`; perhaps memory ran out):';
  return new AuthDialogError(
    'wasm_blocked',
    `${reason} import from 'tray-auth-dialog/js', which does not need it.`,
    undefined,
    cause,
  );
}
