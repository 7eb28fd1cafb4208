// The parts of a Markdown file that a command writes: what stands between two comments of its name.
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './paths.mjs';
import { Stop } from './stop.mjs';

/** @param {string} name */
const markers = (name) => [`<!-- ${name}: written by a command -->\n\n`, `\n\n<!-- end of ${name} -->`];

/** @param {string} path of the file @param {string} name of the part @returns {[string, string, string]} before, in, after it */
function split(path, name) {
  const text = readFileSync(path, 'utf8');
  const [open, close] = markers(name);
  const start = text.indexOf(open) + open.length;
  const end = text.indexOf(close, start);
  if (start < open.length || end < 0) {
    throw new Stop(`${relative(root, path)} has lost the comments round its part "${name}": put ${open.trim()} back.`);
  }
  return [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

/** @param {string} path @param {string} name @returns {string} what stands there */
export const readMarked = (path, name) => split(path, name)[1];

/** @param {string} path @param {string} name @param {string} content to stand there from now on */
export function writeMarked(path, name, content) {
  const [before, , after] = split(path, name);
  writeFileSync(path, before + content + after);
}

/** @param {string[]} head @param {string[][]} rows @returns {string} a Markdown table */
export const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
