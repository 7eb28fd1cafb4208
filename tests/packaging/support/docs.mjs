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

/**
 * The one block that has this in it.
 * @param {string} file @param {string} language @param {string} has
 */
export function sample(file, language, has) {
  const found = codeBlocks(file, language).filter((code) => code.includes(has));
  assert.equal(found.length, 1, `${file} shows ${has} once`);
  return found[0];
}

/** The samples of the frameworks: the file that each becomes. */
const frameworkSamples = {
  'connect.tsx': ['tsx', 'export function Connect('],
  'inline-dialog.tsx': ['tsx', 'export function InlineDialog('],
  'connect.vue': ['vue', 'tray-auth-dialog/vue'],
  'runes.svelte': ['svelte', '$props()'],
  'stores.svelte': ['svelte', 'export let'],
  'element.html': ['html', '<tray-auth-button'],
  'connect.component.ts': ['ts', 'CUSTOM_ELEMENTS_SCHEMA'],
};

/** @param {keyof typeof frameworkSamples} name */
export function frameworkSample(name) {
  const [language, has] = frameworkSamples[name];
  return sample('docs/frameworks.md', language, has);
}
