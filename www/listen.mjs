// Starts an express app on this machine only, and stops it without waiting for idle connections.
import { createServer } from 'node:http';
import { once } from 'node:events';

/**
 * @param {import('express').Express} app
 * @param {object} options
 * @param {number} options.port  0 takes a free one
 * @param {string} options.publicHost  the name in the origin; must resolve to this machine
 * @returns {Promise<{ origin: string, port: number, close(): Promise<void> }>}  rejects with the system's error, such as EADDRINUSE
 */
export async function listen(app, { port, publicHost }) {
  const server = createServer(app).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    origin: new URL(`http://${publicHost}:${taken}`).origin, // without :80, as browsers write it
    port: taken,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections(); // browsers keep connections open, and Ctrl-C would wait for them
      await closed;
    },
  };
}
