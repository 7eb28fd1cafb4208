// Where the programs are that an engine's tests need, in one sentence if they are not there.
import { findBrowsers } from '../../../scripts/setup/browsers.mjs';

/**
 * @param {'chromium' | 'firefox' | 'webkit'} engine
 * @param {import('./launch.mjs').Launch} how
 * @returns {{ browser: string, driver: string, shell?: string, xvfb?: string, windowManager?: string }}
 */
export function findPrograms(engine, { headed = false } = {}) {
  const found = findBrowsers();
  const missing = [engine, ...(headed ? ['desktop'] : [])].filter((name) => !found[name]);
  if (missing.length > 0)
    throw new Error(`Missing for the browser tests: ${missing.join(', ')}. \`npm test\` sets them up.`);
  return { ...(headed ? found.desktop : {}), ...found[engine] };
}
