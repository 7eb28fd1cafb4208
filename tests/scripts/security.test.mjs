// SECURITY.md names files and functions for those who check it: each is there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';

const text = readFileSync(inRoot('SECURITY.md'), 'utf8');

/** Whether a file defines a function of that name. @param {string} file @param {string} name */
const defines = (file, name) => {
  const source = readFileSync(inRoot(file), 'utf8');
  const definition = file.endsWith('.rs') ? `\\bfn ${name}\\b` : `\\b${name}(:| =|\\() ?`;
  return new RegExp(definition).test(source);
};

describe('SECURITY.md', () => {
  test('each step of the trust decision names functions that are in the files it names', () => {
    const [, steps = ''] = /### The trust decision, in words[\s\S]*?```\n([\s\S]*?)```/.exec(text) ?? [];
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

  test('a name that is in no file is found out', () => {
    assert.equal(defines('src/dom/inbox.rs', 'decide'), true);
    assert.equal(defines('src/dom/inbox.rs', 'decides'), false);
    assert.equal(defines('pkg/dialog.js', 'finnish'), false);
  });

  test('each file and test that it links is there', () => {
    const links = [...text.matchAll(/\]\(((?:src|pkg|tests|docs)\/[^)#]+)/g)].map(([, path = '']) => path);
    assert.ok(links.length > 5);
    for (const path of links) assert.ok(existsSync(inRoot(path)), path);
  });
});
