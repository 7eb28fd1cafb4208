// What each dependency is for, by purposes.json, held against what is really used.
import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { shippedCrates } from './shipped.mjs';

/** The package itself. */
export const OWN = 'tray-auth-dialog';

/** @type {Record<'shipped' | 'compiling' | 'crates' | 'programs' | 'npm', Record<string, string>>} */
export const purposes = JSON.parse(readFileSync(inRoot('scripts', 'supply-chain', 'purposes.json'), 'utf8'));

/** @param {string} path of a Cargo.toml @returns {string[]} the crates that it names */
function namedIn(path) {
  const tables = readFileSync(inRoot(path), 'utf8').split(/^\[/m);
  const lists = tables.filter((text) => /^[^\]\n]*dependencies\]/.test(text));
  return lists.flatMap((text) => [...text.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, name]) => name));
}

/** What is used, by the same groups as its purposes. @returns {Record<keyof typeof purposes, string[]>} */
function used() {
  const crates = shippedCrates();
  const names = (/** @type {boolean} */ ships) =>
    crates.filter((crate) => crate.ships === ships).map(({ name }) => name);
  const manifests = ['Cargo.toml', 'fuzz/Cargo.toml', 'tools/wasm-bindgen/Cargo.toml'].flatMap(namedIn);
  const known = new Set([...crates.map(({ name }) => name), OWN]);
  const { devDependencies } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return {
    shipped: names(true),
    compiling: names(false),
    crates: [...new Set(manifests)].filter((name) => !known.has(name)),
    programs: Object.keys(purposes.programs),
    npm: Object.keys(devDependencies),
  };
}

/** @returns {string[]} what lacks a purpose, and purposes of what is not there, in sentences */
export function purposeProblems() {
  return Object.entries(used()).flatMap(([group, names]) => {
    const told = Object.keys(purposes[/** @type {keyof typeof purposes} */ (group)]);
    const missing = names.filter((name) => !told.includes(name));
    const gone = told.filter((name) => !names.includes(name));
    return [
      ...missing.map((name) => `${name} is used: purposes.json does not say what for.`),
      ...gone.map((name) => `${name} is used no more: purposes.json still names it.`),
    ];
  });
}
