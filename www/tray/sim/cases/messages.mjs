// Cases of messages: said twice, in other spellings and shapes, mixed with what is not ours.
import { ACCOUNT_ID_REQUEST, FINISH, close, closeWindow, error, finish, post } from '../steps.mjs';
import { behaves, plays, says, soon } from './case.mjs';

/** @type {import('./case.mjs').Case[]} */
export const messages = [
  plays('double-finish', 'Says finish twice.', 'finish', soon(finish), finish, closeWindow),
  plays('finish-then-error', 'Says finish, then error.', 'finish', soon(finish), error(), closeWindow),
  plays('error-then-finish', 'Says error, then finish.', 'dialog_error', soon(error()), finish, closeWindow),
  plays('finish-then-close-message', 'Says finish, then close.', 'finish', soon(finish), close, closeWindow),
  plays(
    'finish-without-auth-id',
    'Says finish without the authId.',
    'dialog_error',
    soon(post({ type: 'tray.authpopup.finish', authType: 'oauth' })),
    closeWindow,
  ),
  plays(
    'finish-capital',
    'Spells finish tray.authPopup.finish.',
    'finish',
    soon(post({ ...FINISH, type: 'tray.authPopup.finish' })),
    closeWindow,
  ),
  plays(
    'finish-more-fields',
    'Says finish with fields that nobody knows.',
    'finish',
    soon(post({ ...FINISH, serviceName: 'slack', nested: { a: [1, { b: null }] } })),
    closeWindow,
  ),
  behaves(
    'listed-late',
    "Says finish, but the user's list of authentications has the new one only a second after the dialog has opened.",
    'finish',
    { listedAfter: 1000, onLoad: [soon(finish), closeWindow] },
  ),

  plays('error', 'Says error as documented.', 'dialog_error', soon(error())),
  says('error-lower-case', 'Spells error tray.authpopup.error.', 'dialog_error', {
    type: 'tray.authpopup.error',
    error: 'Lower case.',
  }),
  says('error-older-field', 'Puts the text into err.', 'dialog_error', {
    type: 'tray.authPopup.error',
    err: 'The older field.',
  }),
  says('error-older-field-lower-case', 'Lower case, and the text in err.', 'dialog_error', {
    type: 'tray.authpopup.error',
    err: 'Lower case, older field.',
  }),
  says('error-object', 'Puts an object into error.', 'dialog_error', {
    type: 'tray.authPopup.error',
    error: { message: 'Inside an object.', code: 12 },
  }),
  says('error-older-object', 'Puts an object into err.', 'dialog_error', {
    type: 'tray.authPopup.error',
    err: { message: 'Inside an older object.' },
  }),
  says('error-both-fields', 'Fills error and err.', 'dialog_error', {
    type: 'tray.authPopup.error',
    error: 'newer',
    err: 'older',
  }),
  says('error-without-text', 'Says error and nothing more.', 'dialog_error', { type: 'tray.authPopup.error' }),

  plays(
    'unknown-events',
    'Says two things of its family that do not exist yet, then finish.',
    'finish',
    soon(post({ type: 'tray.authpopup.ready', version: 7 })),
    post({ type: 'tray.authPopup.resize', height: 640 }),
    soon(finish),
    closeWindow,
  ),
  plays(
    'config-wizard',
    "Talks like Tray's Configuration Wizard, then says finish.",
    'finish',
    soon(post({ type: 'tray.configPopup.ready' })),
    post({ type: 'tray.configPopup.finish' }),
    post({ type: 'tray.configPopup.error', err: 'not ours' }),
    soon(finish),
    closeWindow,
  ),
  plays(
    'noise',
    'Posts what other scripts post, then says finish.',
    'finish',
    soon(post(null)),
    post('tray.authpopup.finish'),
    post([FINISH]),
    post({ type: 7 }),
    post({ source: 'react-devtools-bridge' }),
    soon(finish),
    closeWindow,
  ),
  plays(
    'account-id',
    'Asks for the account id, and finishes only when it has an answer.',
    'pending',
    soon(post(ACCOUNT_ID_REQUEST)),
    { awaitMessage: ACCOUNT_ID_REQUEST.type },
    finish,
    closeWindow,
  ),
  plays(
    'account-id-greedy',
    'Asks for the account id five times, then finishes.',
    'finish',
    soon(post(ACCOUNT_ID_REQUEST)),
    ...Array(4).fill(post(ACCOUNT_ID_REQUEST)),
    soon(finish),
    closeWindow,
  ),
];
