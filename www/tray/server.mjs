// The simulated Tray as one server: GraphQL API, dialog and provider, for the demo and the tests. Run it directly to start it alone.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

import { createApp } from './app.mjs';
import { Sessions } from './dialog/sessions.mjs';
import { isLoopbackName } from './hosts.mjs';
import { Provider } from './provider/provider.mjs';
import { Store } from './store.mjs';

/** Pages on this machine may frame the dialog. (A real partner's domains are on Tray's list.) */
const LOOPBACK_FRAMERS = 'http://localhost:* http://*.localhost:* http://127.0.0.1:*';

/**
 * @typedef {object} Tray what the parts of the server share
 * @property {Store} store
 * @property {Sessions} sessions
 * @property {Provider} provider
 * @property {{ tray: string, provider: string, elsewhere: string }} origins
 * @property {string} origin
 * @property {string} partnerName
 * @property {string} masterToken
 * @property {string} frameAncestors
 * @property {(line: string) => void} [log]
 */

/**
 * @param {object} [options]
 * @param {number} [options.port] 0: any free one
 * @param {string} [options.hostname] the loopback address to listen on
 * @param {string} [options.publicHost] the name in `origin`; every other `*.localhost` name is answered too
 * @param {string} [options.partnerName]
 * @param {string} [options.masterToken] random if absent
 * @param {string[]} [options.frameAncestors] CSP sources of pages that may frame the dialog
 * @param {() => number} [options.clock] ms since the epoch
 * @param {(line: string) => void} [options.log] called for each request, without its query
 * @returns {Promise<{ origin: string, port: number, graphqlUrl: string, masterToken: string, store: Store, close(): Promise<void> }>}
 */
export async function startTray({
  port = 0,
  hostname = '127.0.0.1',
  publicHost = 'tray.localhost',
  partnerName = 'acme',
  masterToken = randomBytes(32).toString('hex'),
  frameAncestors,
  clock = Date.now,
  log,
} = {}) {
  for (const [name, value] of Object.entries({ hostname, publicHost })) {
    if (!isLoopbackName(value))
      throw new TypeError(
        `${name} must be a name of this machine (127.0.0.1, localhost, *.localhost), not "${value}".`,
      );
  }
  const store = new Store({ clock });
  const server = createServer();
  const bound = await listen(server, port, hostname);
  const at = (name) => new URL(`http://${name}:${bound}`).origin; // without :80, as browsers write it
  const origin = at(publicHost);

  server.on(
    'request',
    createApp({
      store,
      sessions: new Sessions(clock),
      provider: new Provider(),
      origins: { tray: origin, provider: at('provider.localhost'), elsewhere: at('elsewhere.localhost') },
      origin,
      partnerName,
      masterToken,
      frameAncestors: frameAncestors?.join(' ') ?? LOOPBACK_FRAMERS,
      log,
    }),
  );

  return { origin, port: bound, graphqlUrl: `${at(hostname)}/graphql`, masterToken, store, close: () => close(server) };
}

/** @returns {Promise<number>} the port */
function listen(server, port, hostname) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${port} is in use. Stop what uses it, or choose another port for the simulated Tray.`, {
              cause: error,
            })
          : error,
      );
    });
    server.listen(port, hostname, () => resolve(server.address().port));
  });
}

function close(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections(); // browsers keep theirs open
  });
}

if (import.meta.filename === process.argv[1]) {
  const { origin, graphqlUrl, masterToken } = await startTray({
    port: Number(process.env.PORT ?? 0),
    log: console.log,
  });
  console.log(`Simulated Tray: ${origin}\nGraphQL: ${graphqlUrl}\nMaster token: ${masterToken}`);
}
