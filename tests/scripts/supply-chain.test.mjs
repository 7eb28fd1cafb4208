// What the supply chain is compared with: lock files, and the graph of crates.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { licenceProblems, sourceProblems } from '../../scripts/supply-chain/npm-packages.mjs';
import { crates } from '../../scripts/supply-chain/purposes.mjs';

test('a package in a lock file has a checksum and is from the one registry', () => {
  const fine = { 'node_modules/a': { integrity: 'sha512-x', resolved: 'https://registry.example/a/-/a-1.0.0.tgz' } };
  assert.deepEqual(sourceProblems({ '': {}, ...fine, 'node_modules/b': { integrity: 'sha512-y' } }), []);
  assert.match(sourceProblems({ 'node_modules/a': {} })[0], /no checksum/);
  for (const resolved of [
    'git+ssh://example.com/a.git',
    'https://registry.example.com/a.tgz',
    'http://registry.example/a.tgz',
  ]) {
    const [problem, ...others] = sourceProblems({ ...fine, 'node_modules/c': { integrity: 'sha512-x', resolved } });
    assert.match(problem, /c is not from the registry/, resolved);
    assert.deepEqual(others, []);
  }
  const alone = { 'node_modules/a': { integrity: 'sha512-x', resolved: 'git+ssh://example.com/a.git' } };
  assert.equal(sourceProblems(alone).length, 1);
});

test('a licence that is not listed, or none at all, is a problem', () => {
  assert.deepEqual(licenceProblems({ '': { license: 'AGPL-3.0' }, 'node_modules/a': { license: 'MIT' } }), []);
  assert.match(licenceProblems({ 'node_modules/a': { license: 'AGPL-3.0' } })[0], /AGPL-3\.0/);
  assert.match(licenceProblems({ 'node_modules/a': {} })[0], /no licence/);
});

describe('the crates of the module', () => {
  const { shipped, compiling } = crates();
  const called = (/** @type {{ name: string, version: string }} */ { name, version }) => `${name} ${version}`;
  const notices = readFileSync(inRoot('THIRD-PARTY-NOTICES'), 'utf8');
  /** The crates above the text of each licence. */
  const named = [...notices.matchAll(/^For: (.*)$/gm)].map(([, names = '']) => names.split(', '));

  test('are those whose code is linked, not those that only run at compile time or in tests', () => {
    const names = shipped.map(({ name }) => name);
    for (const name of ['url', 'serde', 'wasm-bindgen']) assert.ok(names.includes(name), name);
    for (const name of ['syn', 'serde_derive'])
      assert.ok(
        compiling.some((crate) => crate.name === name),
        name,
      );
    for (const { name } of [...compiling, { name: 'proptest' }]) assert.ok(!names.includes(name), name);
  });

  test('are in THIRD-PARTY-NOTICES, in their versions, and no crate that is not compiled; if not: npm run notices', () => {
    const known = [...shipped, ...compiling].map(called);
    assert.deepEqual(
      shipped.map(called).filter((crate) => !named.flat().includes(crate)),
      [],
    );
    assert.deepEqual(
      named.flat().filter((crate) => !known.includes(crate)),
      [],
    );
  });

  test('may be had under the Apache licence where they bring no text of their own', () => {
    for (const crate of named.at(-1) ?? []) {
      const { licence } = shipped.find((one) => called(one) === crate) ?? {};
      assert.match(licence ?? '', /Apache-2\.0/, crate);
    }
    assert.doesNotMatch(notices, /<copyright holders>/);
  });
});
