// The part to copy: opens Tray's dialog in the click, waits for its typed result, and lets the back end save it.
import { config } from '/config.js';
import { backEnd } from './back-end.js';
import { openerFor } from './popup-blocker.js';
import { playedElsewhere } from './special-cases.js';

/**
 * Call this in the click handler itself, before any `await`: browsers open a popup only in the click. The code may arrive later,
 * so it is passed as a function.
 * @param {object} wish
 * @param {string} wish.title  the modal's heading
 * @param {{ solutionInstanceId: string, externalAuthId: string } | { authId: string }} wish.target  create for an instance, or edit
 * @param {string} wish.accountId  the visitor's; sent only to Tray's dialog, and only if it asks
 * @param {'popup' | 'modal' | Element} wish.display
 * @param {boolean} wish.skipTitleField
 * @param {boolean} wish.skipAuthSettings
 * @param {string} [wish.simulate]  a special case of the demo; leave it out, and call `openAuthDialog` itself
 * @param {(event: import('tray-auth-dialog').AuthDialogEvent) => void} wish.onEvent
 */
export function openDialog({ title, target, accountId, display, skipTitleField, skipAuthSettings, simulate, onEvent }) {
  const openAuthDialog = openerFor(simulate);
  return openAuthDialog({
    partnerName: config.partnerName,
    host: config.host,
    ...target,
    accountId,
    authorizationCode: codeFor(simulate),
    skipTitleField,
    skipAuthSettings,
    display,
    labels: { title },
    frame: { title },
    onEvent,
  });
}

/** Each dialog needs a new code, and so does each “Try again”. @param {string} [simulate] */
export const codeFor = (simulate) => () => backEnd.authorizationCode({ simulate: playedElsewhere(simulate) });

/**
 * After an edit there is nothing to save: the instance still has the same authentication.
 * @param {import('tray-auth-dialog').AuthResult} result
 * @param {string} [simulate]
 * @returns {Promise<object | undefined>} the solution instance, from Tray
 */
export async function saveResult({ solutionInstanceId, authValue }, simulate) {
  if (!authValue) return undefined;
  return backEnd.save({ solutionInstanceId, authValues: [authValue], simulate: playedElsewhere(simulate) });
}
