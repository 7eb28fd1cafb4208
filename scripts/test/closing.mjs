// What `npm test` says at its end: what failed and how to run it alone, the slowest files, a row for each stage, the counts.
import { duration } from '../lib/progress.mjs';

/**
 * @typedef {object} Row
 * @property {string} name
 * @property {'passed' | 'FAILED' | 'not run'} result
 * @property {number} [ms] how long it took
 * @property {number} passed
 * @property {number} failed
 * @property {string[]} why a text for each failure
 * @property {string[]} [lacks] the stages for want of which it was not run
 * @property {import('./results.mjs').FileTime[]} [times] of test files, as far as they are known
 */

/** So many failures are told whole: with more, something common to them is broken. */
const mostWhole = 10;

/** What failed, once more: in a long run it is far up. @param {Row[]} rows */
export function failureTexts(rows) {
  const all = rows.flatMap(({ name, why }) => why.map((text) => `✖ ${name}: ${text}`));
  return all.map((text, index) => (index < mostWhole ? shortened(text) : briefly(text)));
}

/** @param {string} text @returns {string} at most forty lines of it */
function shortened(text) {
  const lines = text.split('\n');
  return lines.length > 40 ? [...lines.slice(0, 38), '  …', lines.at(-1)].join('\n') : text;
}

/** @param {string} text @returns {string} the name of what failed, and the command */
function briefly(text) {
  const [title = '', ...lines] = text.split('\n');
  const last = lines.at(-1) ?? '';
  return last.startsWith('  alone: ') ? `${title}\n${last}` : title;
}

/** @param {Row[]} rows @returns {string} */
export function table(rows) {
  const heads = `${'stage'.padEnd(18)}${'result'.padEnd(10)}${'time'.padStart(12)}${'passed'.padStart(9)}${'failed'.padStart(9)}`;
  const lines = rows.map(({ name, result, ms, passed, failed, lacks }) => {
    const time = ms === undefined ? '' : duration(ms);
    const numbers = [passed, failed].map((count) => String(count || '').padStart(9)).join('');
    const why = lacks ? `  for want of ${lacks.join(', ')}` : `${time.padStart(12)}${numbers}`;
    return `${name.padEnd(18)}${result.padEnd(10)}${why}`.trimEnd();
  });
  return [heads, ...lines].join('\n');
}

/** @param {Row[]} rows @returns {string} the line by which a CI machine, too, knows the result: its beginning stays as it is */
export function counts(rows) {
  const sum = (/** @type {'passed' | 'failed'} */ key) => rows.reduce((total, row) => total + row[key], 0);
  const notRun = rows.filter(({ result }) => result === 'not run').length;
  const stages = notRun > 0 ? `, ${notRun} ${notRun > 1 ? 'stages' : 'stage'} not run` : '';
  return `${sum('passed')} passed, ${sum('failed')} failed${stages}`;
}

/** @param {Row[]} rows @returns {number} 1 also when a stage could not be run for what failed before it */
export const exitCode = (rows) =>
  rows.some(({ failed, result, lacks }) => failed || result === 'FAILED' || lacks) ? 1 : 0;

/**
 * @param {Pick<Row, 'name' | 'times'>[]} rows
 * @returns {string} a table of the ten test files that took longest; nothing when no time is known
 */
export function slowest(rows) {
  const files = rows
    .flatMap(({ name, times = [] }) => times.map(({ file, ms }) => ({ name, file, ms })))
    .sort((one, other) => other.ms - one.ms)
    .slice(0, 10);
  const lines = files.map(({ name, file, ms }) => `${duration(ms).padStart(12)}  ${name.padEnd(18)}${file}`);
  return lines.length > 0 ? ['slowest test files', ...lines].join('\n') : '';
}
