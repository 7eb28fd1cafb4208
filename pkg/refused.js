// @ts-check
// Why WebAssembly could not be started, in words that help. Imports `error`.
import { AuthDialogError } from './error.js';

/** @param {unknown} cause */
export function refused(cause) {
  const instead = "import from 'tray-auth-dialog/js', which needs no WebAssembly.";
  return new AuthDialogError(
    'wasm_blocked',
    typeof WebAssembly === 'object'
      ? `This page's Content-Security-Policy does not let WebAssembly run: add 'wasm-unsafe-eval' to script-src, or ${instead}`
      : `This browser has no WebAssembly (an old one, or one in lockdown mode): ${instead}`,
    undefined,
    cause,
  );
}
