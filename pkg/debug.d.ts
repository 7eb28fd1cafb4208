/**
 * Prints what dialogs do, for developers: each step of a session, and each decision on a message of its window, as one line of
 * `console.info`. It never prints authorization codes, URLs, account ids or the ids of authentications. Messages of other windows
 * are only counted.
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
 * Turns it on, or off with `false`. It watches the dialogs that are opened or attached from then on, of every entry of this copy of
 * the package; so call it when the page loads. It reads no storage, sends nothing, and does nothing on a server.
 * @param on - by default `true`
 */
export function debug(on?: boolean): void;
