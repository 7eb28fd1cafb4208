// What `npm start` runs: starts the partner's page, its back end and the simulated Tray on three origins, and stops them together.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRoot } from '../scripts/lib/paths.mjs';
import { runMain, Stop } from '../scripts/lib/stop.mjs';
import { failureCases } from './backend/failures.mjs';
import { startBackend } from './backend/server.mjs';
import { startPage } from './page/server.mjs';
import { readPorts, startOn } from './ports.mjs';
import { readTraySettings } from './settings.mjs';
import { simulatedTray } from './simulated-tray.mjs';

/**
 * @typedef {object} Demo
 * @property {string} pageUrl
 * @property {string} backendUrl
 * @property {string} trayOrigin  of the dialog, simulated or real
 * @property {object | undefined} tray  the simulation; undefined with the real Tray
 * @property {() => Promise<void>} close
 */

/**
 * Starts the servers. If one cannot start, those already started are closed.
 * @param {object} [options]
 * @param {import('./ports.mjs').Ports | 0} [options.ports]  0 takes free ones for all
 * @param {import('./settings.mjs').RealTray} [options.realTray]  instead of the simulation
 * @param {string} [options.pkgDir]  the package as built
 * @param {(line: string) => void} [options.log]
 * @returns {Promise<Demo>}
 */
export async function startDemo({ ports = 0, realTray, pkgDir = inRoot('pkg'), log = () => {} } = {}) {
  const port = ports === 0 ? { page: 0, backend: 0, tray: 0 } : ports;
  const started = [];
  const start = async (key, begin) => {
    const server = await startOn(key, port[key], () => begin(port[key]));
    started.unshift(server);
    return server;
  };
  const close = async () => {
    await Promise.all(started.map((server) => server.close()));
  };
  try {
    let config; // complete once all three addresses are known
    const page = await start('page', (number) => startPage({ port: number, config: () => config, pkgDir }));
    const simulated = realTray
      ? undefined
      : await start('tray', (number) =>
          simulatedTray({ port: number, pageOrigin: page.origin, log: (line) => log(`Tray      ${line}`) }),
        );
    const tray = realTray ?? simulated;
    const backend = await start('backend', (number) =>
      startBackend({
        port: number,
        pageOrigin: page.origin,
        trayGraphqlUrl: tray.graphqlUrl,
        masterToken: tray.masterToken,
        only: { solutionId: realTray?.solutionId, externalAuthId: realTray?.externalAuthId },
        simulation: simulated,
        log: (line) => log(`back end  ${line}`),
      }),
    );
    config = {
      backendOrigin: backend.origin,
      dialogOrigin: tray.dialogOrigin,
      host: tray.host,
      partnerName: tray.partnerName,
      simulated: !realTray,
      cases: simulated ? [...failureCases, ...simulated.cases] : [],
    };
    return {
      pageUrl: `${page.origin}/`,
      backendUrl: backend.origin,
      trayOrigin: tray.dialogOrigin,
      tray: simulated?.tray,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Reads the environment, starts the demo, and prints what runs where.
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<Demo>}
 */
export async function serve(env = process.env) {
  const realTray = readTraySettings(env);
  if (!existsSync(join(inRoot('pkg'), 'generated')))
    throw new Stop('The package is not built yet: run `npm start`, or `npm run build` first.');
  const demo = await startDemo({ ports: readPorts(env), realTray, log: console.log });
  console.log(`
  Open   ${demo.pageUrl}

  page      ${demo.pageUrl.slice(0, -1)}   the partner's page
  back end  ${demo.backendUrl}   the partner's back end: it alone holds the tokens
  Tray      ${demo.trayOrigin}   ${realTray ? 'the real one' : 'simulated: its API and its dialog, on a site of its own'}

  Ctrl-C stops ${realTray ? 'both servers' : 'all three'}.
`);
  return demo;
}

/** Resolves after Ctrl-C, when everything is closed. */
export async function serveUntilStopped(env = process.env) {
  const demo = await serve(env);
  await new Promise((resolve) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
      const interrupts = process.listeners(signal); // of runMain; here Ctrl-C is the normal end
      process.once(signal, resolve);
      // Only now: without any listener in between, Node forgets a signal that has just come.
      for (const listener of interrupts) process.off(signal, listener);
    }
  });
  await demo.close();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(() => serveUntilStopped());
