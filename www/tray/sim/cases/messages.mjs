// Cases of messages: repeated, in other spellings and forms, and between messages of others.
import { ACCOUNT_ID_REQUEST, FINISH, close, closeWindow, error, finish, post } from '../steps.mjs';
import { behaves, plays, says, soon } from './case.mjs';

/** @type {import('./case.mjs').Case[]} */
export const messages = [
  plays('double-finish', 'Sends finish twice.', 'finish', soon(finish), finish, closeWindow),
  plays('finish-then-error', 'Sends finish, then error.', 'finish', soon(finish), error(), closeWindow),
  plays('error-then-finish', 'Sends error, then finish.', 'dialog_error', soon(error()), finish, closeWindow),
  plays('finish-then-close-message', 'Sends finish, then close.', 'finish', soon(finish), close, closeWindow),
  plays(
    'finish-without-auth-id',
    'Sends finish without an authId.',
    'dialog_error',
    soon(post({ type: 'tray.authpopup.finish', authType: 'oauth' })),
    closeWindow,
  ),
  plays(
    'finish-capital',
    'Sends finish, spelled tray.authPopup.finish.',
    'finish',
    soon(post({ ...FINISH, type: 'tray.authPopup.finish' })),
    closeWindow,
  ),
  plays(
    'finish-more-fields',
    'Sends finish with unknown fields.',
    'finish',
    soon(post({ ...FINISH, serviceName: 'slack', nested: { a: [1, { b: null }] } })),
    closeWindow,
  ),
  behaves(
    'listed-late',
    'Sends finish, but Tray lists the new authentication only a second after the dialog has opened.',
    'finish',
    { listedAfter: 1000, onLoad: [soon(finish), closeWindow] },
  ),

  plays('error', 'Sends error, as documented.', 'dialog_error', soon(error())),
  says('error-lower-case', 'Sends error, spelled tray.authpopup.error.', 'dialog_error', {
    type: 'tray.authpopup.error',
    error: 'Lower case.',
  }),
  says('error-older-field', 'Sends error with its text in err, the older field.', 'dialog_error', {
    type: 'tray.authPopup.error',
    err: 'The older field.',
  }),
  says('error-older-field-lower-case', 'Sends error in lower case, with its text in err.', 'dialog_error', {
    type: 'tray.authpopup.error',
    err: 'Lower case, older field.',
  }),
  says('error-object', 'Sends error with an object in place of its text.', 'dialog_error', {
    type: 'tray.authPopup.error',
    error: { message: 'Inside an object.', code: 12 },
  }),
  says('error-older-object', 'Sends error with an object in err.', 'dialog_error', {
    type: 'tray.authPopup.error',
    err: { message: 'Inside an older object.' },
  }),
  says('error-both-fields', 'Sends error with a text in both error and err.', 'dialog_error', {
    type: 'tray.authPopup.error',
    error: 'newer',
    err: 'older',
  }),
  says('error-without-text', 'Sends error without a text.', 'dialog_error', { type: 'tray.authPopup.error' }),

  plays(
    'unknown-events',
    'Sends two messages of the dialog that do not exist yet, then finish.',
    'finish',
    soon(post({ type: 'tray.authpopup.ready', version: 7 })),
    post({ type: 'tray.authPopup.resize', height: 640 }),
    soon(finish),
    closeWindow,
  ),
  plays(
    'config-wizard',
    "Sends the messages of Tray's Configuration Wizard, then finish.",
    'finish',
    soon(post({ type: 'tray.configPopup.ready' })),
    post({ type: 'tray.configPopup.finish' }),
    post({ type: 'tray.configPopup.error', err: 'not ours' }),
    soon(finish),
    closeWindow,
  ),
  plays(
    'noise',
    'Sends messages like those of other scripts, then finish.',
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
    'Asks for the account id, and finishes only when it gets an answer.',
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
