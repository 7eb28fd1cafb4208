// @ts-check
// The hook for `./debug`: it is called with each new dialog. Imports nothing.

/** @typedef {(options: any, inner: any) => void} Watch may wrap the functions of `inner`; it never throws */

/** The partner and the code of the dialog of `prepare()`, which nobody opened: it is not watched. */
export const PREPARED = 'prepared';

/** @type {Watch | undefined} Without `./debug` it is never set, and a bundler leaves it out. */
export let watch;

/** @param {Watch | undefined} next */
export const setWatch = (next) => {
  watch = next;
};
