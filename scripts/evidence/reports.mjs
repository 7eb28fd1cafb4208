// What each suite leaves for the evidence: its counts, when it ended, and the commit that it ran at.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { ask } from '../lib/run.mjs';

const folder = inRoot('target', 'reports');

/** The suites that leave a report. */
export const suites = ['native', 'coverage', 'mutants', 'fuzz', 'e2e', 'attacks', 'packaging', 'types'];

/**
 * @template Content
 * @typedef {{ suite: string, engine?: string, at: string, commit: string } & Content} Report `at`: when it ended
 */

/** @returns {string} the commit that is checked out, with a mark when files differ from it */
export const commit = () => ask('git', ['describe', '--always', '--dirty=, changed', '--abbrev=10']) ?? 'no commit';

/**
 * To be called before a suite runs.
 * @param {string} suite
 * @returns {(content: object, engine?: string) => void} keeps what it found, in that engine
 */
export function beginReport(suite) {
  const ranAt = commit();
  return (content, engine) => {
    mkdirSync(folder, { recursive: true });
    const report = { suite, engine, at: new Date().toISOString(), commit: ranAt, ...content };
    const name = [suite, engine].filter(Boolean).join('-');
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(report, null, 2)}\n`);
  };
}

/** @returns {Report<Record<string, any>>[]} of all suites that have run here */
export function readReports() {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}
