// @ts-check
// Loads the module for the entry `/slim`: from a file that the page fetches and can cache on its own, before the first
// click. Imports the build.
import { AuthDialogError } from './error.js';
import { createGlue, id } from './generated/glue.js';
import { refused } from './refused.js';

/** What every module begins with. */
const emptyModule = [0, 97, 115, 109, 1, 0, 0, 0];

/** @type {WebAssembly.Module | undefined} */
let compiled;
/** @type {Promise<void> | undefined} */
let loading;
/** Why the last `init` failed: whoever did not wait for it is told in the call. @type {unknown} */
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
  // A page of HTML in place of the file is the usual mistake.
  if (!isCompiled && bytesOf(from, 0, 4) !== '\0asm') {
    throw new AuthDialogError(
      'invalid_options',
      '`source` must be the URL, the Response or the bytes of tray-auth-dialog/slim.wasm, or a WebAssembly.Module of it: what `init` got is not WebAssembly.',
      'source',
    );
  }
  try {
    // WebKit compiles what the page's policy forbids, and refuses it only to run: the smallest module shows that now, and
    // not in the first click.
    await WebAssembly.instantiate(new Uint8Array(emptyModule));
    if (!isCompiled) from = await WebAssembly.compile(from);
  } catch (cause) {
    // The id stands at the very end: without it the file is not ours, or not all of it.
    throw isCompiled || bytesOf(from, -id.length) === id ? refused(cause, isCompiled ? undefined : from) : another();
  }
  // The names within the module mean something else in every version.
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

/** @param {any} from @param {number} start @param {number} [end] @returns {string | undefined} of what is no bytes nothing */
function bytesOf(from, start, end) {
  if (ArrayBuffer.isView(from))
    return text(new Uint8Array(from.buffer, from.byteOffset, from.byteLength).slice(start, end));
  return kind(from) === 'ArrayBuffer' ? text(new Uint8Array(from).slice(start, end)) : undefined;
}

/**
 * The first call counts, until it fails.
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

/** Resolves when `init` has ended, however it ended. */
export const loaded = () => Promise.resolve(loading).catch(() => {});
