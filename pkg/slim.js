// @ts-check
// The entry whose module is a separate file, loaded by `init`. Types: slim.d.ts.
import { attach, open, parse, url } from './facade.js';
import { load, loaded } from './load-slim.js';
import { prepare as prepareWith } from './prepare.js';

export { AuthDialogError, isAuthDialogError } from './error.js';
export { init } from './load-slim.js';

/** @param {any} options */
export const openAuthDialog = (options) => open(load, options);
/** @param {any} target @param {any} [options] */
export const attachAuthDialog = (target, options) => attach(load, target, options);
/** @param {any} options */
export const authDialogUrl = (options) => url(load, options);
/** @param {unknown} data */
export const parseAuthMessage = (data) => parse(load, data);
export const prepare = () => void loaded().then(() => prepareWith(load));
