// What to tell the visitor when something went wrong, and which button helps. The messages of the library and the back end are
// for developers, in the log.
import { isAuthDialogError } from 'tray-auth-dialog';
import { en, userMessage } from 'tray-auth-dialog/labels';

/**
 * @typedef {object} Words
 * @property {string} text
 * @property {'bad' | 'calm'} [kind]  calm: this is what the visitor wanted
 * @property {'retry' | 'reload' | 'none'} [way]  the button that helps; 'retry' by default
 */

/** The library's texts for users, with two of this page's own. @type {import('tray-auth-dialog/labels').Texts} */
const texts = {
  ...en,
  messages: {
    ...en.messages,
    closed: 'The dialog was closed. Nothing has changed.',
    frame_blocked: 'The dialog cannot be shown inside this page. Choose the popup.',
  },
};

/** By the library's `error.code`, where trying again does not help. @type {Record<string, Omit<Words, 'text'>>} */
const WAYS = {
  closed: { kind: 'calm', way: 'none' },
  frame_blocked: { way: 'none' },
  wasm_blocked: { way: 'none' },
};

/** By the back end's code. Trying again does not help with any of these. @type {Record<string, Words>} */
const OF_THE_BACK_END = {
  signed_out: { text: 'Your session has ended. Reload the page to sign in again.', way: 'reload' },
  other_visitor: {
    text: 'Somebody else has signed in, in another tab. Reload the page to continue as them.',
    way: 'reload',
  },
  not_your_authentication: {
    text: 'This connection does not belong to you, so it was not saved. Please connect again.',
    way: 'none',
  },
};

const NOT_READ = { text: 'Your change is saved at Tray, but this page could not read it. Please try again.' };
const NOT_SAVED = { text: 'What you connected could not be saved. Please try again.' };

/** @param {unknown} error  of the dialog, or of the request for its code @returns {Words} */
export const wordsForOpening = (error) =>
  OF_THE_BACK_END[error.cause?.code] ?? {
    text: userMessage(error, texts) ?? en.messages.internal,
    ...(isAuthDialogError(error) && WAYS[error.code]),
  };

/** @param {unknown} error  after the dialog has finished @param {boolean} isEdit @returns {Words} */
export const wordsForSaving = (error, isEdit) => OF_THE_BACK_END[error.code] ?? (isEdit ? NOT_READ : NOT_SAVED);
