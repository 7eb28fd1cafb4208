// @ts-check
// Loads the module for the entry `/js`: the same Rust, translated to JavaScript, for pages whose Content-Security-Policy
// forbids WebAssembly and for browsers that have none. Imports the build.
import * as glue from './generated/js/glue.js';

/** @param {import('./platform.js').Platform} platform */
export function load(platform) {
  glue.start(platform);
  return glue;
}
