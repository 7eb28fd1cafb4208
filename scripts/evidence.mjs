// `npm run evidence`: prints what the stages of `npm test` found when they last ran here, and, for each scenario, which tests hold
// it and how they ended in each engine. Runs nothing itself.
import { readFileSync } from 'node:fs';
import { table } from './lib/marked.mjs';
import { inRoot } from './lib/paths.mjs';
import { ask, onPath } from './lib/run.mjs';
import { isMain } from './lib/stop.mjs';
import { findBrowsers } from './setup/browsers.mjs';
import { commit, readLast } from './test/last.mjs';
import { engineNames, inEngines, stages } from './test/stages.mjs';

/**
 * @typedef {object} Scenario
 * @property {string} says what happens, in a sentence
 * @property {Record<string, string[]>} held the files in tests/ that hold it, each with parts of test names; none: all tests
 */

/** @returns {Scenario[]} */
export const readScenarios = () => JSON.parse(readFileSync(inRoot('tests', 'e2e', 'scenarios.json'), 'utf8')).scenarios;

/**
 * @param {Scenario} scenario
 * @param {import('./test/last.mjs').Test[]} tests that ran in one engine
 * @returns {'passed' | 'failed' | 'not run' | ''} nothing: its tests drive no browser
 */
export function judge({ held }, tests) {
  const files = Object.entries(held).filter(([file]) => inEngines.some((folder) => file.startsWith(`${folder}/`)));
  if (files.length === 0) return '';
  const results = files.flatMap(([file, names]) =>
    tests
      .filter((test) => test.file === file && (names.length === 0 || names.some((part) => test.name.includes(part))))
      .map(({ result }) => result),
  );
  if (results.includes('failed')) return 'failed';
  return results.includes('passed') ? 'passed' : 'not run';
}

/** @param {import('./test/last.mjs').Last} last @returns {string} a table with a row for each stage, also for those that did not run */
export function stageTable(last) {
  const names = new Set([...stages(engineNames).map(({ name }) => name), ...Object.keys(last)]);
  const rows = [...names].map((name) => {
    const ran = last[name];
    if (!ran) return [name, '–', '–', `not run here: \`npm test -- --only '${name}'\``];
    return [name, String(ran.passed), String(ran.failed), `${ran.at.slice(0, 10)} at ${ran.commit}`];
  });
  return table(['stage', 'passed', 'failed', 'ran'], rows);
}

/** @param {import('./test/last.mjs').Last} last @returns {string} a table with a row for each scenario */
export function scenarioTable(last) {
  const tests = engineNames.map((engine) => inEngines.flatMap((group) => last[`${group} ${engine}`]?.tests ?? []));
  const rows = readScenarios().map((scenario, index) => [
    String(index + 1),
    scenario.says,
    ...tests.map((ofEngine) => judge(scenario, ofEngine)),
    Object.keys(scenario.held).join(', '),
  ]);
  return table(['', 'scenario', ...engineNames, 'held by, in tests/'], rows);
}

/** @param {string} engine @returns {string} such as `firefox 128.5` */
function browserVersion(engine) {
  const found = /** @type {Record<string, { browser: string, shell?: string }>} */ (findBrowsers())[engine];
  if (!found) return `no ${engine}`;
  // WebKit's small browser opens a display before it answers anything.
  const xvfb = engine === 'webkit' ? onPath('xvfb-run') : undefined;
  const answer = xvfb ? ask(xvfb, ['-a', found.browser, '--version']) : ask(found.browser, ['--version']);
  const version = /\d+(\.\d+)+/.exec(answer ?? '')?.[0] ?? 'of unknown version';
  return `${engine} ${version}${found.shell ? ', mostly its headless shell' : ''}`;
}

if (isMain(import.meta.url)) {
  const day = new Date().toISOString().slice(0, 10);
  const compiler = ask('rustc', ['--version']) ?? 'no rustc';
  const versions = [compiler, `Node ${process.versions.node}`, ...engineNames.map(browserVersion)];
  const last = readLast();
  console.log(`# Evidence

Put together on ${day} at ${commit()}, with ${versions.join(', ')}.

${stageTable(last)}

## Scenarios

${scenarioTable(last)}`);
}
