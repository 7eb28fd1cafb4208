// What the supply chain is held against: manifests, lock files, the graph of crates, and weights by crate.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notices, noticesProblems } from '../../scripts/supply-chain/notices.mjs';
import { licenceProblems, manifestProblems, sourceProblems } from '../../scripts/supply-chain/npm-packages.mjs';
import { shippedCrates } from '../../scripts/supply-chain/shipped.mjs';
import { crateOf, isTakenOut } from '../../scripts/supply-chain/weights.mjs';

test('a manifest may bring no package and run nothing where it is installed', () => {
  assert.deepEqual(manifestProblems({ devDependencies: { a: '1.0.0' }, scripts: { test: 'x' } }), []);
  for (const name of ['dependencies', 'optionalDependencies', 'bundleDependencies']) {
    assert.equal(manifestProblems({ [name]: {} }).length, 1, name);
  }
  const peer = { peerDependencies: { react: '>=16.8' } };
  assert.match(manifestProblems(peer)[0], /react, which is not optional/);
  assert.deepEqual(manifestProblems({ ...peer, peerDependenciesMeta: { react: { optional: true } } }), []);
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

test('the notices name every crate that ships, in its version, and no other', () => {
  const crate = (/** @type {string} */ name, version = '1.0.0') => ({ name, version, licence: 'MIT', ships: true });
  const used = (/** @type {string[]} */ ...names) =>
    names.map((name) => ({
      crate: { name, version: '1.0.0', license: name === 'mit-only' ? 'MIT' : 'MIT OR Apache-2.0' },
    }));
  const about = (/** @type {string} */ bare) => ({
    licenses: [
      { id: 'MIT', text: 'MIT of somebody\r\n', source_path: '/a/LICENSE', used_by: used('linked', 'macros') },
      { id: 'MIT', text: 'MIT of <copyright holders>', source_path: null, used_by: used(bare) },
    ],
  });
  const texts = { apache: 'the Apache licence', builtins: 'the licence of compiler-builtins' };
  const crates = [crate('linked'), crate('bare')];
  const text = notices(about('bare'), texts, crates);
  assert.deepEqual(noticesProblems(text, [...crates, { ...crate('macros'), ships: false }]), []);
  assert.match(text, /For: linked 1\.0\.0\n\nMIT of somebody\n/);
  assert.match(text, /For: bare 1\.0\.0\n.*\n\nthe Apache licence\n/);
  assert.doesNotMatch(text, /copyright holders|macros/);
  const changed = noticesProblems(text, [crate('linked', '1.0.1'), crate('bare'), crate('new')]).join('\n');
  for (const name of [/lacks linked 1\.0\.1/, /lacks new 1\.0\.0/, /still names linked 1\.0\.0/])
    assert.match(changed, name);
  assert.throws(() => notices(about('mit-only'), texts, [crate('mit-only')]), /mit-only 1\.0\.0 brings no text/);
});

test('THIRD-PARTY-NOTICES is in line with the lock file', () => assert.deepEqual(noticesProblems(), []));

test('a function belongs to the crate that it was written in', () => {
  const names = {
    _RNvNtNtCs1a2B_16tray_auth_dialog4core6origin12parse_origin: 'tray_auth_dialog',
    _RNvXs_NtCsaBc_4talc4cellINtB4_8TalcCellNtB6_3FooENtNtCs9_4core5alloc5Alloc5alloc: 'talc',
    _RNvMNtCs9_4core3stre4trim: 'core',
    open_5ab2816f09f1856e: undefined,
  };
  for (const [name, crate] of Object.entries(names)) assert.equal(crateOf(name), crate, name);
});

test('what only describes types to wasm-bindgen weighs nothing', () => {
  const described = '_RNvXsft_NtCs1a2B_6js_sys4IntlNtB6_7LocalesNtNtCs9_12wasm_bindgen8describe12WasmDescribe8describe';
  for (const name of [described, '__wbindgen_describe___wbg_close_1a2b']) assert.ok(isTakenOut(name), name);
  for (const name of ['__wbindgen_malloc', '_RNvNtNtCs1a2B_16tray_auth_dialog4core6origin12parse_origin'])
    assert.ok(!isTakenOut(name), name);
});
