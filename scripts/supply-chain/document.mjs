// The tables of docs/dependencies.md: written by `node scripts/dependencies.mjs`, and held against what is really used.
import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { readMarked, table, writeMarked } from '../lib/marked.mjs';
import { shippedCrates } from './shipped.mjs';
import { STANDARD } from './weights.mjs';

const document = inRoot('docs', 'dependencies.md');
const OWN = 'tray-auth-dialog';

/** @type {Record<'shipped' | 'compiling' | 'crates' | 'programs' | 'npm', Record<string, string>>} */
const purposes = JSON.parse(readFileSync(inRoot('scripts', 'supply-chain', 'purposes.json'), 'utf8'));

/** @param {string} path of a Cargo.toml @returns {string[]} the crates that it names, the package itself left out */
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
    return [
      ...names
        .filter((name) => !told.includes(name))
        .map((name) => `${name} is used: purposes.json does not say what for.`),
      ...told
        .filter((name) => !names.includes(name))
        .map((name) => `${name} is used no more: purposes.json still names it.`),
    ];
  });
}

/** @param {import('./weights.mjs').Weights} [weights] blanks without @returns {string} */
function shippedTable(weights) {
  const bytes = (/** @type {string} */ name) =>
    weights ? (weights.get(name.replaceAll('-', '_')) ?? 0).toLocaleString('en') : '';
  const rows = shippedCrates()
    .filter(({ ships }) => ships)
    .map(({ name, version, licence }) => [`\`${name}\` ${version}`, purposes.shipped[name], licence, bytes(name)]);
  return table(
    ['crate', 'what for', 'licence', 'bytes of code'],
    [
      ['this crate', 'the product', 'MIT OR Apache-2.0', bytes(OWN)],
      ["Rust's standard library", 'texts, lists, numbers', 'MIT OR Apache-2.0', bytes(STANDARD)],
      ...rows,
    ],
  );
}

/** @returns {string} */
const compilingTable = () =>
  table(
    ['crate', 'what for', 'licence'],
    shippedCrates()
      .filter(({ ships }) => !ships)
      .map(({ name, version, licence }) => [`\`${name}\` ${version}`, purposes.compiling[name], licence]),
  );

/** @returns {string} */
function toolsTable() {
  /** @type {{ packages: Record<string, { version: string, license: string }> }} */
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  const npm = Object.entries(purposes.npm).map(([name, purpose]) => {
    const { version, license } = packages[`node_modules/${name}`];
    return [`\`${name}\` ${version}`, purpose, `npm, ${license}`];
  });
  const crates = Object.entries(purposes.crates).map(([name, purpose]) => [`\`${name}\``, purpose, 'crate']);
  const programs = Object.entries(purposes.programs).map(([name, purpose]) => [`\`${name}\``, purpose, 'program']);
  return table(['name', 'what for', 'is'], [...crates, ...programs, ...npm]);
}

/** @param {string} text of a table @returns {string} without its last column, which depends on the compiler */
const withoutWeights = (text) => text.replace(/[^|\n]*\|$/gm, '');

/** @returns {string[]} what the document says wrongly, in sentences */
export function documentProblems() {
  const current = [
    withoutWeights(readMarked(document, 'shipped crates')) === withoutWeights(shippedTable()),
    readMarked(document, 'crates that run while it is compiled') === compilingTable(),
    readMarked(document, 'tools') === toolsTable(),
  ];
  return current.every(Boolean) ? [] : ['docs/dependencies.md is behind: run `node scripts/dependencies.mjs`.'];
}

/** @param {import('./weights.mjs').Weights} weights */
export function writeDocument(weights) {
  writeMarked(document, 'shipped crates', shippedTable(weights));
  writeMarked(document, 'crates that run while it is compiled', compilingTable());
  writeMarked(document, 'tools', toolsTable());
}
