// Keeps what the test suites of `npm test` found, engine by engine where they ran in several.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { engineVersion } from './engines.mjs';
import { beginReport, suites } from './reports.mjs';
import { inEngines } from './scenarios.mjs';
import { readSpec } from './spec-output.mjs';

/** @typedef {import('../test/counts.mjs').Counts} Counts */

/** Where the attacks leave their counts: by engine, the files, the tries, and how many of these were accepted. */
const attackCounts = inRoot('target', 'attacks.json');

/**
 * Runs a suite and keeps what it found, if it is one that the evidence speaks of.
 * @param {string} suite
 * @param {string[]} engines that it runs in, if it is one for engines
 * @param {(env: Record<string, string>) => Promise<{ counts: Counts, output: string }>} run
 * @returns {Promise<Counts>}
 */
export async function keeping(suite, engines, run) {
  if (!suites.includes(suite)) return (await run({})).counts;
  rmSync(attackCounts, { force: true });
  const keep = beginReport(suite);
  const { counts, output } = await run({ ATTACKS_REPORT: attackCounts });
  if (!inEngines.includes(suite)) {
    keep(counts);
    return counts;
  }
  const attacks = existsSync(attackCounts) ? JSON.parse(readFileSync(attackCounts, 'utf8')) : {};
  const all = readSpec(output);
  for (const engine of engines) {
    const tests = all.filter(({ suite: title }) => title.endsWith(` (${engine})`));
    if (tests.length > 0) keep({ version: engineVersion(engine), tests, attacks: attacks[engine] }, engine);
  }
  return counts;
}
