// @ts-check
// Loads the module for the default entry: from text in the bundle, synchronously, so that the first click works without an
// `await` before it. For every environment with WebAssembly. Imports the build.
import { decode } from './decode.js';
import text from './generated/bytes.js';
import * as glue from './generated/glue.js';
import { refused } from './refused.js';

/** @type {WebAssembly.Module | undefined} */
let compiled;

/** @param {import('./platform.js').Platform} platform */
export function load(platform) {
  const bytes = compiled ? undefined : decode(text);
  try {
    compiled ??= new WebAssembly.Module(/** @type {BufferSource} */ (bytes));
    // WebKit compiles what the page's policy forbids, and refuses it only here.
    glue.start(compiled, platform);
  } catch (cause) {
    throw refused(cause, bytes);
  }
  return glue;
}
