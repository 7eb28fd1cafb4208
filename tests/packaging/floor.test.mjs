// The oldest browsers that the package promises to run in (docs/browsers.md): it uses nothing newer than they have.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { inRoot, npmProgram } from '../../scripts/lib/paths.mjs';
import { install, run } from './support/install.mjs';
import { temporaryFolder } from './support/temporary.mjs';
import { filesIn } from './support/project.mjs';
import { unpackInto } from './support/tarball.mjs';

/** The syntax of what is published, which webpack 4 and old test runners read. */
const ecmaVersion = 2019;

/** That of the sources, whose addresses serve too. Their library is held to ES2020 by tsconfig.browser.json. */
const ofSources = 2021;

/** Its first Chrome, Firefox and Safari: older ones may do, but nothing of theirs was looked at but the syntax. */
const syntax = [85, 79, 14];

/** Before these, the main thread starts no module of more than 4 kB without a wait, and so none in a click. */
const synchronousStart = [115, 52, 11];

/** What the module needs of WebAssembly, with the first that have it. */
const features = {
  'mutable-globals': [74, 61, 13.1],
  'sign-ext': [74, 62, 14.1],
  'nontrapping-float-to-int': [75, 64, 15],
  'bulk-memory': [75, 79, 15],
  multivalue: [85, 78, 13.1],
};
const promised = { Chrome: 115, Firefox: 79, Safari: 15 };

/** The modal needs `<dialog>` and constructable style sheets besides. */
const modal = [
  [37, 98, 15.4],
  [73, 101, 16.4],
];

describe('the oldest browsers', () => {
  let folder;
  let content;
  let acorn;
  before(async () => {
    folder = temporaryFolder('floor');
    content = await unpackInto(folder);
    const home = await install(fileURLToPath(new URL('consumers/lint', import.meta.url)));
    acorn = createRequire(join(home, 'package.json'))('acorn');
  });

  test(`every script that is published keeps to the syntax of ES${ecmaVersion}, and every source to that of ES${ofSources}`, () => {
    const scripts = filesIn(content).filter((file) => file.endsWith('.js'));
    for (const part of ['esm/', 'cjs/', 'global/']) {
      assert.ok(
        scripts.some((file) => file.startsWith(`pkg/dist/${part}`)),
        part,
      );
    }
    for (const file of scripts) {
      const text = readFileSync(join(content, file), 'utf8');
      const built = file.startsWith('pkg/dist/');
      const sourceType = /^pkg\/dist\/(cjs|global)\//.test(file) ? 'script' : 'module';
      assert.doesNotThrow(() => acorn.parse(text, { ecmaVersion: built ? ecmaVersion : ofSources, sourceType }), file);
    }
    assert.throws(() => acorn.parse('a ?? b', { ecmaVersion, sourceType: 'module' }));
  });

  const validate = (names) => {
    const module = join(content, 'pkg', 'generated', 'tray_auth_dialog.wasm');
    const enabled = names.map((name) => `--enable-${name}`);
    return run(npmProgram('wasm-opt'), [
      '--mvp-features',
      ...enabled,
      module,
      '--output',
      join(folder, 'checked.wasm'),
    ]);
  };

  test('the module needs no feature of WebAssembly but those listed', async () => {
    const names = Object.keys(features);
    await validate(names);
    await assert.rejects(validate(names.filter((name) => name !== 'bulk-memory')), /bulk-memory|bulk memory/);
  });

  test('the browsers promised are the first that have them all', () => {
    const needs = [syntax, synchronousStart, ...Object.values(features)];
    const firsts = (all) => [0, 1, 2].map((browser) => Math.max(...all.map((versions) => versions[browser])));
    assert.deepEqual(Object.values(promised), firsts(needs));
    const readme = readFileSync(inRoot('README.md'), 'utf8').replace(/\s+/g, ' ');
    const versions = Object.entries(promised).map((entry) => entry.join(' '));
    assert.ok(readme.includes(versions.join(', ')), 'README.md promises the same');
    const table = readFileSync(inRoot('docs', 'browsers.md'), 'utf8');
    for (const all of [needs, [...needs, ...modal], [syntax], [syntax, ...modal]]) {
      assert.ok(table.includes(`| ${firsts(all).join(' | ')} |`), 'docs/browsers.md promises the same');
    }
  });
});
