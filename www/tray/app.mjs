// The HTTP application of the simulated Tray: which part handles which path, and what all responses have in common.
import { fileURLToPath } from 'node:url';

import express from 'express';

import { cases } from './sim/cases.mjs';
import { dialogRoutes } from './dialog/routes.mjs';
import { graphqlEndpoint } from './graphql/endpoint.mjs';
import { originOf, requireLoopbackHost } from './hosts.mjs';
import { providerRoutes } from './provider/routes.mjs';
import { simRoutes } from './sim/routes.mjs';
import { render } from './views.mjs';

/** @param {import('./server.mjs').Tray} tray */
export function createApp(tray) {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple'); // no nested objects: `scopes[]` and `sim.http.delay` stay plain names

  app.use(requireLoopbackHost);
  app.use((request, response, next) => {
    tray.log?.(`${request.method} ${withoutSecrets(request.path)}`);
    response.set({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    next();
  });

  app.use('/assets', assets());
  app.use('/__sim', simRoutes(tray));
  app.use(onlyAt(tray.origins.provider, true, providerRoutes(tray)));
  app.use('/external/auth', onlyAt(tray.origins.provider, false, dialogRoutes(tray)));
  app.use('/graphql', onlyAt(tray.origins.provider, false, graphqlEndpoint(tray)));

  app.get('/', (_request, response) => render(response, 'index', { cases, partnerName: tray.partnerName }));
  app.use((_request, response) => response.status(404).type('text').send('The simulated Tray has nothing here.'));
  app.use((error, request, response, next) => {
    if (response.headersSent) return next(error);
    const status = error.status >= 400 && error.status < 500 ? error.status : 500;
    if (status === 500) console.error(error);
    const message = status === 500 ? 'Something went wrong in the simulation.' : error.message;
    if (request.accepts('html', 'json') === 'json') response.status(status).json({ message });
    else response.status(status).type('text').send(message);
  });
  return app;
}

/** The path for the log: without the query, which contains the code, and without the id of a dialog's session, which is secret. */
const withoutSecrets = (path) => path.replace(/^(\/external\/auth\/sessions\/)[^/]+/i, '$1…');

/** Static files. Every origin may read them, because a dialog in a frame with `sandbox` has the origin "null". */
function assets() {
  return express.static(fileURLToPath(new URL('public', import.meta.url)), {
    index: false,
    redirect: false,
    setHeaders: (response) => response.set('access-control-allow-origin', '*'),
  });
}

/** Runs the handler only at this origin (`wanted`), or only at all others. */
function onlyAt(origin, wanted, handler) {
  return (request, response, next) =>
    (originOf(request) === origin) === wanted ? handler(request, response, next) : next();
}
