// Cases of headers, of the way to the provider and back, and of a dialog that leaves for elsewhere.
import { FINISH, closeWindow, finish, go, post, speaker } from '../steps.mjs';
import { behaves, behavesInHand, plays, soon } from './case.mjs';

/** What an attacker in the dialog's window might say. */
const forged = post({ ...FINISH, authType: 'oauth', authId: 'forged' });

/** @type {import('./case.mjs').Case[]} */
export const windows = [
  behaves(
    'coop-same-origin',
    'Sends Cross-Origin-Opener-Policy: same-origin, which severs it from its opener.',
    'opener_severed',
    { http: { coop: 'same-origin' }, onLoad: [soon(finish)] },
  ),
  behaves(
    'coop-allow-popups',
    'Sends COOP same-origin-allow-popups, which severs it too: only an opener that has it keeps its popups.',
    'opener_severed',
    { http: { coop: 'same-origin-allow-popups' }, onLoad: [soon(finish)] },
  ),

  behavesInHand(
    'provider-redirect',
    "Goes through the provider's page in its own window. Slack and Google Sheets only.",
    'finish',
    {
      provider: { via: 'redirect' },
    },
  ),
  behavesInHand(
    'provider-redirect-coop',
    "Goes through the provider's page in its own window, and that page sends COOP: severed for good, but recognised only within 5 s of the start; later it counts as closed. Slack and Google Sheets only.",
    'opener_severed',
    { provider: { via: 'redirect', coop: 'same-origin' } },
  ),
  behavesInHand(
    'provider-popup-coop',
    "Opens the provider's page in a popup of its own, which severs itself from the dialog but not the dialog from the host. Slack and Google Sheets only.",
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
  behavesInHand('provider-denies', 'The provider says no without asking. Slack and Google Sheets only.', 'pending', {
    provider: { decide: 'deny' },
  }),

  plays(
    'moves-and-forges',
    'Goes to another origin, which says finish from the same window.',
    'pending',
    soon(go(speaker([forged]))),
  ),
  plays(
    'moves-and-comes-back',
    'Goes to another origin, which says finish and comes back to say the true one.',
    'finish',
    soon(go(speaker([forged, soon(go(speaker([finish, closeWindow], '{tray}')))]))),
  ),

  behaves('x-frame-options', 'Refuses to be framed, by X-Frame-Options. Modal and inline only.', 'pending', {
    http: { framing: 'x-frame-options' },
  }),
  behaves('frame-ancestors', 'Refuses to be framed, by frame-ancestors. Modal and inline only.', 'pending', {
    http: { framing: 'frame-ancestors' },
  }),
  behaves('slow', 'Answers only after three seconds.', 'finish', {
    http: { delay: 3000 },
    onLoad: [finish, closeWindow],
  }),
  behaves('http-500', 'Answers 500 and says nothing.', 'pending', { http: { status: 500 } }),
  behaves('http-204', 'Answers 204: the window stays as it is.', 'pending', { http: { status: 204 } }),
  behaves('http-redirect', 'Redirects to another origin, which says finish.', 'pending', {
    http: { redirect: speaker([forged]) },
  }),
];
