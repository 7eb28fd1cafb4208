// The popup blocker of one special case. In all other cases, this is the library's own `openAuthDialog`.
import { openAuthDialog } from 'tray-auth-dialog';

/**
 * `openAuthDialog`. For the popup blocker's case, `window.open` returns null while it runs.
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
