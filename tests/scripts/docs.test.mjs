// What a reader may rely on in the documentation: it is short where it must be, its links lead somewhere, the functions that it
// names are there, and nothing is missing.
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { en } from '../../pkg/labels/en.js';
import { deadLinks } from '../../scripts/lib/dead-links.mjs';
import { readMarked, writeMarked } from '../../scripts/lib/marked.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** @param {string} file */
const read = (file) => readFileSync(inRoot(file), 'utf8');

const pages = [
  ...[
    'README.md',
    'CHANGELOG.md',
    'SECURITY.md',
    'CONTRIBUTING.md',
    'RELEASING.md',
    'www/README.md',
    'www/tray/README.md',
  ],
  ...readdirSync(inRoot('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'tests/native/session/table.md',
];

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

  test('README.md shows pictures that are there, light and dark, and load fast', () => {
    const pictures = [...read('README.md').matchAll(/(?:src|srcset)="\.\/([^"]+)"/g)].map(([, file]) => file);
    assert.equal(pictures.length, 2);
    for (const file of pictures) assert.ok(statSync(inRoot(file)).size < 150_000, file);
  });

  test('every link leads to a file and a heading that are there', async () => {
    assert.deepEqual(
      await deadLinks(
        inRoot(),
        pages.map((page) => inRoot(page)),
      ),
      [],
    );
  });

  test('a link to a file or a heading that is not there is named, with its line', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'links-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const text = `# Some heading: \`code_x\`

[a](#some-heading-code_x) [b](#none) [c](none.md) [d](https://example.com/none)
[e](other.md#there) [f](other.md#gone) ![g](none.png) \`[h](code.md)\`
`;
    writeFileSync(join(folder, 'some.md'), text);
    writeFileSync(join(folder, 'other.md'), '# There\n');
    assert.deepEqual((await deadLinks(folder, [join(folder, 'some.md')])).sort(), [
      'some.md:3: "none.md" should exist in the file system',
      'some.md:3: [b](#none) leads to no heading',
      'some.md:4: "none.png" should exist in the file system',
      'some.md:4: "other.md#gone" should have a valid fragment identifier',
    ]);
  });

  test('every file and folder that SECURITY.md names is there', () => {
    const paths = [...read('SECURITY.md').matchAll(/`((?:src|pkg|tests|docs)\/[\w./-]+)`/g)].map(([, path]) => path);
    assert.ok(paths.length > 5);
    for (const path of paths) assert.ok(existsSync(inRoot(path)), path);
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

test('a part of a page that a command writes is replaced, and what stands round it stays', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'marked-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const page = join(folder, 'page.md');
  writeFileSync(page, '# A\n\n<!-- b: written by a command -->\n\nold\n\n<!-- end of b -->\n\nmore\n');
  assert.equal(readMarked(page, 'b'), 'old');
  writeMarked(page, 'b', 'new\nlines');
  assert.equal(readMarked(page, 'b'), 'new\nlines');
  assert.match(readFileSync(page, 'utf8'), /^# A\n[\s\S]*\n\nmore\n$/);
  assert.throws(() => writeMarked(page, 'c', 'text'), /has lost the comments round its part "c"/);
});
