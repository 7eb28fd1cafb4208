// Cases of headers, of the way to the provider and back, and of a dialog that goes to another origin.
import { FINISH, closeWindow, finish, go, post, speaker } from '../steps.mjs';
import { behaves, behavesInHand, plays, soon } from './case.mjs';

/** What an attacker in the dialog's window might send. */
const forged = post({ ...FINISH, authType: 'oauth', authId: 'forged' });

/** @type {import('./case.mjs').Case[]} */
export const windows = [
  behaves(
    'coop-same-origin',
    'Sends Cross-Origin-Opener-Policy: same-origin, which cuts its connection to the page.',
    'opener_severed',
    { http: { coop: 'same-origin' }, onLoad: [soon(finish)] },
  ),
  behaves(
    'coop-allow-popups',
    'Sends Cross-Origin-Opener-Policy: same-origin-allow-popups. This cuts its connection to a page that does not send it too.',
    'opener_severed',
    { http: { coop: 'same-origin-allow-popups' }, onLoad: [soon(finish)] },
  ),

  behavesInHand(
    'provider-redirect',
    "Goes to the provider's page in its own window, and comes back. Slack and Google Sheets only.",
    'finish',
    {
      provider: { via: 'redirect' },
    },
  ),
  behavesInHand(
    'provider-redirect-coop',
    "Goes to the provider's page in its own window, and that page sends a COOP header, which cuts the connection for good. Within 5 s of the start this is noticed; later it looks closed. Slack and Google Sheets only.",
    'opener_severed',
    { provider: { via: 'redirect', coop: 'same-origin' } },
  ),
  behavesInHand(
    'provider-popup-coop',
    "Opens the provider's page in a popup, whose COOP header cuts it off from the dialog. The dialog stays connected to the page. Slack and Google Sheets only.",
    'finish',
    { provider: { via: 'popup', coop: 'same-origin' } },
  ),
  behavesInHand(
    'provider-frame',
    "Shows the provider's page in a frame inside the dialog. Slack and Google Sheets only.",
    'finish',
    {
      provider: { via: 'frame' },
    },
  ),
  behavesInHand(
    'provider-denies',
    'The provider refuses without asking the user. Slack and Google Sheets only.',
    'pending',
    {
      provider: { decide: 'deny' },
    },
  ),

  plays(
    'moves-and-forges',
    'Goes to another origin, which sends a forged finish from the same window.',
    'pending',
    soon(go(speaker([forged]))),
  ),
  plays(
    'moves-and-comes-back',
    'Goes to another origin, which sends a forged finish and goes back. Then the dialog sends the real one.',
    'finish',
    soon(go(speaker([forged, soon(go(speaker([finish, closeWindow], '{tray}')))]))),
  ),

  behaves('x-frame-options', 'Refuses to be framed, by X-Frame-Options. Modal and inline only.', 'pending', {
    http: { framing: 'x-frame-options' },
  }),
  behaves('frame-ancestors', 'Refuses to be framed, by frame-ancestors. Modal and inline only.', 'pending', {
    http: { framing: 'frame-ancestors' },
  }),
  behaves('slow', 'Answers after three seconds.', 'finish', {
    http: { delay: 3000 },
    onLoad: [finish, closeWindow],
  }),
  behaves('http-500', 'Answers 500, and sends no message.', 'pending', { http: { status: 500 } }),
  behaves('http-204', 'Answers 204, so the window stays as it is.', 'pending', { http: { status: 204 } }),
  behaves('http-redirect', 'Redirects to another origin, which sends a forged finish.', 'pending', {
    http: { redirect: speaker([forged]) },
  }),
];
