// The faults of tests/faults/, and what is wrong with how they are written.
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesIn } from '../lib/fingerprint.mjs';
import { inRoot } from '../lib/paths.mjs';

/**
 * @typedef {object} Fault one careless change
 * @property {string} name in a few words, by which it is picked
 * @property {string} file of the product, from the checkout's root
 * @property {string} find the text that is changed: it stands in the file exactly once
 * @property {string} replace what stands there instead
 * @property {string} users what it does to the users of the package
 * @property {string} caughtBy the test file that must fail: its folder in tests/ and the beginning of its name
 * @property {string} [engine] the one in which it shows; Chromium unless told
 */

/** @typedef {Fault & { subject: string }} Listed `subject`: the name of its file */

const folder = inRoot('tests', 'faults');

/** Where a fault may be. What src/core does wrong, the mutants show too. */
const product = /^(pkg|src)\//;

/** @returns {Promise<Listed[]>} all, those of a subject together */
export async function readFaults() {
  const files = readdirSync(folder).filter((name) => name.endsWith('.mjs'));
  const lists = files.sort().map(async (file) => {
    /** @type {{ default: Fault[] }} */
    const { default: faults } = await import(pathToFileURL(inRoot('tests', 'faults', file)).href);
    return faults.map((fault) => ({ ...fault, subject: basename(file, '.mjs') }));
  });
  return (await Promise.all(lists)).flat();
}

/** @param {Fault} fault @returns {string} the path of the test file that must fail */
const testFile = ({ caughtBy }) => inRoot('tests', `${caughtBy}.test.mjs`);

/** @param {Fault} fault @param {string} [text] of its file @returns {string | undefined} why it cannot be made, in a sentence */
export function misfit({ file, find }, text = contentOf(file)) {
  if (text === undefined) return `${file} is not there.`;
  const places = text.split(find).length - 1;
  if (places === 0) return `its text does not stand in ${file} any more: write it anew for what stands there now.`;
  return places > 1 ? `its text stands in ${file} ${places} times: add what is round it.` : undefined;
}

/** @param {string} file @returns {string | undefined} */
function contentOf(file) {
  return filesIn(inRoot(file)).length === 1 ? readFileSync(inRoot(file), 'utf8') : undefined;
}

/** @param {Fault[]} faults @returns {string[]} what is wrong with them, in sentences */
export function faultProblems(faults) {
  const names = faults.map(({ name }) => name);
  return faults.flatMap((fault) => {
    const { name, file, find, replace, users, caughtBy } = fault;
    const wrong = [
      misfit(fault),
      !product.test(file) && `${file} is no part of the product.`,
      find === replace && 'it changes nothing.',
      !users && 'it does not say what it does to users.',
      !/^(e2e|attacks)\//.test(caughtBy) && `${caughtBy} is no file of browser tests.`,
      filesIn(testFile(fault)).length !== 1 && `tests/${caughtBy}.test.mjs is not there.`,
      names.filter((other) => other === name).length > 1 && 'another one has the same name.',
    ];
    return wrong.flatMap((why) => (why ? [`${name}: ${why}`] : []));
  });
}
