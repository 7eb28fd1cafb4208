// The command that runs a failed test alone, or its file where the runner takes no less.
import { existsSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { filesIn } from '../lib/fingerprint.mjs';
import { inRoot, root } from '../lib/paths.mjs';

/** @param {string} text @returns {string} as one word of a shell */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** @param {Record<string, string>} variables */
const before = (variables) => Object.entries(variables).map(([name, value]) => `${name}=${value} `);

/** @param {string} group a folder in tests/ @param {string} file its path, or its name alone @returns {string | undefined} */
function pathOf(group, file) {
  const folder = inRoot('tests', group);
  const paths = existsSync(folder) ? filesIn(folder).filter((path) => basename(path) === basename(file)) : [];
  return paths.length === 1 && paths[0] ? relative(root, paths[0]).replaceAll('\\', '/') : undefined;
}

/**
 * @param {string} group a folder in tests/
 * @param {Record<string, string>} [variables] that the stage sets
 * @returns {(failed: import('./results.mjs').Failed) => string | undefined}
 */
export const aloneIn =
  (group, variables = {}) =>
  ({ name, file, cargo }) => {
    if (cargo) return `cargo test ${name}`;
    const path = file && pathOf(group, file);
    if (!path) return undefined;
    const ownRunner = join('tests', group, 'run.mjs').replaceAll('\\', '/');
    const takesNames = ['e2e', 'attacks', 'packaging'].includes(group);
    if (takesNames) return [...before(variables), `node ${ownRunner} /${basename(path, 'test.mjs')}`].join('');
    // Among these are tests that are files: their name is no pattern of a test's.
    const pattern = name && !name.includes('.test.mjs') ? ` --test-name-pattern=${quoted(patternFor(name))}` : '';
    return [...before(variables), `node --test${pattern} ${path}`].join('');
  };

/** @param {string} text @returns {string} a pattern for that */
const patternFor = (text) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
