// Keeps what the test suites of `npm test` found, engine by engine where they ran in several.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { engineVersion } from './engines.mjs';
import { beginReport, suites } from './reports.mjs';
import { inEngines } from './scenarios.mjs';

/** @typedef {import('../test/stages.mjs').Outcome} Outcome */
/** @typedef {import('../test/results.mjs').Result} Result */

/** Where the attacks leave their counts: by engine, the files, the tries, and how many of these were accepted. */
const attackCounts = inRoot('target', 'attacks.json');

/**
 * Runs a suite and keeps what it found, if it is one that the evidence speaks of.
 * @param {string} suite
 * @param {string[]} engines that it runs in, if it is one for engines
 * @param {(env: Record<string, string>) => Promise<{ outcome: Outcome, results: Result[] }>} run
 * @returns {Promise<Outcome>}
 */
export async function keeping(suite, engines, run) {
  if (!suites.includes(suite)) return (await run({})).outcome;
  rmSync(attackCounts, { force: true });
  const keep = beginReport(suite);
  const { outcome, results } = await run({ ATTACKS_REPORT: attackCounts });
  if (!inEngines.includes(suite)) {
    keep({ passed: outcome.passed, failed: outcome.failed });
    return outcome;
  }
  const attacks = existsSync(attackCounts) ? JSON.parse(readFileSync(attackCounts, 'utf8')) : {};
  const all = results.filter(({ isSuite, outermost }) => !isSuite && !outermost);
  for (const engine of engines) {
    const tests = all
      .filter(({ suite: title }) => title.endsWith(` (${engine})`))
      .map(({ suite: title, name, result }) => ({ suite: title, name, result }));
    if (tests.length > 0) keep({ version: engineVersion(engine), tests, attacks: attacks[engine] }, engine);
  }
  return outcome;
}
