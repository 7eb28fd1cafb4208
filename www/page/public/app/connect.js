// The part to copy: opens Tray's dialog in the click, waits for its typed result, and lets the back end save it.
import { openAuthDialog } from 'tray-auth-dialog';
import { config } from '/config.js';
import { backEnd } from './back-end.js';
import { failIf, forTheDialog, withBlocker } from './special-cases.js';

/**
 * Call this in the click handler itself, before any `await`: browsers open a popup only during the click. The code may come
 * later; that is why it is given as a function.
 * @param {object} wish
 * @param {string} wish.title  the modal's heading
 * @param {{ solutionInstanceId: string, externalAuthId: string } | { authId: string }} wish.target  create for an instance, or edit
 * @param {string} wish.accountId  the visitor's; given only to Tray's dialog, and only if it asks
 * @param {'popup' | 'modal' | Element} wish.display
 * @param {boolean} wish.skipTitleField
 * @param {boolean} wish.skipAuthSettings
 * @param {string} [wish.simulate]  a special case of the demo; leave it out
 * @param {(event: import('tray-auth-dialog').AuthDialogEvent) => void} wish.onEvent
 */
export function openDialog({ title, target, accountId, display, skipTitleField, skipAuthSettings, simulate, onEvent }) {
  const options = {
    partnerName: config.partnerName,
    host: config.host,
    ...target,
    accountId,
    authorizationCode: async () => {
      failIf(simulate, 'code-fails');
      return backEnd.authorizationCode({ simulate: forTheDialog(simulate) });
    },
    skipTitleField,
    skipAuthSettings,
    display,
    labels: { title },
    frame: { title },
    onEvent,
  };
  return withBlocker(simulate, () => openAuthDialog(options));
}

/**
 * After an edit there is nothing to save: the instance refers to the same authentication as before.
 * @param {import('tray-auth-dialog').AuthResult} result
 * @param {string} [simulate]
 * @returns {Promise<object | undefined>} the solution instance as Tray then has it
 */
export async function saveResult({ solutionInstanceId, authValue }, simulate) {
  failIf(simulate, 'saving-fails');
  return authValue && backEnd.save({ solutionInstanceId, authValues: [authValue] });
}
