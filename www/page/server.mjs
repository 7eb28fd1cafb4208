// Serves the partner's page with the headers that a careful partner would send. It handles no data; the back end does.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import express from 'express';
import helmet from 'helmet';
import { listen } from '../listen.mjs';
import { documents } from './documents.mjs';

const PUBLIC = fileURLToPath(new URL('public/', import.meta.url));

/**
 * What the page needs to know. It contains no secret.
 * @typedef {object} PageConfig
 * @property {string} backendOrigin
 * @property {string} dialogOrigin  of Tray's dialog, for `frame-src`
 * @property {string} host  the same, for the option `host`
 * @property {string} partnerName
 * @property {boolean} simulated
 * @property {{ id: string, label: string, description: string, group?: string }[]} cases  the simulation's special cases
 */

/**
 * @param {object} options
 * @param {number} [options.port]  0 takes a free one
 * @param {() => PageConfig | undefined} options.config  called for each request, because the page starts before the other addresses are known
 * @param {string} options.pkgDir  the built package, served as /pkg/
 * @returns {Promise<{ origin: string, port: number, close(): Promise<void> }>}
 */
export async function startPage({ port = 0, config, pkgDir }) {
  const app = express();
  app.disable('x-powered-by');
  let origin;
  app.use((request, response, next) => {
    // Only under this name: the cookies and the back end's CORS rule are for this origin, and http://127.0.0.1 is another one.
    const asked = `http://${request.headers.host}`;
    if (URL.canParse(asked) && new URL(asked).origin === origin) return next();
    response.redirect(307, origin + request.originalUrl);
  });
  app.use((_request, response, next) => {
    if (config()) return next();
    response.status(503).set('Retry-After', '1').type('text').send('The demo is starting: reload in a moment.');
  });
  app.use(securityHeaders(config));
  app.get('/config.js', (_request, response) => {
    response.type('text/javascript').set('Cache-Control', 'no-store');
    response.send(`// Written by the page's server.\nexport const config = ${JSON.stringify(config(), null, 2)};\n`);
  });
  app.use('/package', documents());
  app.use('/pkg', express.static(pkgDir, { index: false, cacheControl: false }));
  app.use(express.static(PUBLIC, { cacheControl: false }));
  const server = await listen(app, { port, publicHost: 'localhost' });
  origin = server.origin;
  return server;
}

/** @param {() => PageConfig} config */
function securityHeaders(config) {
  // An import map must be inline, so the policy allows it by its hash.
  const importMap = readFileSync(`${PUBLIC}index.html`, 'utf8').match(
    /<script type="importmap">([\s\S]*?)<\/script>/,
  )[1];
  const importMapHash = `'sha256-${createHash('sha256').update(importMap).digest('base64')}'`;
  return (request, response, next) =>
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", "'wasm-unsafe-eval'", importMapHash],
          styleSrc: ["'self'"],
          imgSrc: ["'self'"],
          connectSrc: ["'self'", config().backendOrigin],
          frameSrc: [config().dialogOrigin],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
          requireTrustedTypesFor: ["'script'"],
        },
      },
      // helmet's default, same-origin, would cut every popup of another origin off from this page. `?coop=same-origin` shows that.
      // Its other one, same-origin-allow-popups, leaves them whole but in WebKit.
      crossOriginOpenerPolicy: request.query.coop === 'same-origin' && { policy: 'same-origin' },
      xFrameOptions: { action: 'deny' },
      referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
      strictTransportSecurity: false, // plain http on this machine
    })(request, response, next);
}
