// How long commands and their stages took when they last passed here: cold, where nothing had been built yet, and warm.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot } from './paths.mjs';

/** @typedef {Record<string, { cold?: number, warm?: number }>} Times ms, by the name of a command or a stage */

/** Of this checkout, or of another one. @param {string} [checkout] */
const file = (checkout) => (checkout ? `${checkout}/target/times.json` : inRoot('target', 'times.json'));

/** Asked when the process begins: what it builds makes the folder. */
const state = existsSync(inRoot('target')) ? 'warm' : 'cold';

/** @param {string} [checkout] @returns {Times} nothing when it cannot be read */
export function readTimes(checkout) {
  try {
    return JSON.parse(readFileSync(file(checkout), 'utf8'));
  } catch {
    return {};
  }
}

/** Keeps these beside what is known of others. @param {Times} times @param {string} [checkout] */
export function addTimes(times, checkout) {
  const known = readTimes(checkout);
  for (const [name, took] of Object.entries(times)) known[name] = { ...known[name], ...took };
  mkdirSync(dirname(file(checkout)), { recursive: true });
  writeFileSync(file(checkout), JSON.stringify(known));
}

/** Keeps how long something took in this process. @param {string} name @param {number} ms */
export const keepTime = (name, ms) => addTimes({ [name]: { [state]: ms } });
