// Tray's side of the OAuth flow with a service: sends the user to the provider, and checks the state when they come back.
import { Problem } from '../problem.mjs';
import { environmentOf, scopesOf } from './finish.mjs';

export const CALLBACK = '/external/auth/oauth/callback';

/** The name under which Tray is registered with every simulated provider. */
export const CLIENT_ID = 'simulated-tray';

/**
 * @param {import('../server.mjs').Tray} tray
 * @param {import('./sessions.mjs').Session} session
 * @param {Record<string, unknown>} draft what the user has chosen so far
 * @param {string} origin where the dialog is
 * @returns {string} the provider's URL
 */
export function beginConsent({ sessions, origins }, session, { title, environmentId, scopes }, origin) {
  const { service } = session.target;
  if (service?.authType !== 'oauth') throw new Problem('BAD_REQUEST', 'This service has no consent page.');
  session.draft = { title, environmentId: environmentOf(session, environmentId), scopes: scopesOf(session, scopes) };
  const redirectUri = origin + CALLBACK;

  const url = new URL('/oauth/authorize', origins.provider);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT_ID,
    redirect_uri: redirectUri,
    scope: session.draft.scopes.join(' '),
    state: sessions.expectConsent(session, redirectUri),
    service: service.name,
    ...(session.behaviour.provider?.coop && { 'sim.coop': session.behaviour.provider.coop }),
    ...(session.behaviour.provider?.decide && { 'sim.decide': session.behaviour.provider.decide }),
    ...(session.behaviour.provider?.via === 'frame' && { 'sim.framed': 'true' }),
  }).toString();
  return url.href;
}

/**
 * @param {import('../server.mjs').Tray} tray
 * @param {Record<string, unknown>} query of the callback
 * @param {string} origin where the callback was called
 * @returns {import('./sessions.mjs').Session}
 */
export function endConsent({ sessions, provider }, { state, code, error }, origin) {
  const begun = sessions.takeConsent(state);
  if (!begun || begun.redirectUri !== origin + CALLBACK)
    throw new Problem(
      'FORBIDDEN',
      'This answer belongs to no question: the OAuth state is not one that was given out.',
    );
  const { session, redirectUri } = begun;
  const granted = error === undefined && provider.exchange(code, { clientId: CLIENT_ID, redirectUri });
  session.consent = granted ? 'granted' : 'denied';
  return session;
}
