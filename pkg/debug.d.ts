/**
 * Logs what dialogs do, for developers. Each step of a dialog, and each decision about a message from its window, is one line
 * of `console.info`. It never logs authorization codes, URLs, account ids or ids of authentications. Messages from other
 * windows are only counted.
 *
 * ```ts
 * import { debug } from 'tray-auth-dialog/debug';
 *
 * if (location.hash === '#debug') debug();
 * ```
 *
 * @packageDocumentation
 */

/**
 * Turns logging on, or off with `false`. It watches dialogs that are opened or attached from then on, so call it when the page
 * loads. It covers every entry of this copy of the package. It reads no storage, sends nothing, and does nothing on a server.
 * @param on - by default `true`
 */
export function debug(on?: boolean): void;
