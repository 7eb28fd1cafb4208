// What the test runners found: of Node's by the record that record.mjs writes, of cargo's by its output.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from '../lib/paths.mjs';
import { failureText } from '../lib/failure.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ file: string, ms: number }} FileTime */
/** @typedef {{ name: string, file?: string, cargo?: boolean }} Failed `file`: its path, or its name alone */

/**
 * @typedef {object} Result of a test or a suite
 * @property {number} process
 * @property {string} suite the outermost one
 * @property {string} name
 * @property {boolean} outermost
 * @property {boolean} isSuite
 * @property {'passed' | 'failed' | 'skipped'} result
 * @property {number} ms
 * @property {string} [file] where it is defined: maybe in a helper
 * @property {number} [line]
 * @property {string} [why]
 * @property {string} [of] the test file, as far as that is known
 */

/** What tests/e2e/harness/worker.mjs says after the tests of a file. */
const fileEnds = /^(\S+\.test\.mjs) has ended$/;

/**
 * Runs what runs tests, and reads what they were.
 * @template Ended
 * @param {(env: { TEST_RECORD: string }) => Promise<Ended>} run
 * @returns {Promise<Ended & { results: Result[] }>}
 */
export async function recorded(run) {
  const folder = mkdtempSync(join(tmpdir(), 'tests-'));
  const record = join(folder, 'record');
  try {
    const ended = await run({ TEST_RECORD: record });
    return { ...ended, results: readRecord(record) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} record a path @returns {Result[]} */
function readRecord(record) {
  let text = '';
  try {
    text = readFileSync(record, 'utf8');
  } catch {
    // Nothing ran.
  }
  /** @type {Result[]} */
  const found = [];
  /** By process, those whose file is not told yet. @type {Map<number, Result[]>} */
  const open = new Map();
  for (const line of text.split('\n').filter(Boolean)) {
    /** @type {Result} */
    const result = JSON.parse(line);
    const [, ended] = (result.isSuite && fileEnds.exec(result.name)) || [];
    const before = open.get(result.process) ?? [];
    open.set(result.process, ended ? [] : [...before, result]);
    if (ended) for (const one of before) one.of = ended;
    else found.push(result);
    if (result.file?.endsWith('.test.mjs')) result.of = relative(root, result.file);
  }
  return found;
}

/** How cargo and the runner of the browser tests tell what Node's record does not have. */
const cargoCounts = /^test result: \w+\. (?<passed>\d+) passed; (?<failed>\d+) failed;/gm;
const cargoFailed = /^---- (?<name>\S+) stdout ----\n(?<why>[\s\S]*?)(?=\n\n(?:----|failures:))/gm;
const fileEnded = /^✖ (?<file>\S+) was ended by .+$/gm;

/** @param {Result[]} results @param {string} [output] of cargo @returns {Counts} */
export function countTests(results, output = '') {
  const count = (/** @type {string} */ wanted) =>
    results.filter(({ isSuite, result }) => !isSuite && result === wanted).length;
  const counts = { passed: count('passed'), failed: count('failed') };
  for (const { groups } of stripVTControlCharacters(output).matchAll(cargoCounts)) {
    counts.passed += Number(groups?.passed);
    counts.failed += Number(groups?.failed);
  }
  return counts;
}

/** Lines of a stack in Node itself: they say nothing of the test. */
const inNode = /^\s+at (?:.*[( ])?node:.*\n?/gm;

/**
 * @param {Result[]} results
 * @param {string} output of the runner
 * @param {(failed: Failed) => string | undefined} [alone] the command that runs only that test, or little more
 * @returns {string[]} a text for each test that failed, its name in the first line and the command in the last
 */
export function failures(results, output, alone = () => undefined) {
  const plain = stripVTControlCharacters(output).replaceAll('\r\n', '\n');
  /** @param {RegExp} pattern @returns {Record<string, string>[]} */
  const found = (pattern) => [...plain.matchAll(pattern)].map(({ 0: whole, groups }) => ({ whole, ...groups }));
  return [
    ...results.flatMap(({ result, name, of, file, line, why }) => {
      if (result !== 'failed' || why === undefined) return [];
      const isThere = of && file && basename(file) === basename(of);
      const place = isThere ? `${of}:${line}` : (of ?? file);
      return failureText(place ? `${name} (${place})` : name, why.replace(inNode, ''), alone({ name, file: of }));
    }),
    ...found(cargoFailed).map(({ name, why }) => failureText(name, why, alone({ name, cargo: true }))),
    ...found(fileEnded).map(({ whole, file }) =>
      failureText(whole.slice('✖ '.length), '', alone({ name: file, file })),
    ),
  ];
}

/** @param {Result[]} results @returns {FileTime[]} how long each test file took, as far as it is known which they are of */
export function fileTimes(results) {
  /** @type {Map<string, number>} */
  const times = new Map();
  for (const { outermost, of, ms } of results) if (outermost && of) times.set(of, (times.get(of) ?? 0) + ms);
  return [...times].map(([file, ms]) => ({ file, ms }));
}
