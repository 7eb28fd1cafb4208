// @ts-check
// Where `./debug` hooks in: it is told of each dialog that is made. Imports nothing.

/** @typedef {(options: any, inner: any) => void} Watch may wrap the functions of `inner`; it never throws */

/** @type {Watch | undefined} Without `./debug` nobody sets it, and a bundler leaves it out. */
export let watch;

/** @param {Watch | undefined} next */
export const setWatch = (next) => {
  watch = next;
};
