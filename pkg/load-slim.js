// @ts-check
// Loads the module for the entry `/slim`: from a file that the page fetches and can cache on its own, before the first
// click. For pages that count bytes. Imports the build.
import { AuthDialogError } from './error.js';
import * as glue from './generated/glue.js';
import { refused } from './refused.js';

/** @type {WebAssembly.Module | undefined} */
let compiled;
/** @type {Promise<void> | undefined} */
let loading;

/** @param {import('./platform.js').Platform} platform */
export function load(platform) {
  if (!compiled) {
    throw new AuthDialogError(
      'not_ready',
      'tray-auth-dialog/slim is not ready: call `init` with the URL of tray-auth-dialog/slim.wasm when the page loads, and wait for it.',
    );
  }
  try {
    // WebKit compiles what the page's policy forbids, and refuses it only here.
    glue.start(compiled, platform);
  } catch (cause) {
    if (cause instanceof WebAssembly.CompileError) throw refused(cause);
    // Another module, such as an old one from a cache: `init` can be called anew.
    compiled = loading = undefined;
    throw new AuthDialogError(
      'not_ready',
      'The module that `init` got is not that of this version: load tray-auth-dialog/slim.wasm as it is installed.',
      'source',
      cause,
    );
  }
  return glue;
}

/** @param {any} source */
async function bytesOf(source) {
  let from = await source;
  if (typeof from === 'string' || from instanceof URL) from = await fetch(from);
  if (typeof from?.arrayBuffer === 'function') {
    if (from.ok === false) throw new Error(`the server answered with status ${from.status}`);
    from = await from.arrayBuffer();
  }
  return from;
}

/** @param {any} source */
async function compile(source) {
  let from;
  try {
    from = await bytesOf(source);
  } catch (cause) {
    throw new AuthDialogError(
      'not_ready',
      'The module could not be loaded; `cause` says why. Check the URL given to `init`.',
      'source',
      cause,
    );
  }
  if (Object.prototype.toString.call(from) !== '[object WebAssembly.Module]') {
    // A page of HTML in place of the file is the usual mistake.
    const isModule =
      (from instanceof ArrayBuffer || ArrayBuffer.isView(from)) && String.fromCharCode(...bytesAt(from)) === '\0asm';
    if (!isModule) {
      throw new AuthDialogError(
        'invalid_options',
        '`source` must be the URL, the Response or the bytes of tray-auth-dialog/slim.wasm, or a WebAssembly.Module of it: what `init` got is no WebAssembly.',
        'source',
      );
    }
    try {
      from = await WebAssembly.compile(from);
    } catch (cause) {
      throw refused(cause, from);
    }
  }
  compiled = from;
}

/** @param {ArrayBuffer | ArrayBufferView} from the first four bytes of it */
const bytesAt = (from) =>
  (ArrayBuffer.isView(from)
    ? new Uint8Array(from.buffer, from.byteOffset, from.byteLength)
    : new Uint8Array(from)
  ).subarray(0, 4);

/**
 * The first call counts, until it fails.
 * @param {any} source
 * @returns {Promise<void>}
 */
export function init(source) {
  loading ??= compile(source).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
