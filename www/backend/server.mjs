// The partner's back end, the only part with Tray's tokens. The page gets one-time codes from it, and sends it the results to save.
import cors from 'cors';
import express from 'express';
import helmet from 'helmet';
import { trayBackend } from 'tray-auth-dialog/backend';
import { listen } from '../listen.mjs';
import { ApiError, errorHandler } from './errors.mjs';
import { routes } from './routes.mjs';
import { visitorSessions } from './visitor.mjs';

/**
 * What the simulated Tray can do on demand, and the real one cannot.
 * @typedef {{ cases: { id: string }[], apply: (authorizationCode: string, caseId: string) => void }} Simulation
 */

/**
 * @param {object} options
 * @param {number} [options.port]  0 takes a free one
 * @param {string} options.pageOrigin  the only origin that may call
 * @param {string} options.trayGraphqlUrl
 * @param {string} options.masterToken
 * @param {{ solutionId?: string, externalAuthId?: string }} [options.only]  limits what is offered
 * @param {Simulation} [options.simulation]
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<{ origin: string, port: number, close(): Promise<void> }>}
 */
export async function startBackend({
  port = 0,
  pageOrigin,
  trayGraphqlUrl,
  masterToken,
  only = {},
  simulation,
  log = () => {},
}) {
  const tray = trayBackend({ masterToken, graphqlUrl: trayGraphqlUrl });
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet());
  app.use(cors({ origin: pageOrigin, credentials: true, methods: ['GET', 'POST', 'PATCH', 'DELETE'], maxAge: 600 }));
  app.use(refuseOtherOrigins(pageOrigin));
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store'); // codes and personal data
    next();
  });
  app.use(visitorSessions(pageOrigin));
  app.use(express.json({ limit: '16kb' }));
  app.use('/api', routes({ tray, only, simulation }));
  app.use(() => {
    throw new ApiError(404, 'not_found', 'There is no such endpoint.');
  });
  app.use(errorHandler(log));
  return listen(app, { port, publicHost: 'localhost' });
}

/** CORS stops other pages from reading a response; this stops them from changing anything. Programs other than browsers send no Origin. */
const refuseOtherOrigins = (pageOrigin) => (request, _response, next) => {
  const { origin } = request.headers;
  next(
    origin === undefined || origin === pageOrigin
      ? undefined
      : new ApiError(403, 'forbidden_origin', 'This back end serves its own page only.'),
  );
};
