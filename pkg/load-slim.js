// @ts-check
// Loads the module for the entry `/slim`: from a file that the page fetches and can cache on its own, before the first
// click. Imports the build.
import { AuthDialogError } from './error.js';
import { createGlue, id } from './generated/glue.js';
import { refused } from './refused.js';

/** The header that every WebAssembly module begins with. */
const emptyModule = [0, 97, 115, 109, 1, 0, 0, 0];

/** @type {WebAssembly.Module | undefined} */
let compiled;
/** @type {Promise<void> | undefined} */
let loading;
/** Why the last `init` failed: calls throw this, for pages that did not wait for `init`. @type {unknown} */
let failure;

/** @type {import('./instance.js').Load} */
export function load(guard) {
  if (!compiled) {
    throw (
      failure ??
      new AuthDialogError(
        'not_ready',
        'tray-auth-dialog/slim is not ready: call `init` with the URL of tray-auth-dialog/slim.wasm when the page loads, and wait for it.',
      )
    );
  }
  const glue = createGlue();
  try {
    const { exports } = new WebAssembly.Instance(compiled, glue.imports);
    glue.setExports(guard(exports, glue.closures));
  } catch (cause) {
    throw refused(cause);
  }
  return glue;
}

/** @param {any} source */
async function fetched(source) {
  let from = await source;
  if (typeof from === 'string' || kind(from) === 'URL') from = await fetch(from);
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
    from = await fetched(source);
  } catch (cause) {
    throw new AuthDialogError(
      'not_ready',
      'The module could not be loaded; `cause` says why. Check the URL given to `init`, and `connect-src` in the Content-Security-Policy of this page.',
      'source',
      cause,
    );
  }
  const isCompiled = kind(from) === 'WebAssembly.Module';
  // The usual mistake: the server answers with an HTML page instead of the file.
  if (!isCompiled && bytesOf(from, 0, 4) !== '\0asm') {
    throw new AuthDialogError(
      'invalid_options',
      '`source` must be the URL, the Response or the bytes of tray-auth-dialog/slim.wasm, or a WebAssembly.Module of it: what `init` got is not WebAssembly.',
      'source',
    );
  }
  try {
    // WebKit compiles a module even if the page's policy forbids it, and refuses to run it later. The smallest module finds
    // that out now, not in the first click.
    await WebAssembly.instantiate(new Uint8Array(emptyModule));
    if (!isCompiled) from = await WebAssembly.compile(from);
  } catch (cause) {
    // The id is at the very end: without it, the file is not ours or is incomplete.
    throw isCompiled || bytesOf(from, -id.length) === id ? refused(cause, isCompiled ? undefined : from) : another();
  }
  // The names inside the module differ in every version.
  const [own] = WebAssembly.Module.customSections(from, 'tray-auth-dialog');
  if (!own || text(new Uint8Array(own)) !== id) throw another();
  compiled = from;
}

const another = () =>
  new AuthDialogError(
    'not_ready',
    'What `init` got is incomplete, or from another version: load tray-auth-dialog/slim.wasm as it is installed, not an old one from a cache.',
    'source',
  );

/** By name, not by `instanceof`: it may come from another realm. @param {unknown} value */
const kind = (value) => Object.prototype.toString.call(value).slice(8, -1);

/** @param {Uint8Array} bytes */
const text = (bytes) => String.fromCharCode(...bytes);

/**
 * @param {any} from
 * @param {number} start
 * @param {number} [end]
 * @returns {string | undefined} `undefined` if `from` is not bytes
 */
function bytesOf(from, start, end) {
  if (ArrayBuffer.isView(from))
    return text(new Uint8Array(from.buffer, from.byteOffset, from.byteLength).slice(start, end));
  return kind(from) === 'ArrayBuffer' ? text(new Uint8Array(from).slice(start, end)) : undefined;
}

/**
 * Only the first call loads; after a failure, the next one may.
 * @param {any} source
 * @returns {Promise<void>}
 */
export function init(source) {
  loading ??= compile(source).catch((error) => {
    loading = undefined;
    failure = error;
    throw error;
  });
  return loading;
}

/** Resolves when `init` has finished or failed. */
export const loaded = () => Promise.resolve(loading).catch(() => {});
