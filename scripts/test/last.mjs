// What each stage of `npm test` found when it last ran here.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { ask } from '../lib/run.mjs';

/** @typedef {{ file: string, name: string, result: string }} Test `file`: in tests/ */
/** @typedef {{ at: string, commit: string, passed: number, failed: number, tests?: Test[] }} Ran `at`: when it ended */
/** @typedef {Record<string, Ran>} Last by the name of the stage */

const kept = inRoot('target', 'test-stages.json');

/** @returns {string} the commit that is checked out, with a mark when files differ from it */
export const commit = () => ask('git', ['describe', '--always', '--dirty=, changed', '--abbrev=10']) ?? 'no commit';

/** @param {string} [file] @returns {Last} nothing when it cannot be read */
export function readLast(file = kept) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

/** Keeps what these stages found beside what is known of others. @param {Last} stages @param {string} [file] */
export function keepLast(stages, file = kept) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...readLast(file), ...stages }));
}
