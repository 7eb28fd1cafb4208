// The pages, the bundles and the package, on as many hosts as a measurement wants: each is a site of its own, so it gets a
// process of its own, in which nothing is warm.
import { fileURLToPath } from 'node:url';
import express from 'express';
import { bundle } from './contenders.mjs';

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

/** @returns {Promise<{ origin: (host?: string) => string, close: () => void }>} */
export async function serve() {
  const app = express()
    .use((_request, response, next) => {
      // Isolated pages have the finer clock; the package needs none of this.
      response.set({
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Access-Control-Allow-Origin': '*',
      });
      next();
    })
    .get('/bundle/:name.:format', async ({ params }, response) => {
      try {
        const code = await bundle(params.name, params.format === 'iife' ? 'iife' : 'esm');
        response.type('text/javascript').send(code);
      } catch (error) {
        response.status(404).send(String(error));
      }
    })
    // Nango's iframe is a folder.
    .get('/nango/', (_request, response) => response.sendFile(folder('../pages/speaker.html')))
    .use(express.static(folder('../pages')))
    .use('/pkg', express.static(folder('../../pkg')));
  const server = await new Promise((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  return {
    origin: (host = 'page') => `http://${host}.localhost:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
