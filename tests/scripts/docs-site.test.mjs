// The site of the documentation is built as its command builds it, offline; each page is in its sidebar, and each link leads to a
// page and a heading of it.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { onSite } from '../../docs/.vitepress/links.mjs';
import { sidebar } from '../../docs/.vitepress/sidebar.mjs';
import { inRoot, npmProgram } from '../../scripts/lib/paths.mjs';

describe('the site of the documentation', () => {
  /** @type {string} */
  let folder;
  /** @type {string[]} */
  let pages;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'docs-site-'));
    await promisify(execFile)(process.execPath, [npmProgram('vitepress'), 'build', inRoot('docs'), '--outDir', folder]);
    pages = readdirSync(folder).filter((name) => name.endsWith('.html') && name !== '404.html');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** @param {string} page @returns {string} */
  const html = (page) => readFileSync(join(folder, page), 'utf8');

  test('has a page for each file of docs/, and for the README, the security policy and the changes', () => {
    const files = readdirSync(inRoot('docs')).filter((name) => name.endsWith('.md'));
    const expected = [...files, 'readme.md', 'security.md', 'changelog.md'].map((name) => name.replace('.md', '.html'));
    assert.deepEqual(pages.sort(), expected.sort());
  });

  test('has each page in its sidebar, once', () => {
    const linked = sidebar.flatMap(({ items }) => items.map(({ link }) => `${link.slice(1)}.html`));
    assert.deepEqual(linked.sort(), pages.filter((page) => page !== 'index.html').sort());
  });

  test('has one main landmark on each page', () => {
    for (const page of pages) assert.equal(html(page).match(/<main\b/g)?.length, 1, page);
  });

  test('links to pages and headings that it has', () => {
    let count = 0;
    for (const page of pages) {
      for (const [, link = ''] of html(page).matchAll(/<a [^>]*?href="([^"]+)"/g)) {
        if (/^(https?:)?\/\//.test(link)) continue;
        const { pathname, hash } = new URL(link, `http://localhost/${page}`);
        const target = pathname === '/' ? 'index.html' : pathname.slice(1);
        assert.ok(pages.includes(target), `${page}: ${link}`);
        if (hash) assert.ok(html(target).includes(` id="${decodeURIComponent(hash.slice(1))}"`), `${page}: ${link}`);
        count += 1;
      }
    }
    assert.ok(count > 500, `${count} links`);
  });

  test('finds the page about blocked popups by a search for "blocked"', () => {
    const index = readdirSync(join(folder, 'assets', 'chunks')).filter((name) => name.includes('localSearchIndex'));
    assert.equal(index.length, 1);
    assert.match(readFileSync(join(folder, 'assets', 'chunks', String(index[0])), 'utf8'), /The popup is blocked/);
  });

  test('asks no other host for anything', () => {
    for (const page of pages)
      assert.doesNotMatch(html(page), /<(?:link|script|img)\b[^>]*?\b(?:href|src)="(?:https?:)?\/\//, page);
  });
});

describe('a link of a page, on the site', () => {
  const page = inRoot('docs', 'errors.md');

  test('leads to the page', () => {
    assert.equal(onSite('popups.md#blocked', page), '/popups.md#blocked');
    assert.equal(onSite('../SECURITY.md', page), '/security.md');
    assert.equal(onSite('docs/errors.md', inRoot('README.md')), '/errors.md');
  });

  test('stays as it is, to elsewhere and within the page', () => {
    for (const link of ['https://example.com/a.md', '#closed', 'mailto:a@example.com'])
      assert.equal(onSite(link, page), link);
  });

  test('is none, to a file that only the repository has', () => {
    for (const link of ['../pkg/index.d.ts', '../www/README.md', '../CONTRIBUTING.md'])
      assert.equal(onSite(link, page), undefined);
  });
});
