// THIRD-PARTY-NOTICES: the licence texts of what is compiled into the package, put together from what cargo-about finds, and
// held against the crates that are really compiled in.
import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { Stop } from '../lib/stop.mjs';
import { shippedCrates } from './shipped.mjs';

/** At the top of the npm package. */
export const noticesFile = inRoot('THIRD-PARTY-NOTICES');

/** What stands above the text of a licence: for whom it is. Under `OTHERS` there are names without versions. */
const FOR = 'For: ';
const OTHERS = 'Also for: ';

/**
 * @typedef {object} About what `cargo about generate --format json` answers, as far as it is read here
 * @property {{ id: string, text: string, source_path?: string | null, used_by: { crate: { name: string, version: string, license: string } }[] }[]} licenses
 */

/** @typedef {{ title: string, crates: string[], others: string[], text: string }} Section */

/** @param {{ name: string, version: string }} crate */
const called = ({ name, version }) => `${name} ${version}`;

/**
 * @param {About} about
 * @param {{ apache: string, builtins: string }} texts the Apache licence, and that of compiler-builtins
 * @param {{ name: string, version: string }[]} crates that are compiled in
 * @returns {string} the whole file
 */
export function notices({ licenses }, { apache, builtins }, crates) {
  const shipped = new Set(crates.map(called));
  /** @type {Section} */
  const underApache = {
    title: 'Apache-2.0',
    crates: [],
    others: ["Rust's standard library (std, core, alloc, hashbrown)", 'Binaryen (what wasm2js adds to the entry /js)'],
    text: apache,
  };
  /** @type {Section[]} */
  const sections = [];
  for (const { id, text, source_path, used_by } of licenses) {
    const users = used_by.map(({ crate }) => crate).filter((crate) => shipped.has(called(crate)));
    // A crate that brings no text: cargo-about has the one of the MIT licence that names nobody, which is no notice.
    const bringsNone = !source_path && id !== 'Apache-2.0';
    for (const crate of bringsNone ? users : []) {
      if (!crate.license.includes('Apache-2.0')) throw new Stop(`${called(crate)} brings no text of its licence.`);
    }
    const section = bringsNone || id === 'Apache-2.0' ? underApache : { title: id, crates: [], others: [], text };
    section.crates.push(...users.map(called));
    if (section !== underApache && users.length > 0) sections.push(section);
  }
  sections.push(underApache, {
    title: 'MIT AND Apache-2.0 WITH LLVM-exception',
    crates: [],
    others: ["compiler-builtins, of Rust's standard library"],
    text: builtins,
  });
  return [intro, ...sections.map(written)].join(`\n${'-'.repeat(80)}\n\n`);
}

const intro = `Third-party notices of tray-auth-dialog

The files in pkg/generated/ are made of this package's own source and of what
is listed here, each under the licence whose text follows it. A crate is listed
when it is compiled; often the linker leaves little or nothing of it.

Written by \`npm run notices\`.
`;

/** @param {Section} section @returns {string} */
function written({ title, crates, others, text }) {
  const heads = [
    ...(crates.length > 0 ? [FOR + crates.sort().join(', ')] : []),
    ...(others.length > 0 ? [OTHERS + others.join(', ')] : []),
  ];
  const lines = text.replaceAll('\r\n', '\n').trim().split('\n');
  return `${title}\n${heads.join('\n')}\n\n${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** @returns {string[]} what the file says wrongly, in sentences */
export function noticesProblems(text = readFileSync(noticesFile, 'utf8'), crates = shippedCrates()) {
  const named = text
    .split('\n')
    .filter((line) => line.startsWith(FOR))
    .flatMap((line) => line.slice(FOR.length).split(', '));
  const shipped = crates.filter(({ ships }) => ships).map(called);
  return [
    ...shipped.filter((name) => !named.includes(name)).map((name) => `THIRD-PARTY-NOTICES lacks ${name}`),
    ...named.filter((name) => !shipped.includes(name)).map((name) => `THIRD-PARTY-NOTICES still names ${name}`),
  ].map((problem) => `${problem}: run \`npm run notices\`.`);
}
