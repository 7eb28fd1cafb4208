// @ts-check
// Loads the module for the entry `/js`: the same Rust, translated to JavaScript, for pages whose Content-Security-Policy
// forbids WebAssembly and for browsers without it. Imports the build.
import { createExports, createGlue } from './generated/js/glue.js';

/** @type {import('./instance.js').Load} */
export function load(guard) {
  const glue = createGlue();
  glue.setExports(guard(createExports(glue.imports), glue.closures));
  return glue;
}
