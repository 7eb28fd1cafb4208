// The popup blocker that one of the special cases asks for. Without that case, it is the library that opens.
import { openAuthDialog } from 'tray-auth-dialog';

/**
 * What opens the dialog: the library, and if the case is a popup blocker, the library while `window.open` gives nothing.
 * @param {string} [id]
 * @returns {typeof openAuthDialog}
 */
export const openerFor = (id) =>
  id === 'popup-blocked' ? (options) => blocked(() => openAuthDialog(options)) : openAuthDialog;

/** Opens the same dialog again, with the same options. @param {string | undefined} id @param {import('tray-auth-dialog').AuthDialog} dialog */
export const retry = (id, dialog) => (id === 'popup-blocked' ? blocked(() => dialog.retry()) : dialog.retry());

/** @template T @param {() => T} open @returns {T} */
function blocked(open) {
  const before = window.open;
  window.open = () => null;
  try {
    return open();
  } finally {
    window.open = before;
  }
}
