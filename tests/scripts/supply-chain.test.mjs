// What the supply chain is held against: manifests, lock files, the graph of crates, and weights by crate.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { licenceProblems, manifestProblems, sourceProblems } from '../../scripts/supply-chain/npm-packages.mjs';
import { shippedCrates } from '../../scripts/supply-chain/shipped.mjs';
import { crateOf } from '../../scripts/supply-chain/weights.mjs';

test('a manifest may bring no package and run nothing where it is installed', () => {
  assert.deepEqual(manifestProblems({ devDependencies: { a: '1.0.0' }, scripts: { test: 'x' } }), []);
  for (const name of ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundleDependencies']) {
    assert.equal(manifestProblems({ [name]: {} }).length, 1, name);
  }
  assert.match(manifestProblems({ scripts: { postinstall: 'x' } })[0], /postinstall/);
});

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

test('a crate ships when its code is linked, not when it only runs at compile time or in tests', () => {
  const crate = (/** @type {string} */ name, kind = ['lib']) => ({
    id: name,
    name,
    version: '1.0.0',
    license: 'MIT',
    targets: [{ kind }],
  });
  const dep = (/** @type {string} */ pkg, /** @type {string | null} */ kind = null) => ({ pkg, dep_kinds: [{ kind }] });
  const ships = Object.fromEntries(
    shippedCrates({
      packages: ['root', 'linked', 'deep', 'built', 'tested', 'both']
        .map((name) => crate(name))
        .concat([crate('macros', ['proc-macro'])]),
      resolve: {
        root: 'root',
        nodes: [
          { id: 'root', deps: [dep('macros'), dep('linked'), dep('built', 'build'), dep('tested', 'dev')] },
          { id: 'linked', deps: [dep('deep'), dep('both')] },
          // First seen at compile time only.
          { id: 'macros', deps: [dep('both')] },
        ],
      },
    }).map(({ name, ships }) => [name, ships]),
  );
  assert.deepEqual(ships, { both: true, built: false, deep: true, linked: true, macros: false });
});

test('a function belongs to the crate that it was written in', () => {
  const names = {
    _RNvNtNtCs1a2B_16tray_auth_dialog4core6origin12parse_origin: 'tray_auth_dialog',
    _RNvXs_NtCsaBc_4talc4cellINtB4_8TalcCellNtB6_3FooENtNtCs9_4core5alloc5Alloc5alloc: 'talc',
    _RNvMNtCs9_4core3stre4trim: 'core',
    open_5ab2816f09f1856e: undefined,
  };
  for (const [name, crate] of Object.entries(names)) assert.equal(crateOf(name), crate, name);
});
