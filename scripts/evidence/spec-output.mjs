// Reads which tests passed off the output of Node's `spec` reporter, several runs one after the other.
import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ suite: string, name: string, result: 'passed' | 'failed' | 'skipped' }} TestResult `suite`: the outermost one */

/** @type {Record<string, TestResult['result']>} */
const results = { '✔': 'passed', '✖': 'failed', '﹣': 'skipped' };

const opens = /^▶ (.+)$/;
const test = /^ +([✔✖﹣]) (.+?) \(\d[\d.]*ms\)(?: # .*)?$/;
/** The list of failed tests, at the end of a run, repeats them. */
const closes = /^ℹ tests /;

/** @param {string} output @returns {TestResult[]} */
export function readSpec(output) {
  /** @type {TestResult[]} */
  const found = [];
  let suite = '';
  for (const line of stripVTControlCharacters(output).split('\n')) {
    const [, opened] = opens.exec(line) ?? [];
    if (opened) suite = opened;
    if (closes.test(line)) suite = '';
    const [, mark, name] = test.exec(line) ?? [];
    if (mark && suite) found.push({ suite, name, result: results[mark] });
  }
  return found;
}
