// What a reader may rely on in the documentation: it is short where it must be, its links lead somewhere, the functions that it
// names are there, and nothing is missing.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, test } from 'node:test';
import { en } from '../../pkg/labels/en.js';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** @param {string} file */
const read = (file) => readFileSync(inRoot(file), 'utf8');

const pages = [
  ...['README.md', 'CHANGELOG.md', 'SECURITY.md', 'CONTRIBUTING.md', 'RELEASING.md', 'www/README.md'],
  ...readdirSync(inRoot('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'tests/native/session/table.md',
];

/** The anchors of a page, as GitHub makes them of its headings. @param {string} text @returns {string[]} */
const anchors = (text) =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** The links of a page that lead to no file or no heading. @param {string} page @param {string} text @returns {string[]} */
function deadLinks(page, text) {
  const links = [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path, anchor] = link.split('#');
    const file = path === '' ? page : normalize(join(dirname(page), path));
    if (file !== page && !existsSync(inRoot(file))) return true;
    return anchor !== undefined && file.endsWith('.md') && !anchors(file === page ? text : read(file)).includes(anchor);
  });
}

/** Whether a file defines a function, class or property of that name. @param {string} file @param {string} name */
const defines = (file, name) =>
  new RegExp(
    file.endsWith('.rs') ? `\\bfn ${name}\\b` : `\\b(?:function|const|class) ${name}\\b|^\\s+${name}: `,
    'm',
  ).test(read(file));

/** The functions that a page links, as `[`name`](file)`, and that are not in that file. @param {string} text @returns {string[]} */
const goneFunctions = (text) =>
  [...text.matchAll(/\[`(\w+)`\]\(([^)\s]+\.(?:rs|m?js))\)/g)].flatMap(([, name, file]) =>
    defines(file, name) ? [] : [`${file} has no ${name}`],
  );

describe('the documentation', () => {
  test('README.md has at most 700 words', () => {
    const words = read('README.md').split(/\s+/).filter(Boolean).length;
    assert.ok(words <= 700, `${words} words`);
  });

  test('every link leads to a file and a heading that are there', () => {
    assert.deepEqual(
      pages.flatMap((page) => deadLinks(page, read(page)).map((link) => `${page}: ${link}`)),
      [],
    );
  });

  test('a link to a file or a heading that is not there is named', () => {
    const text =
      '# Some heading: `code`\n[a](#some-heading-code) [b](#none) [c](none.md) [d](https://example.com/none)';
    assert.deepEqual(deadLinks('docs/some.md', text), ['#none', 'none.md']);
  });

  test('the path through the layers in CONTRIBUTING.md names functions that are in the files it links', () => {
    const text = read('CONTRIBUTING.md');
    const [, path = ''] = /## One path through the layers\n([\s\S]*?)\n## /.exec(text) ?? [];
    const files = new Set([...path.matchAll(/\]\(((?:pkg|src)\/[^)]+)\)/g)].map(([, file]) => file));
    assert.ok(files.size >= 10 && files.size <= 14, `${files.size} files`);
    assert.deepEqual(goneFunctions(text), []);
  });

  test('each step of the trust decision in SECURITY.md names functions that are in the files it names', () => {
    const [, steps = ''] = /### The trust decision, in words[\s\S]*?```\n([\s\S]*?)```/.exec(read('SECURITY.md')) ?? [];
    const lines = steps.trim().split('\n');
    assert.ok(lines.length >= 10, steps);
    for (const line of lines) {
      const [, named = ''] = / {2,}((?:src|pkg)\/.*)$/.exec(line) ?? [];
      assert.ok(named, `names a file: ${line}`);
      for (const place of named.split('; ')) {
        const [file = '', names = ''] = place.split(/ (.*)/);
        assert.ok(names, `names a function: ${line}`);
        for (const name of names.split(', ')) assert.ok(defines(file, name), `${file} has no ${name}`);
      }
    }
  });

  test('a function that is in no file, or is only called there, is found out', () => {
    assert.deepEqual(goneFunctions('[`decide`](src/dom/inbox.rs) [`finish`](pkg/dialog.js)'), []);
    assert.deepEqual(goneFunctions('[`decides`](src/dom/inbox.rs) [`tell`](pkg/dialog.js)'), [
      'src/dom/inbox.rs has no decides',
      'pkg/dialog.js has no tell',
    ]);
  });

  test('docs/errors.md has a part for every error code: its cause, what to tell the user, how to fix it', () => {
    const [, union] = /export type ErrorCode =([^;]+);/.exec(read('pkg/index.d.ts')) ?? [];
    const codes = [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code);
    assert.ok(codes.length > 10, `${codes}`);
    const parts = read('docs/errors.md').split(/^## /m).slice(1);
    assert.deepEqual(
      parts.map((part) => part.split('\n')[0]),
      codes.map((code) => `\`${code}\``),
    );
    for (const part of parts) assert.match(part, /\*\*Cause\.\*\*.*\*\*Tell the user:\*\*.*\*\*Fix\.\*\*/s);
  });

  test('docs/errors.md tells the user what `userMessage` says, and nothing where that says nothing', () => {
    for (const part of read('docs/errors.md').split(/^## /m).slice(1)) {
      const [, code] = /^`(\w+)`/.exec(part) ?? [];
      const [, text] = /\*\*Tell the user:\*\* (.*?)\n\n/s.exec(part) ?? [];
      const message = /** @type {Record<string, string>} */ (en.messages)[code];
      assert.ok(text.startsWith(message ? `"${message}"` : 'nothing.'), `${code}: ${text}`);
    }
  });
});
