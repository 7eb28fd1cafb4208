// Names for the simulation's special cases that say what a visitor sees happen. The names in the code are for tests.

/** How the dialog ends, by what a case expects. */
export const GROUPS = {
  finish: 'The dialog ends well',
  closed: 'The dialog ends as closed',
  dialog_error: 'The dialog ends in an error',
  opener_severed: 'The dialog loses contact',
  pending: 'It depends on what you do',
};

/** @type {Record<string, string>} */
export const NAMES = {
  'finish-then-close': 'Finishes, and closes its window',
  'finish-stays-open': 'Finishes, and leaves its window open',
  'finish-closes-later': 'Finishes, and closes its window a second later',
  'close-then-finish': 'Reports a close, and a finish 200 ms later',
  'close-then-late-finish': 'Reports a close, and a finish two seconds later',
  'finish-from-pagehide': 'Closes its window, and finishes while that goes away',
  'finish-when-closed': 'Finishes when you close its window',
  'window-closes': 'Closes its window without a message',
  close: 'Reports a close, and closes its window',
  'close-stays-open': 'Reports a close, and leaves its window open',
  cancel: 'Reports “cancel” instead of “close”',
  silence: 'Sends no message, whatever you do',
  'ask-before-close': 'Asks “Leave page?” before its window closes',

  'double-finish': 'Reports the finish twice',
  'finish-then-error': 'Finishes, then reports an error',
  'error-then-finish': 'Reports an error, then finishes',
  'finish-then-close-message': 'Finishes, then reports a close',
  'finish-without-auth-id': 'Finishes without an authentication',
  'finish-capital': 'Finishes in another spelling',
  'finish-more-fields': 'Finishes with unknown fields',
  'listed-late': 'Finishes before Tray lists the authentication',

  error: 'Reports an error',
  'error-lower-case': 'Reports an error in lower case',
  'error-older-field': 'Reports an error in the older field',
  'error-older-field-lower-case': 'Reports an error in lower case, in the older field',
  'error-object': 'Reports an error as an object',
  'error-older-object': 'Reports an error as an object, in the older field',
  'error-both-fields': 'Reports an error in both fields',
  'error-without-text': 'Reports an error without a text',

  'unknown-events': 'Sends messages that do not exist yet, then finishes',
  'config-wizard': 'Talks like Tray’s Configuration Wizard, then finishes',
  noise: 'Posts what other scripts post, then finishes',
  'account-id': 'Asks for the account id before it finishes',
  'account-id-greedy': 'Asks for the account id five times, then finishes',

  'coop-same-origin': 'Sends a header that cuts it off',
  'coop-allow-popups': 'Sends another header that cuts it off',
  'provider-redirect': 'Shows the provider in its own window',
  'provider-redirect-coop': 'Shows the provider in its own window, which cuts it off',
  'provider-popup-coop': 'Opens the provider in a popup, which cuts itself off',
  'provider-frame': 'Shows the provider in a frame',
  'provider-denies': 'Is refused by the provider',
  'moves-and-forges': 'Leaves for a page that forges a finish',
  'moves-and-comes-back': 'Leaves for a page that forges a finish, and comes back',

  'x-frame-options': 'Refuses the frame',
  'frame-ancestors': 'Refuses the frame by frame-ancestors',
  slow: 'Is slow to load',
  'http-500': 'Answers 500',
  'http-204': 'Answers 204, so its window stays empty',
  'http-redirect': 'Redirects to a page that forges a finish',
};
