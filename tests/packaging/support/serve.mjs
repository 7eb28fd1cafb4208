// Serves a folder as a partner's static host would: any page of it, under the names of this machine.
import express from 'express';

/**
 * @param {string} folder
 * @param {Record<string, string>} [headers] sent with every answer
 * @returns {Promise<{ origin: string, close: () => Promise<void> }>}
 */
export async function serve(folder, headers = {}) {
  const app = express()
    .disable('x-powered-by')
    .use((_request, response, next) => {
      response.set({ 'cache-control': 'no-store', ...headers }); // tests rewrite files under the same name
      next();
    })
    .use(express.static(folder, { cacheControl: false, etag: false }))
    .get('/favicon.ico', (_request, response) => void response.status(204).end());
  const server = await new Promise((resolve, reject) => {
    const listening = app.listen(0, '127.0.0.1', (error) => (error ? reject(error) : resolve(listening)));
  });
  return {
    origin: `http://localhost:${server.address().port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
