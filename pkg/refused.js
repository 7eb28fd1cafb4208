// @ts-check
// Why WebAssembly could not be started, in words that help. Imports `error`.
import { AuthDialogError } from './error.js';

/** @param {unknown} cause @param {any} [bytes] */
export function refused(cause, bytes) {
  let reason =
    "This page's Content-Security-Policy does not let WebAssembly run: add 'wasm-unsafe-eval' to script-src, or";
  // Where there is no page, nobody sets its policy.
  if (typeof document !== 'object')
    reason = 'WebAssembly cannot be compiled here at run time, as in edge runtimes and some workers:';
  else if (typeof WebAssembly !== 'object')
    reason = 'This browser has no WebAssembly (an old one, or one in lockdown mode):';
  else if (bytes && !WebAssembly.validate(bytes))
    reason = 'This browser is too old for the WebAssembly of this package:';
  // A policy is told by a CompileError; by an EvalError in older versions of Safari.
  else if (!(cause instanceof WebAssembly.CompileError || cause instanceof EvalError))
    reason = 'The browser could not start WebAssembly, for want of memory perhaps (`cause` says why):';
  return new AuthDialogError(
    'wasm_blocked',
    `${reason} import from 'tray-auth-dialog/js', which needs none.`,
    undefined,
    cause,
  );
}
