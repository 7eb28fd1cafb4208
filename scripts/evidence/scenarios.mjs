// Which scenarios the tests hold, by tests/e2e/scenarios.json, and in which engines those tests passed.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { filesIn } from '../lib/fingerprint.mjs';
import { inRoot } from '../lib/paths.mjs';

/** @typedef {Pick<import('../test/results.mjs').Result, 'suite' | 'name' | 'result'>} TestResult */

/**
 * @typedef {object} Scenario
 * @property {string} says what happens, in a sentence
 * @property {Record<string, string[]>} held the files in tests/ that hold it, each with parts of test names; none: all tests
 */

/** @returns {Scenario[]} */
export const readScenarios = () => JSON.parse(readFileSync(inRoot('tests', 'e2e', 'scenarios.json'), 'utf8')).scenarios;

/** What makes a file one that tests something. */
const aTest = /^\s*(test|it|attack|against|nextSuite|connects)\(|^\s*#\[test\]/m;

/** @param {Scenario[]} scenarios @returns {string[]} where they name what is not there, in sentences */
export function scenarioProblems(scenarios) {
  const held = scenarios.flatMap(({ held }, index) => Object.entries(held).map((entry) => ({ index, entry })));
  return [
    ...scenarios.flatMap(({ says, held }) => (Object.keys(held).length === 0 ? [`Nothing holds: ${says}.`] : [])),
    ...held.flatMap(({ index, entry: [file, names] }) => {
      const where = `Scenario ${index + 1}: tests/${file}`;
      if (filesIn(inRoot('tests', file)).length !== 1) return [`${where} is not there.`];
      const text = readFileSync(inRoot('tests', file), 'utf8');
      if (!aTest.test(text)) return [`${where} holds no test.`];
      if (file.startsWith('e2e/') && suitesIn(text).length === 0) return [`${where} has no suite with a title.`];
      return names.filter((name) => !named(text, name)).map((name) => `${where} has no test "${name}".`);
    }),
  ];
}

/** @param {string} text of a test file @param {string} name @returns {boolean} whether that is part of a test's name */
const named = (text, name) => text.includes(name) || text.includes(name.replaceAll('"', '\\"'));

/** The suites of tests that run in each engine, by their folders. */
export const inEngines = ['e2e', 'attacks'];

/** @param {string} text of a file of browser tests @returns {string[]} the titles of its suites, without the engine */
const suitesIn = (text) =>
  [...text.matchAll(/\b(?:suite|wholeBrowserSuite)\(\s*(['"`])(.+?)\1,/g)].map(([, , title]) => title);

/** @param {string} file in tests/ @returns {(title: string) => boolean} whether a suite of that title is in that file */
function titlesOf(file) {
  const name = basename(file, '.test.mjs');
  if (file.startsWith('attacks/')) return (title) => title.startsWith(`${name}: `);
  const titles = suitesIn(readFileSync(inRoot('tests', file), 'utf8'));
  return (title) => titles.some((known) => title.startsWith(`${known} (`));
}

/**
 * @param {Scenario} scenario
 * @param {TestResult[]} tests that ran in one engine
 * @returns {'passed' | 'failed' | 'not run' | undefined} nothing: it is no matter of engines
 */
export function judge({ held }, tests) {
  const files = Object.entries(held).filter(([file]) => inEngines.some((folder) => file.startsWith(`${folder}/`)));
  if (files.length === 0) return undefined;
  const found = files.flatMap(([file, names]) => {
    const isOf = titlesOf(file);
    return tests.filter(
      ({ suite, name }) => isOf(suite) && (names.length === 0 || names.some((part) => name.includes(part))),
    );
  });
  if (found.some(({ result }) => result === 'failed')) return 'failed';
  return found.some(({ result }) => result === 'passed') ? 'passed' : 'not run';
}
