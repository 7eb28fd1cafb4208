// The requests of an open dialog's page, and the OAuth callback.
import express, { Router } from 'express';

import { serviceById } from '../catalogue.mjs';
import { Problem } from '../problem.mjs';
import { originOf } from '../hosts.mjs';
import { render } from '../views.mjs';
import { beginConsent, endConsent } from './consent.mjs';
import { finishSession } from './finish.mjs';
import { openDialog } from './open.mjs';
import { renderDialog, renderError } from './page.mjs';

/** @param {import('../server.mjs').Tray} tray */
export function dialogRoutes(tray) {
  const { store, sessions } = tray;
  const router = Router();
  const json = express.json({ limit: '100kb' });

  router.get('/create/:partnerName', openDialog(tray));
  router.get('/create/:partnerName/:solutionInstanceId/:externalAuthId', openDialog(tray));
  router.get('/edit/:partnerName/:authId', openDialog(tray));

  router.post('/sessions/:id/service', express.urlencoded({ extended: false }), (request, response) => {
    const session = sessions.get(request.params.id);
    const service = serviceById(request.body?.serviceId);
    if (!service) throw new Problem('BAD_USER_INPUT', 'Choose a service.');
    session.target = { ...session.target, service };
    renderDialog(response, session, tray, { resumed: true });
  });

  /** Redirects to the provider, in the window that asks. */
  router.get('/sessions/:id/consent', (request, response) => {
    const session = sessions.get(request.params.id);
    response.redirect(beginConsent(tray, session, request.query, originOf(request)));
  });

  router.get('/sessions/:id', (request, response) => {
    response.json({ consent: sessions.get(request.params.id).consent });
  });

  router.post('/sessions/:id/finish', json, (request, response) => {
    const session = sessions.get(request.params.id);
    response.json(finishSession(store, session, { ...session.draft, ...request.body }));
  });

  router.post('/sessions/:id/log', json, (request, response) => {
    const session = sessions.get(request.params.id);
    const { kind, ...details } = request.body ?? {};
    store.log.add(String(kind), { ...details, session: session.id, tag: session.behaviour.tag });
    response.status(204).end();
  });

  router.get('/oauth/callback', (request, response) => {
    const session = endConsent(tray, request.query, originOf(request));
    if (session.behaviour.provider?.via === 'redirect') renderDialog(response, session, tray, { resumed: true });
    else render(response, 'callback', { granted: session.consent === 'granted' }, { frameAncestors: "'self'" });
  });

  router.use((error, request, response, next) => {
    if (!(error instanceof Problem)) return next(error);
    if (request.accepts('html', 'json') === 'json')
      response.status(error.status).json({ message: error.message, field: error.field });
    else renderError(response, error, tray);
  });

  return router;
}
