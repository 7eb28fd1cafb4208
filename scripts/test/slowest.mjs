// Finds how long each test file took in the output of the test runners. What is not known is left out.
import { stripVTControlCharacters } from 'node:util';
import { duration } from '../lib/progress.mjs';

/** @typedef {{ file: string, ms: number }} FileTime */

/** A line of file-times.mjs. */
const told = /^ℹ took (?<ms>\d+) ms: (?<file>.+)$/;
/** The runner of the browser tests, when it has gone through a file. */
const fileEnds = /^✔ (?<file>\S+\.test\.mjs) has ended \(/;
/** A test or suite that is in no other. */
const outermost = /^[✔✖] .+ \((?<ms>\d[\d.]*)ms\)$/;
/** The closing lines of a run, or a file that ended its process: what is before them belongs to no later file. */
const processEnds = /^ℹ tests \d|^✖ \S+ was ended by /;

/** @param {string} output of runners, in colour or not @returns {FileTime[]} */
export function fileTimes(output) {
  /** @type {FileTime[]} */
  const times = [];
  let sum = 0;
  for (const line of stripVTControlCharacters(output).split(/\r?\n/)) {
    const [ended, alone, one] = [fileEnds, told, outermost].map((pattern) => pattern.exec(line)?.groups);
    if (alone) times.push({ file: alone.file ?? '', ms: Number(alone.ms) });
    else if (ended) {
      if (sum > 0) times.push({ file: ended.file ?? '', ms: sum });
      sum = 0;
    } else if (one) sum += Number(one.ms);
    else if (processEnds.test(line)) sum = 0;
  }
  return times;
}

/**
 * @param {{ name: string, times?: FileTime[] }[]} stages
 * @param {number} [most]
 * @returns {string} a table of the files that took longest; nothing when no time is known
 */
export function slowest(stages, most = 10) {
  const rows = stages
    .flatMap(({ name, times = [] }) => times.map(({ file, ms }) => ({ name, file, ms })))
    .sort((one, other) => other.ms - one.ms)
    .slice(0, most);
  if (rows.length === 0) return '';
  const lines = rows.map(({ name, file, ms }) => `${duration(ms).padStart(12)}  ${name.padEnd(18)}${file}`);
  return ['slowest test files', ...lines].join('\n');
}
