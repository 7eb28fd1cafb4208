// Finds mistakes in the environment before a long set-up and build. Imports no npm package, because none may be installed yet.
import { readPorts, tryPorts } from './ports.mjs';
import { readTraySettings } from './settings.mjs';

/**
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<void>} rejects with the error that the demo would end with
 */
export async function preflight(env = process.env) {
  const realTray = readTraySettings(env);
  const { tray, ...ours } = readPorts(env);
  await tryPorts(realTray ? ours : { ...ours, tray });
}
