// What each dependency is for, by purposes.json, compared with what is really used.
import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { ask } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';

/** The package itself. */
export const OWN = 'tray-auth-dialog';

/** @type {Record<'shipped' | 'compiling' | 'crates' | 'programs' | 'npm', Record<string, string>>} */
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

/** @param {string} path of a Cargo.toml @returns {string[]} the crates that it names */
function namedIn(path) {
  const tables = readFileSync(inRoot(path), 'utf8').split(/^\[/m);
  const lists = tables.filter((text) => /^[^\]\n]*dependencies\]/.test(text));
  return lists.flatMap((text) => [...text.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, name]) => name));
}

/** @returns {string[]} what lacks a purpose, and purposes of what is not there, in sentences */
export function purposeProblems() {
  const { shipped, compiling } = crates();
  const known = [OWN, ...[...shipped, ...compiling].map(({ name }) => name)];
  const manifests = ['Cargo.toml', 'fuzz/Cargo.toml', 'tools/wasm-bindgen/Cargo.toml'].flatMap(namedIn);
  /** What is used, by the same groups as its purposes. */
  const used = {
    shipped: shipped.map(({ name }) => name),
    compiling: compiling.map(({ name }) => name),
    crates: [...new Set(manifests)].filter((name) => !known.includes(name)),
    npm: Object.keys(JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).devDependencies),
  };
  return Object.entries(used).flatMap(([group, names]) => {
    const told = Object.keys(purposes[/** @type {keyof typeof used} */ (group)]);
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
