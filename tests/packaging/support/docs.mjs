// The code that the documentation shows, so that what partners paste is what the tests run.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../../scripts/lib/paths.mjs';

/**
 * @param {string} file relative to the project's root
 * @param {string} language as it stands behind the opening fence
 * @returns {string[]} the blocks in that language, in their order
 */
export function codeBlocks(file, language) {
  const text = readFileSync(inRoot(file), 'utf8');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, of]) => of === language).map(([, , code]) => code);
}

/** @param {string} file @param {string} declares what the block defines @returns {string} the React component or hook */
export function reactSample(file, declares) {
  const found = codeBlocks(file, 'tsx').filter((code) => code.includes(`export function ${declares}(`));
  assert.equal(found.length, 1, `${file} shows ${declares} once`);
  return found[0];
}

/** The file names that the tests give to the samples, and where they are shown. */
export const reactSamples = {
  'connect.tsx': ['README.md', 'Connect'],
  'use-auth-dialog.tsx': ['docs/packaging.md', 'useAuthDialog'],
  'inline-dialog.tsx': ['docs/packaging.md', 'InlineDialog'],
};
