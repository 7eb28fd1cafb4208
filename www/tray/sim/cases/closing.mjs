// Cases of windows that close, or stay open, before or after a message.
import { after, close, closeWindow, finish, post } from '../steps.mjs';
import { behaves, behavesInHand, plays, soon } from './case.mjs';

/** @type {import('./case.mjs').Case[]} */
export const closing = [
  plays(
    'finish-then-close',
    'Sends finish, and closes its window in the same task, as Tray most likely does.',
    'finish',
    soon(finish),
    closeWindow,
  ),
  plays('finish-stays-open', 'Sends finish, but leaves its window open.', 'finish', soon(finish)),
  plays(
    'finish-closes-later',
    'Sends finish, and closes its window a second later.',
    'finish',
    soon(finish),
    after(1000, closeWindow),
  ),
  plays(
    'close-then-finish',
    'Sends close, and 200 ms later finish, if its window is still open.',
    'closed',
    soon(close),
    after(200, finish),
  ),
  plays(
    'close-then-late-finish',
    'Sends close, and two seconds later finish, if its window is still open.',
    'closed',
    soon(close),
    after(2000, finish),
  ),
  behaves(
    'finish-from-pagehide',
    'Closes its window, and sends finish only while it unloads. On the same site this arrives after the close; from another site it never arrives.',
    'closed',
    { onLoad: [soon(closeWindow)], onPagehide: [finish] },
  ),
  behaves(
    'finish-when-closed',
    'Does nothing by itself. When its window is closed, it sends finish while it unloads.',
    'pending',
    { onPagehide: [finish] },
  ),
  plays('window-closes', 'Closes its window without sending a message.', 'closed', soon(closeWindow)),
  plays('close', 'Sends close, and closes its window.', 'closed', soon(close), closeWindow),
  plays('close-stays-open', 'Sends close, but leaves its window open.', 'closed', soon(close)),
  plays(
    'cancel',
    'Sends tray.authpopup.cancel, which one integration has seen.',
    'closed',
    soon(post({ type: 'tray.authpopup.cancel' })),
    closeWindow,
  ),
  behaves('silence', 'Sends no message, whatever the user does.', 'pending', { onFinish: [], onCancel: [] }),
  behavesInHand('ask-before-close', 'Asks "Leave page?" before its window closes.', 'pending', {
    askBeforeClose: true,
  }),
];
