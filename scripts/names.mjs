// `npm run names < stack.txt`: names the functions of the module in a stack, such as a partner sends it: the browser knows them by
// their numbers alone, `wasm-function[143]`. With a folder as argument, by the list of the package that is unpacked there: the
// numbers of one version mean nothing in another.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './lib/paths.mjs';
import { isMain } from './lib/stop.mjs';

/** How the list writes a character that such names may not have: `\\3c` is `<`. */
const escaped = /\\([0-9a-f]{2})/g;

/** What the compiler adds to a name so that no other has it. */
const hash = /\[[0-9a-f]{16}\]|::h[0-9a-f]{16}$/g;

/** @param {string} list the text of functions.txt @returns {Map<string, string>} number -> name */
export function namesOf(list) {
  const lines = list.split('\n').map((line) => /^(\d+):(.+)$/.exec(line));
  const readable = (/** @type {string} */ name) =>
    name.replace(escaped, (_, code) => String.fromCharCode(Number.parseInt(code, 16))).replace(hash, '');
  return new Map(lines.flatMap((line) => (line ? [[line[1], readable(line[2])]] : [])));
}

/** @param {string} stack @param {Map<string, string>} names */
export const named = (stack, names) =>
  stack.replace(/wasm-function\[(\d+)\]/g, (whole, number) => {
    const name = names.get(number);
    return name ? `${whole} ${name}` : whole;
  });

if (isMain(import.meta.url)) {
  const list = join(process.argv[2] ?? inRoot(), 'pkg', 'generated', 'functions.txt');
  process.stdout.write(named(readFileSync(0, 'utf8'), namesOf(readFileSync(list, 'utf8'))));
}
