// Reads how many tests passed and failed off the closing lines of the test runners.
import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ passed: number, failed: number }} Counts */

/** The closing lines of each runner; one output can hold several, from several runs. */
const closings = [
  // cargo test
  /^test result: \w+\. (?<passed>\d+) passed; (?<failed>\d+) failed;/gm,
  // node --test: the lines of its two reporters, one for each number
  /^(?:ℹ|#) pass (?<passed>\d+)$/gm,
  /^(?:ℹ|#) fail (?<failed>\d+)$/gm,
  /^(?:ℹ|#) cancelled (?<failed>\d+)$/gm,
];

/** @param {string} output of runners, in colour or not @returns {Counts} */
export function countTests(output) {
  const plain = stripVTControlCharacters(output);
  const counts = { passed: 0, failed: 0 };
  for (const { groups } of closings.flatMap((closing) => [...plain.matchAll(closing)])) {
    counts.passed += Number(groups?.passed ?? 0);
    counts.failed += Number(groups?.failed ?? 0);
  }
  return counts;
}
