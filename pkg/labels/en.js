// @ts-check
// The texts in English. The labels are the defaults of the dialogs.

/** @type {import('../labels.js').Texts} */
export const en = {
  language: 'en',
  labels: {
    title: 'Connect your account',
    close: 'Close',
    loading: 'Loading…',
    waiting: 'One moment…',
    trouble: 'Trouble? Open in a window',
    restart: 'Trouble? Close this and start again.',
    blocked: 'The window was blocked. Allow popups and try again.',
  },
  messages: {
    invalid_options: 'Your account cannot be connected right now. Please try again later.',
    not_in_browser: 'This only works in a web browser.',
    wasm_blocked: 'This does not work in your browser. Please try another browser.',
    not_ready: 'This page is still loading. Please try again in a moment.',
    popup_blocked: 'Your browser blocked the window. Please allow popups for this site and try again.',
    code_failed: 'The connection could not be started. Please try again.',
    opener_severed: 'The window lost contact with this page. Please close it and try again.',
    frame_blocked: 'The sign-in cannot be shown on this page. Please try another browser, or contact support.',
    dialog_error: 'Your account could not be connected. Please try again.',
    timeout: 'This took too long. Please try again.',
    internal: 'Something went wrong. Please try again.',
  },
};
