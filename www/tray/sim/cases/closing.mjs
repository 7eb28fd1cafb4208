// Cases of windows that close, or do not, before and after they speak.
import { after, close, closeWindow, finish, post } from '../steps.mjs';
import { behaves, behavesInHand, plays, soon } from './case.mjs';

/** @type {import('./case.mjs').Case[]} */
export const closing = [
  plays(
    'finish-then-close',
    'Says finish and closes its window in the same task, as Tray most likely does.',
    'finish',
    soon(finish),
    closeWindow,
  ),
  plays('finish-stays-open', 'Says finish but leaves its window open.', 'finish', soon(finish)),
  plays(
    'finish-closes-later',
    'Says finish, and closes its window a second later.',
    'finish',
    soon(finish),
    after(1000, closeWindow),
  ),
  plays(
    'close-then-finish',
    'Says close, and finish 200 ms later if its window is still there.',
    'closed',
    soon(close),
    after(200, finish),
  ),
  plays(
    'close-then-late-finish',
    'Says close, and finish two seconds later if its window is still there.',
    'closed',
    soon(close),
    after(2000, finish),
  ),
  behaves(
    'finish-from-pagehide',
    'Closes its window and says finish only while going away: same-site it arrives after the close, cross-site never.',
    'closed',
    { onLoad: [soon(closeWindow)], onPagehide: [finish] },
  ),
  behaves(
    'finish-when-closed',
    'Does nothing by itself; whoever closes the window gets a finish from pagehide.',
    'pending',
    { onPagehide: [finish] },
  ),
  plays('window-closes', 'Closes its window without a word.', 'closed', soon(closeWindow)),
  plays('close', 'Says close and closes its window.', 'closed', soon(close), closeWindow),
  plays('close-stays-open', 'Says close but leaves its window open.', 'closed', soon(close)),
  plays(
    'cancel',
    'Says tray.authpopup.cancel, as one integration has seen.',
    'closed',
    soon(post({ type: 'tray.authpopup.cancel' })),
    closeWindow,
  ),
  behaves('silence', 'Never says anything, whatever the person does.', 'pending', { onFinish: [], onCancel: [] }),
  behavesInHand('ask-before-close', 'Asks "Leave page?" before it lets its window be closed.', 'pending', {
    askBeforeClose: true,
  }),
];
