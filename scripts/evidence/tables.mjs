// The tables of `npm run evidence`, made of the reports that the suites have left: what has not run is said to be missing.
import { table } from '../lib/marked.mjs';
import { engineNames } from './engines.mjs';
import { readReports } from './reports.mjs';
import { inEngines, judge, readScenarios } from './scenarios.mjs';

/** @typedef {import('./reports.mjs').Report<Record<string, any>>} Report */
/** @typedef {Pick<import('../test/results.mjs').Result, 'suite' | 'name' | 'result'>} TestResult */

/** How each suite is run that is not a stage of `npm test`. @type {Record<string, string>} */
const commands = { coverage: 'npm run coverage', mutants: 'npm run mutants' };

const MISSING = '–';
const number = (/** @type {number} */ value) => value.toLocaleString('en');
const percent = (/** @type {number} */ part, /** @type {number} */ whole) =>
  `${whole === 0 ? 100 : Math.floor((part / whole) * 1000) / 10} %`;

/** @param {Report} report @returns {string} when it ran, and over which sources */
const when = ({ at, commit = 'an unknown commit' }) => `${at.slice(0, 10)} at ${commit}`;

/** @param {string} suite */
const notRun = (suite) => `not run here: \`${commands[suite] ?? `npm test -- --only ${suite}`}\``;

/** @param {Report[]} reports @param {string} engine @returns {{ suite: string, report?: Report }[]} */
const ofEngine = (reports, engine) =>
  inEngines.map((suite) => ({ suite, report: reports.find((one) => one.suite === suite && one.engine === engine) }));

/** @param {Report[]} reports @param {string} engine @returns {TestResult[]} */
const testsOf = (reports, engine) => ofEngine(reports, engine).flatMap(({ report }) => report?.tests ?? []);

/** @param {TestResult[]} tests @param {TestResult['result']} result */
const count = (tests, result) => tests.filter((test) => test.result === result).length;

/** @param {TestResult[]} tests @returns {{ index: number, says: string, verdict: string }[]} the scenarios that are for engines */
const verdicts = (tests) =>
  readScenarios()
    .map((scenario, index) => ({ index, says: scenario.says, verdict: judge(scenario, tests) ?? '' }))
    .filter(({ verdict }) => verdict);

/** @param {Report[]} reports @returns {string} engines × scenarios, tests and attacks */
function enginesTable(reports) {
  const rows = Object.entries(engineNames).map(([engine, name]) => {
    const found = ofEngine(reports, engine);
    const tests = testsOf(reports, engine);
    const ran = found.map(({ suite, report }) => `${suite} ${report ? when(report) : notRun(suite)}`).join('; ');
    if (tests.length === 0) return [name, MISSING, MISSING, MISSING, MISSING, ran];
    const judged = verdicts(tests);
    const passed = judged.filter(({ verdict }) => verdict === 'passed').length;
    const attacks = found.find(({ report }) => report?.attacks)?.report?.attacks;
    return [
      `${name} ${found.find(({ report }) => report)?.report?.version}`,
      `${passed} of ${judged.length}`,
      `${number(count(tests, 'passed'))} passed, ${count(tests, 'failed')} failed`,
      attacks ? `${number(attacks.tries)} in ${attacks.files} files` : MISSING,
      attacks ? String(attacks.accepted) : MISSING,
      ran,
    ];
  });
  return table(['engine', 'scenarios', 'browser tests', 'attacks tried', 'accepted', 'ran'], rows);
}

/** What the other suites found, in a few words each. @type {Record<string, { title: string, says: (report: Report) => string }>} */
const others = {
  native: { title: 'native tests', says: (report) => `${report.passed} passed, ${report.failed} failed` },
  packaging: {
    title: 'the packed tarball in bundlers, on servers, under policies',
    says: (report) => `${report.passed} passed, ${report.failed} failed`,
  },
  types: { title: 'types and public API', says: (report) => `${report.passed} passed, ${report.failed} failed` },
  fuzz: {
    title: 'executions fuzzed',
    says({ executions, failed, seconds }) {
      const each = Object.entries(executions).map(([target, times]) => `${target} ${number(times)}`);
      return `${each.join(', ')}, in ${seconds} s each; targets in which something was found: ${failed}`;
    },
  },
  mutants: {
    title: 'mutants of the core',
    says({ caught, missed, timeout, unviable }) {
      const compiled = caught + missed + timeout;
      const late = timeout > 0 ? ` (${timeout} of them by running too long)` : '';
      return `${caught + timeout} of ${compiled} caught${late}, ${missed} missed; ${unviable} more do not compile`;
    },
  },
  coverage: {
    title: 'the core covered by native tests',
    says: ({ covered }) =>
      Object.entries(covered)
        .map(([measure, { covered, count }]) => `${measure} ${percent(covered, count)}`)
        .join(', '),
  },
};

/** @param {Report[]} reports @returns {string} */
function othersTable(reports) {
  const rows = Object.entries(others).map(([suite, { title, says }]) => {
    const report = reports.find((one) => one.suite === suite);
    return report ? [title, says(report), when(report)] : [title, MISSING, notRun(suite)];
  });
  return table(['what', 'found', 'ran'], rows);
}

/** @param {Report[]} reports @returns {string[]} what is short of all, a line each */
function shortcomings(reports) {
  return Object.entries(engineNames).flatMap(([engine, name]) => {
    const tests = testsOf(reports, engine);
    if (tests.length === 0) return [];
    const attacks = ofEngine(reports, engine).flatMap(({ report }) => report?.attacks?.attacks ?? []);
    return [
      ...verdicts(tests)
        .filter(({ verdict }) => verdict !== 'passed')
        .map(({ index, says, verdict }) => `- ${name}, scenario ${index + 1} ${verdict}: ${says}`),
      ...attacks.flatMap(({ attack, impossible }) =>
        Object.entries(impossible).map(([what, why]) => `- ${name} cannot be made to try ${attack}, ${what}: ${why}`),
      ),
    ];
  });
}

/** @param {Report[]} [reports] @returns {string} */
export function numbers(reports = readReports()) {
  const short = shortcomings(reports);
  const lists = short.length > 0 ? ['What did not pass, or cannot be tried:', short.join('\n')] : [];
  return [enginesTable(reports), othersTable(reports), ...lists].join('\n\n');
}

/** @returns {string} */
export const scenarioTable = () =>
  table(
    ['', 'scenario', 'held by'],
    readScenarios().map(({ says, held }, index) => [
      String(index + 1),
      says,
      Object.keys(held)
        .map((file) => `tests/${file}`)
        .join(', '),
    ]),
  );
