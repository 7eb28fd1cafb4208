// What each dependency that this repository names is for, by purposes.json, and the crates that the module is made of.
import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { ask } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';

/** The package itself. */
export const OWN = 'tray-auth-dialog';

/** @type {Record<'crates' | 'programs' | 'npm', Record<string, string>>} */
export const purposes = JSON.parse(readFileSync(inRoot('scripts', 'supply-chain', 'purposes.json'), 'utf8'));

/** @typedef {{ name: string, version: string, licence: string }} Crate */

/** @param {string} edges as `cargo tree` calls them @returns {Crate[]} those that the package reaches by them, by name */
function reached(edges) {
  const options = [
    '--locked',
    '--target=wasm32-unknown-unknown',
    `--edges=${edges}`,
    '--prefix=none',
    '--format={p}|{l}|',
  ];
  const answer = ask('cargo', ['tree', ...options], { timeout: 120_000 });
  if (answer === undefined) throw new Stop('`cargo tree --locked` failed: run it by itself to see why.');
  const crates = answer.split('\n').map((line) => {
    const [, name = '', version = '', licence = ''] = /^(\S+) v(\S+).*?\|(.*)\|/.exec(line) ?? [];
    return { name, version, licence };
  });
  const byName = new Map(
    crates.filter(({ name }) => name !== OWN).map((crate) => [`${crate.name} ${crate.version}`, crate]),
  );
  return [...byName].sort().map(([, crate]) => crate);
}

/** @returns {Record<'shipped' | 'compiling', Crate[]>} whose code is in the module; that only run while it is compiled */
export function crates() {
  const shipped = reached('normal,no-proc-macro');
  const isShipped = (/** @type {Crate} */ { name }) => shipped.some((crate) => crate.name === name);
  return { shipped, compiling: reached('normal,build').filter((crate) => !isShipped(crate)) };
}

/** @param {string} manifest a Cargo.toml @returns {string[]} the crates that it names */
function namedIn(manifest) {
  const options = ['--no-deps', '--format-version=1', '--manifest-path', inRoot(manifest)];
  /** @type {{ packages: { dependencies: { name: string }[] }[] }} */
  const { packages } = JSON.parse(ask('cargo', ['metadata', ...options]) ?? '{ "packages": [] }');
  return packages.flatMap(({ dependencies }) => dependencies.map(({ name }) => name));
}

/** @returns {string[]} what lacks a purpose, and purposes of what is not there, in sentences */
export function purposeProblems() {
  /** What is used, by the same groups as its purposes. */
  const used = {
    crates: ['Cargo.toml', 'fuzz/Cargo.toml', 'tools/wasm-bindgen/Cargo.toml'].flatMap(namedIn),
    npm: Object.keys(JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).devDependencies),
  };
  return Object.entries(used).flatMap(([group, names]) => {
    const told = Object.keys(purposes[/** @type {keyof typeof used} */ (group)]);
    const missing = new Set(names.filter((name) => ![...told, OWN].includes(name)));
    const gone = told.filter((name) => !names.includes(name));
    return [
      ...[...missing].map((name) => `${name} is used: purposes.json does not say what for.`),
      ...gone.map((name) => `${name} is used no more: purposes.json still names it.`),
    ];
  });
}
