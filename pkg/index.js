// @ts-check
// The default entry: the module is inside the bundle, and starts with the first call. Types: index.d.ts.
import { attach, open, parse, url } from './facade.js';
import { load } from './load-inline.js';
import { prepare as prepareWith } from './prepare.js';

export { AuthDialogError, isAuthDialogError } from './error.js';

/** @param {any} options */
export const openAuthDialog = (options) => open(load, options);
/** @param {any} target @param {any} [options] */
export const attachAuthDialog = (target, options) => attach(load, target, options);
/** @param {any} options */
export const authDialogUrl = (options) => url(load, options);
/** @param {unknown} data */
export const parseAuthMessage = (data) => parse(load, data);
export const prepare = () => prepareWith(load);
