// What went wrong, in words for the visitor, and what they can do about it. The library's and the back end's own messages are for
// developers: those are in the log.
import { isAuthDialogError } from 'tray-auth-dialog';

/**
 * @typedef {object} Words
 * @property {string} text
 * @property {'bad' | 'calm'} [kind]  calm: it is as the visitor wanted it
 * @property {'retry' | 'reload' | 'none'} [way]  the button that helps: 'retry' unless said otherwise
 */

/** By the library's `error.code`. @type {Record<string, Words>} */
const OF_THE_DIALOG = {
  closed: { text: 'The dialog was closed. Nothing has changed.', kind: 'calm', way: 'none' },
  popup_blocked: { text: 'Your browser has blocked the dialog’s window. Allow popups for this page, or try again.' },
  code_failed: { text: 'The dialog could not be started. Please try again.' },
  opener_severed: { text: 'The connection to the dialog was lost. Close its window and try again.' },
  dialog_error: { text: 'The dialog ended with an error. Please try again.' },
  timeout: { text: 'This took too long. Please try again.' },
  frame_blocked: { text: 'The dialog cannot be shown inside this page. Choose the popup.', way: 'none' },
  wasm_blocked: { text: 'The dialog does not work in this browser.', way: 'none' },
};

/** By the back end's code. Doing the same again cannot help with any of these. @type {Record<string, Words>} */
const OF_THE_BACK_END = {
  signed_out: { text: 'Your session has ended. Reload the page to sign in again.', way: 'reload' },
  other_visitor: {
    text: 'Somebody else has signed in since, in another tab. Reload the page to go on as them.',
    way: 'reload',
  },
  not_your_authentication: {
    text: 'What the dialog ended with is not a connection of yours, so it was not saved. Please connect again.',
    way: 'none',
  },
};

const OTHERWISE = { text: 'This did not work. Please try again.' };
const NOT_SAVED = { text: 'What you connected could not be saved. Please try again.' };

/** @param {unknown} error  of the dialog, or of the request for its code @returns {Words} */
export const wordsForOpening = (error) =>
  OF_THE_BACK_END[error.cause?.code] ?? ((isAuthDialogError(error) && OF_THE_DIALOG[error.code]) || OTHERWISE);

/** @param {unknown} error  after the dialog has finished @returns {Words} */
export const wordsForSaving = (error) => OF_THE_BACK_END[error.code] ?? NOT_SAVED;
