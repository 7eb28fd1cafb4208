// What can be wrong with the environment, found before a long set-up and build. Imports no npm package: there may be none yet.
import { readPorts, tryPorts } from './ports.mjs';
import { readTraySettings } from './settings.mjs';

/**
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<void>} rejects with the sentence in which the demo would end
 */
export async function preflight(env = process.env) {
  const realTray = readTraySettings(env);
  const { tray, ...ours } = readPorts(env);
  await tryPorts(realTray ? ours : { ...ours, tray });
}
