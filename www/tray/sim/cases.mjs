// The cases that the simulated dialog can show, as data: the demo offers them in a menu, the tests go through them, the README lists them.
import { ACCOUNT_ID_REQUEST, FINISH, after, close, closeWindow, error, finish, go, post, speaker } from './steps.mjs';

/** What an attacker in the dialog's window might say. */
const FORGED = { ...FINISH, authType: 'oauth', authId: 'forged' };

/** Long enough for the host page to have noticed the dialog. */
const SOON = 200;

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {string} about one sentence, for people
 * @property {string} expect what the library makes of it with its default options, in a cross-site popup: `finish`, an error
 *   code, or `pending` where it goes on until somebody closes it
 * @property {boolean} [manual] a person (or a test) has to act in the dialog before anything happens
 * @property {import('./behaviour.mjs').Behaviour} behaviour
 */

const inPopup = [
  ['finish-then-close', 'Says finish and closes its window in the same task, as Tray most likely does.', 'finish',
    { onLoad: [after(SOON, finish), closeWindow] }],
  ['finish-stays-open', 'Says finish but leaves its window open.', 'finish',
    { onLoad: [after(SOON, finish)] }],
  ['finish-closes-later', 'Says finish, and closes its window a second later.', 'finish',
    { onLoad: [after(SOON, finish), after(1000, closeWindow)] }],
  ['close-then-finish', 'Says close, and finish 200 ms later if its window is still there.', 'closed',
    { onLoad: [after(SOON, close), after(200, finish)] }],
  ['close-then-late-finish', 'Says close, and finish two seconds later if its window is still there.', 'closed',
    { onLoad: [after(SOON, close), after(2000, finish)] }],
  ['finish-from-pagehide', 'Closes its window and says finish only while going away: same-site it arrives after the close, cross-site never.', 'closed',
    { onLoad: [after(SOON, closeWindow)], onPagehide: [finish] }],
  ['finish-when-closed', 'Does nothing by itself; whoever closes the window gets a finish from pagehide.', 'pending',
    { onPagehide: [finish] }],
  ['window-closes', 'Closes its window without a word.', 'closed',
    { onLoad: [after(SOON, closeWindow)] }],
  ['silence', 'Never says anything, whatever the person does.', 'pending',
    { onFinish: [], onCancel: [] }],
  ['ask-before-close', 'Asks "Leave page?" before it lets its window be closed.', 'pending',
    { askBeforeClose: true }, 'manual'],
];

const messages = [
  ['double-finish', 'Says finish twice.', 'finish',
    { onLoad: [after(SOON, finish), finish, closeWindow] }],
  ['finish-then-error', 'Says finish, then error.', 'finish',
    { onLoad: [after(SOON, finish), error(), closeWindow] }],
  ['error-then-finish', 'Says error, then finish.', 'dialog_error',
    { onLoad: [after(SOON, error()), finish, closeWindow] }],
  ['finish-then-close-message', 'Says finish, then close.', 'finish',
    { onLoad: [after(SOON, finish), close, closeWindow] }],
  ['finish-without-auth-id', 'Says finish without the authId.', 'dialog_error',
    { onLoad: [after(SOON, post({ type: 'tray.authpopup.finish', authType: 'oauth' })), closeWindow] }],
  ['finish-capital', 'Spells finish tray.authPopup.finish.', 'finish',
    { onLoad: [after(SOON, post({ ...FINISH, type: 'tray.authPopup.finish' })), closeWindow] }],
  ['finish-more-fields', 'Says finish with fields that nobody knows.', 'finish',
    { onLoad: [after(SOON, post({ ...FINISH, serviceName: 'slack', nested: { a: [1, { b: null }] } })), closeWindow] }],
  ['close', 'Says close and closes its window.', 'closed',
    { onLoad: [after(SOON, close), closeWindow] }],
  ['close-stays-open', 'Says close but leaves its window open.', 'closed',
    { onLoad: [after(SOON, close)] }],
  ['cancel', 'Says tray.authpopup.cancel, as one integration has seen.', 'closed',
    { onLoad: [after(SOON, post({ type: 'tray.authpopup.cancel' })), closeWindow] }],
  ['error', 'Says error as documented.', 'dialog_error', { onLoad: [after(SOON, error())] }],
  ['error-lower-case', 'Spells error tray.authpopup.error.', 'dialog_error',
    { onLoad: [after(SOON, post({ type: 'tray.authpopup.error', error: 'Lower case.' }))] }],
  ['error-older-field', 'Puts the text into err.', 'dialog_error',
    { onLoad: [after(SOON, post({ type: 'tray.authPopup.error', err: 'The older field.' }))] }],
  ['error-older-field-lower-case', 'Lower case, and the text in err.', 'dialog_error',
    { onLoad: [after(SOON, post({ type: 'tray.authpopup.error', err: 'Lower case, older field.' }))] }],
  ['error-object', 'Puts an object into error.', 'dialog_error',
    { onLoad: [after(SOON, post({ type: 'tray.authPopup.error', error: { message: 'Inside an object.', code: 12 } }))] }],
  ['error-older-object', 'Puts an object into err.', 'dialog_error',
    { onLoad: [after(SOON, post({ type: 'tray.authPopup.error', err: { message: 'Inside an older object.' } }))] }],
  ['error-both-fields', 'Fills error and err.', 'dialog_error',
    { onLoad: [after(SOON, post({ type: 'tray.authPopup.error', error: 'newer', err: 'older' }))] }],
  ['error-without-text', 'Says error and nothing more.', 'dialog_error',
    { onLoad: [after(SOON, post({ type: 'tray.authPopup.error' }))] }],
  ['unknown-events', 'Says two things of its family that do not exist yet, then finish.', 'finish',
    { onLoad: [after(SOON, post({ type: 'tray.authpopup.ready', version: 7 })), post({ type: 'tray.authPopup.resize', height: 640 }), after(SOON, finish), closeWindow] }],
  ['config-wizard', "Talks like Tray's Configuration Wizard, then says finish.", 'finish',
    { onLoad: [after(SOON, post({ type: 'tray.configPopup.ready' })), post({ type: 'tray.configPopup.finish' }), post({ type: 'tray.configPopup.error', err: 'not ours' }), after(SOON, finish), closeWindow] }],
  ['noise', 'Posts what other scripts post, then says finish.', 'finish',
    { onLoad: [after(SOON, post(null)), post('tray.authpopup.finish'), post([FINISH]), post({ type: 7 }), post({ source: 'react-devtools-bridge' }), after(SOON, finish), closeWindow] }],
  ['account-id', 'Asks for the account id, and finishes only when it has an answer.', 'pending',
    { onLoad: [after(SOON, post(ACCOUNT_ID_REQUEST)), { awaitMessage: ACCOUNT_ID_REQUEST.type }, finish, closeWindow] }],
  ['account-id-greedy', 'Asks for the account id five times, then finishes.', 'finish',
    { onLoad: [after(SOON, post(ACCOUNT_ID_REQUEST)), ...Array(4).fill(post(ACCOUNT_ID_REQUEST)), after(SOON, finish), closeWindow] }],
];

const windows = [
  ['coop-same-origin', 'Sends Cross-Origin-Opener-Policy: same-origin, which severs it from its opener.', 'opener_severed',
    { http: { coop: 'same-origin' }, onLoad: [after(SOON, finish)] }],
  ['coop-allow-popups', 'Sends COOP same-origin-allow-popups, which severs it too: only an opener that has it keeps its popups.', 'opener_severed',
    { http: { coop: 'same-origin-allow-popups' }, onLoad: [after(SOON, finish)] }],
  ['provider-redirect', "Goes through the provider's page in its own window.", 'finish', { provider: { via: 'redirect' } }, 'manual'],
  ['provider-redirect-coop', "Goes through the provider's page in its own window, and that page sends COOP: severed for good.", 'opener_severed',
    { provider: { via: 'redirect', coop: 'same-origin' } }, 'manual'],
  ['provider-popup-coop', "Opens the provider's page in a popup of its own, which severs itself from the dialog but not the dialog from the host.", 'finish',
    { provider: { via: 'popup', coop: 'same-origin' } }, 'manual'],
  ['provider-frame', "Shows the provider's page in a frame inside the dialog.", 'finish', { provider: { via: 'frame' } }, 'manual'],
  ['provider-denies', 'The provider says no without asking.', 'pending', { provider: { decide: 'deny' } }, 'manual'],
  ['moves-and-forges', 'Goes to another origin, which says finish from the same window.', 'pending',
    { onLoad: [after(SOON, go(speaker([post(FORGED)])))] }],
  ['moves-and-comes-back', 'Goes to another origin, which says finish and comes back to say the true one.', 'finish',
    { onLoad: [after(SOON, go(speaker([post(FORGED), after(SOON, go(speaker([post({ ...FORGED, authId: 'authentic' }), closeWindow], '{tray}')))])))] }],
  ['x-frame-options', 'Refuses to be framed, by X-Frame-Options.', 'pending', { http: { framing: 'x-frame-options' } }],
  ['frame-ancestors', 'Refuses to be framed, by frame-ancestors.', 'pending', { http: { framing: 'frame-ancestors' } }],
  ['slow', 'Answers only after three seconds.', 'finish', { http: { delay: 3000 }, onLoad: [finish, closeWindow] }],
  ['http-500', 'Answers 500 and says nothing.', 'pending', { http: { status: 500 } }],
  ['http-204', 'Answers 204: the window stays as it is.', 'pending', { http: { status: 204 } }],
  ['http-redirect', 'Redirects to another origin, which says finish.', 'pending',
    { http: { redirect: speaker([post(FORGED)]) } }],
];

/** @type {Case[]} */
export const cases = [...inPopup, ...messages, ...windows].map(([name, about, expect, behaviour, manual]) => ({
  name, about, expect, behaviour, ...(manual && { manual: true }),
}));

/** @param {string} name */
export const caseNamed = (name) => cases.find((one) => one.name === name);
