// The real browsers that the tests drive: which are there, and how the others are brought.
import { Stop } from '../lib/stop.mjs';
import { chromium } from './chromium.mjs';
import { desktop } from './desktop.mjs';
import { firefox } from './firefox.mjs';
import { webkit } from './webkit.mjs';

/**
 * @typedef {object} Engine
 * @property {import('./index.mjs').Need[]} needs
 * @property {() => Promise<void>} [prepare] brings what no package brings, when all needs are met
 * @property {() => Record<string, string | undefined> | undefined} find the paths of its programs
 */

/** @type {Record<string, Engine>} */
export const engines = { chromium, firefox, webkit, desktop };

/**
 * The paths of the programs of each engine that is there.
 * @returns {{
 *   chromium?: { browser: string, driver: string, shell?: string },
 *   firefox?: { browser: string, driver: string },
 *   webkit?: { browser: string, driver: string, xvfb: string },
 *   desktop?: { xvfb: string, windowManager: string },
 * }} `webkit.browser` is MiniBrowser
 */
export function findBrowsers() {
  const found = Object.entries(engines).map(([name, { find }]) => [name, find()]);
  return Object.fromEntries(found.filter(([, programs]) => programs));
}

/** @param {string[]} names @returns {import('./index.mjs').Need[]} */
export const needsOf = (names) => [...new Set(names.flatMap((name) => engines[name].needs))];

/**
 * Brings what no package brings for these engines, and says which of them are missing in the end. On a CI machine that
 * is a failure: there, a test that did not run must not look like one that passed.
 * @param {string[]} names
 */
export async function prepareBrowsers(names) {
  for (const name of names) {
    const { needs, prepare, find } = engines[name];
    const missing = needs.filter((need) => !need.find());
    if (missing.length === 0) await prepare?.();
    if (find()) continue;
    const sentence = `${name} is not here, so its tests do not run: ${missing.map((need) => `${need.what} is missing`).join(', ')}.`;
    if (process.env.CI) throw new Stop(sentence);
    console.log(`! ${sentence}`);
  }
}
