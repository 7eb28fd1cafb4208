// @ts-check
// Loads the module for the default entry: from text in the bundle, synchronously, so that the first click works without an
// `await` before it. For every environment with WebAssembly. Imports the build.
import text from './generated/bytes.js';
import * as glue from './generated/glue.js';
import { refused } from './refused.js';

/** @type {WebAssembly.Module | undefined} */
let compiled;

export function load() {
  if (!compiled) {
    const bytes = new Uint8Array(text.length / 2);
    for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(text.substr(at * 2, 2), 16);
    try {
      compiled = new WebAssembly.Module(bytes);
    } catch (cause) {
      throw refused(cause, bytes);
    }
  }
  glue.start(compiled);
  return glue;
}
