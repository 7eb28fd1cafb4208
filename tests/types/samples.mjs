// The code that the documentation and the types show, as files that a compiler can be given: each at the lines where it stands,
// so that what the compiler says leads there.
import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** Samples in JavaScript are compiled as TypeScript, too: who writes that pastes them as they are. */
const endings = { js: 'ts', ts: 'ts', jsx: 'tsx', tsx: 'tsx' };

/** Stands in the line before a sample that is not ours to fix, with the reason. */
const exempt = /^<!-- not compiled: .+ -->$/;

/** @returns {string[]} the files that show code, relative to the root */
const shown = () => [
  'README.md',
  ...readdirSync(inRoot('docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.includes('node_modules'))
    .map((name) => `docs/${name}`),
  ...readdirSync(inRoot('pkg'))
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => `pkg/${name}`),
];

/** The first line of a sample that is a file of a program in JavaScript: what it is called there. */
const called = /^\/\/ ([\w./-]+\.js)$/;

/**
 * @typedef {object} Sample
 * @property {string} file that shows it
 * @property {number} line of its first line of code
 * @property {string} name of the file that the compiler gets
 * @property {boolean} isProgram whether it is a file of a program, which others import by that name
 * @property {string} code
 */

/** A sample that returns is the inside of a function: all but its imports becomes one, at the same lines. @param {string[]} code */
function asModule(code) {
  if (!code.some((line) => line.startsWith('return '))) return code;
  const start = code.findLastIndex((line) => line.startsWith('import ')) + 1;
  return [...code.slice(0, start), `export function Sample() {${code[start] ?? ''}`, ...code.slice(start + 1), '}'];
}

/**
 * @param {string} file how it is called
 * @param {string} text
 * @returns {Sample[]}
 */
export function samplesOf(file, text) {
  // In the comments of the types, what stands before each line is not of the sample.
  const lines = text.split('\n').map((line) => (file.endsWith('.d.ts') ? line.replace(/^\s*\* ?/, '') : line));
  const samples = [];
  for (let at = 0; at < lines.length; at++) {
    const [, indent, language] = /^(\s*)```(\w+)/.exec(lines[at]) ?? [];
    if (language === undefined) continue;
    const end = lines.findIndex((line, index) => index > at && line.trim() === '```');
    if (end < 0) throw new Error(`${file}:${at + 1}: the sample has no end`);
    const before = lines.slice(0, at).findLast((line) => line.trim() !== '') ?? '';
    if (Object.hasOwn(endings, language) && !exempt.test(before.trim())) {
      const code = lines.slice(at + 1, end).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
      const [, path] = called.exec(code[0]) ?? [];
      const flat = file.replaceAll('/', '--');
      const name = path ? `${flat}/${path}` : `${flat}--${at + 2}.${endings[language]}`;
      samples.push({
        ...{ file, line: at + 2, name, isProgram: path !== undefined },
        code: `${'\n'.repeat(at + 1)}${asModule(code).join('\n')}\n`,
      });
    }
    at = end;
  }
  return samples;
}

/** @returns {Sample[]} of all files */
export const samples = () => shown().flatMap((file) => samplesOf(file, readFileSync(inRoot(file), 'utf8')));

/** @param {string} said what the compiler printed @returns {string} the same, with the places in the documentation */
export const placesIn = (said) =>
  said.replace(
    /^(\S+?)(?:--\d+\.tsx?|\.md\/\S+?\.js)[(:](\d+)[,:]\d+\)?/gm,
    (place, file, line) => `${file.replaceAll('--', '/')}${place.includes('.md/') ? '.md' : ''}:${line}`,
  );
