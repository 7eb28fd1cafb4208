// Counts tries, and those that were accepted. Each test file adds a line to the file that run.mjs names; run.mjs sums them.
import { appendFileSync, readFileSync } from 'node:fs';

/** The environment variable that names the file. */
export const TALLY = 'ATTACKS_TALLY';

/**
 * @typedef {object} Line of one attack in one engine
 * @property {string} attack the file's name
 * @property {string} wants what the attacker wants
 * @property {string} engine
 * @property {number} tries
 * @property {string[]} accepted what the page was told that it must not be, one text for each try
 * @property {Record<string, string>} impossible what this engine cannot do, and why
 */

/** @param {Line} line */
export function report(line) {
  const file = process.env[TALLY];
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
  else console.log(`${line.tries} tries, ${line.accepted.length} accepted`);
}

/** @param {string} file @returns {Line[]} */
export const readTally = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** @param {Line[]} lines @returns {{ files: number, tries: number, accepted: number }} */
export const sum = (lines) => ({
  files: lines.length,
  tries: lines.reduce((total, { tries }) => total + tries, 0),
  accepted: lines.reduce((total, { accepted }) => total + accepted.length, 0),
});
