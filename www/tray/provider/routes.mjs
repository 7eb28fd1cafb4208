// The provider's consent page, on an origin of its own: https://www.rfc-editor.org/rfc/rfc6749#section-4.1
import express, { Router } from 'express';

import { serviceByName } from '../catalogue.mjs';
import { CALLBACK, CLIENT_ID } from '../dialog/consent.mjs';
import { isLoopbackUrl } from '../hosts.mjs';
import { Problem } from '../problem.mjs';
import { render } from '../views.mjs';

/** @param {import('../server.mjs').Tray} tray */
export function providerRoutes({ provider }) {
  const router = Router();

  router.get('/oauth/authorize', (request, response) => {
    const asked = check(request.query);
    const { 'sim.coop': coop, 'sim.decide': decide, 'sim.framed': framed } = request.query;
    if (/^[a-z-]+$/.test(coop)) response.set('cross-origin-opener-policy', coop);
    if (decide) return response.redirect(answer(provider, asked, decide === 'allow'));
    const client = new URL(asked.redirectUri).origin;
    render(response, 'consent', asked, {
      frameAncestors: framed ? client : "'none'",
      formAction: `'self' ${client}`, // Chromium applies this directive to redirects of a form too
    });
  });

  router.post('/oauth/authorize', express.urlencoded({ extended: false }), (request, response) => {
    const asked = check(request.body ?? {});
    response.redirect(303, answer(provider, asked, request.body.decision === 'allow'));
  });

  return router;
}

function check({ response_type, client_id, redirect_uri, scope, state, service }) {
  const known = serviceByName(service);
  // Do not redirect before the redirect URI is checked.
  if (client_id !== CLIENT_ID || !known)
    throw new Problem('BAD_REQUEST', 'The app that asks for access is not known here.');
  if (!isLoopbackUrl(redirect_uri) || new URL(redirect_uri).pathname !== CALLBACK)
    throw new Problem('BAD_REQUEST', 'The redirect URI is not one of this app.');
  if (response_type !== 'code' || typeof state !== 'string')
    throw new Problem('BAD_REQUEST', 'The request for access is incomplete.');
  const scopes = String(scope ?? '')
    .split(' ')
    .filter(Boolean);
  return {
    service: known,
    clientId: client_id,
    redirectUri: redirect_uri,
    state,
    scopes: scopes.map((name) => ({ name, about: known.scopes.find((one) => one.name === name)?.about ?? name })),
  };
}

/** Where the user goes with their answer. */
function answer(provider, { clientId, redirectUri, scopes, state }, allowed) {
  const url = new URL(redirectUri);
  if (allowed)
    url.searchParams.set('code', provider.grant({ clientId, redirectUri, scope: scopes.map(({ name }) => name) }));
  else url.searchParams.set('error', 'access_denied');
  url.searchParams.set('state', state);
  return url.href;
}
