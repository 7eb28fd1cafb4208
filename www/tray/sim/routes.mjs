// The simulation's own HTTP interface, below /__sim/: lists the cases, sets one for a code, reads the log, and serves a page that plays steps.
import express, { Router } from 'express';

import { Problem } from '../problem.mjs';
import { render } from '../views.mjs';
import { parseSteps } from './behaviour.mjs';
import { cases } from './cases.mjs';
import { fillPlaces } from './places.mjs';

/** @param {import('../server.mjs').Tray} tray */
export function simRoutes({ store, origins }) {
  const router = Router();

  router.get('/cases', (_request, response) => {
    response.json(cases);
  });

  // Only application/json: a page of another origin cannot send it without a preflight request, which is not answered.
  router.post('/behave', express.json({ limit: '100kb' }), (request, response) => {
    const { code, userId, behaviour = {} } = request.body ?? {};
    if (request.body === undefined)
      throw new Problem(
        'BAD_REQUEST',
        'Send application/json: { code | userId, behaviour }, or { behaviour } alone for everybody.',
      );
    if (code !== undefined) store.behave(code, behaviour);
    else if (userId !== undefined) store.behaviours.setForUser(userId, behaviour);
    else store.behaviours.setDefault(behaviour);
    response.status(204).end();
  });

  router.get('/log', (request, response) => {
    const { tag, kind, after } = request.query;
    response.json(store.log.entries({ tag, kind, after: after === undefined ? undefined : Number(after) }));
  });

  /** A page that plays the steps in its URL. Under any loopback name, so it can be a forger, a sibling or the dialog itself. */
  router.get('/speak', (request, response) => {
    const steps = parseSteps(parseJson(request.query.steps ?? '[]'));
    render(
      response,
      'speak',
      { page: { steps: fillPlaces(steps, origins), target: request.query.target } },
      { frameAncestors: '*' },
    );
  });

  return router;
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('BAD_REQUEST', '"steps" must be JSON.');
  }
}
