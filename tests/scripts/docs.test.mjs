// What a reader may rely on in the documentation: it is short where it must be, its links lead somewhere, and nothing is missing.
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
