// What `npm test` says before it begins: what it will run, and how long that took the last time here.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { duration } from '../lib/progress.mjs';

/** @typedef {Record<string, number>} Times by stage, how long it took when it passed last, ms */

const kept = inRoot('target', 'test-times.json');

/** @param {string} [file] @returns {Times} none when it cannot be read: it is only for a guess */
export function readTimes(file = kept) {
  try {
    return Object.fromEntries(Object.entries(JSON.parse(readFileSync(file, 'utf8'))).filter(([, ms]) => ms > 0));
  } catch {
    return {};
  }
}

/** Keeps what these stages took beside what is known of others. @param {Times} times @param {string} [file] */
export function keepTimes(times, file = kept) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify({ ...readTimes(file), ...times }, null, 2)}\n`);
  } catch {
    // A test run does not fail for it.
  }
}

/**
 * @param {string[]} stages their names
 * @param {string[]} engines
 * @param {Times} times
 * @param {string} first how long it takes where it has not run before
 * @returns {string}
 */
export function describePlan(stages, engines, times, first) {
  const known = stages.filter((name) => name in times);
  const total = known.reduce((sum, name) => sum + (times[name] ?? 0), 0);
  const unknown = stages.filter((name) => !known.includes(name));
  const last = `about ${duration(total)}, as the last time here`;
  const time =
    known.length === 0
      ? first
      : unknown.length === 0
        ? last
        : `${last}, and what ${unknown.join(', ')} ${unknown.length > 1 ? 'take' : 'takes'}, not known yet`;
  return `Stages: ${stages.join(', ')}\nBrowsers: ${engines.join(', ')}\nTime: ${time}`;
}
