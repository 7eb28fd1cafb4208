// @ts-check
// Loads the module for the default entry: from text in the bundle, synchronously, so that the first click works without an
// `await` before it. For every environment with WebAssembly. Imports the build.
import { decode } from './decode.js';
import { text } from './generated/bytes.js';
import { createGlue } from './generated/glue.js';
import { refused } from './refused.js';

/** @type {WebAssembly.Module | undefined} */
let compiled;

/** @type {import('./instance.js').Load} */
export function load(guard) {
  const glue = createGlue();
  const bytes = compiled ? undefined : decode(text);
  try {
    compiled ??= new WebAssembly.Module(/** @type {BufferSource} */ (bytes));
    // WebKit compiles the module even if the page's policy forbids it, and refuses it only here.
    const { exports } = new WebAssembly.Instance(compiled, glue.imports);
    glue.setExports(guard(exports, glue.closures));
  } catch (cause) {
    throw refused(cause, bytes);
  }
  return glue;
}
