// What is in the tarball and what its manifest says: nothing missing, nothing too much, and the linters of packages agree.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { install, run } from './support/install.mjs';
import { temporaryFolder } from './support/temporary.mjs';
import { filesIn } from './support/project.mjs';
import { tarball, unpackInto } from './support/tarball.mjs';

const listed = new URL('packed-files.txt', import.meta.url);

describe('the tarball', () => {
  let folder;
  let content;
  let manifest;
  let linters;
  before(async () => {
    folder = temporaryFolder('manifest');
    content = await unpackInto(folder);
    manifest = JSON.parse(readFileSync(join(content, 'package.json'), 'utf8'));
    const home = await install(fileURLToPath(new URL('consumers/lint', import.meta.url)));
    linters = join(home, 'node_modules', '.bin');
  });

  test('holds exactly the files of packed-files.txt', () => {
    assert.deepEqual(filesIn(content), readFileSync(listed, 'utf8').trim().split('\n').sort());
  });

  test('brings no other package and runs nothing when it is installed', () => {
    for (const name of ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundleDependencies', 'bin'])
      assert.equal(manifest[name], undefined, name);
    // `preprepare` runs in a clone only. `prepare` would too, but npm takes it for an install script where a tarball is installed.
    for (const name of ['preinstall', 'install', 'postinstall', 'prepublish', 'prepare', 'postprepare'])
      assert.equal(manifest.scripts?.[name], undefined, name);
  });

  test('exports only files that are there, and says the same to tools that read `main` and `types`', () => {
    const targets = Object.values(manifest.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    for (const target of targets) assert.ok(existsSync(join(content, target)), target);
    assert.deepEqual({ types: manifest.types, default: manifest.main }, manifest.exports['.']);
    for (const [entry, target] of Object.entries(manifest.exports)) {
      if (typeof target === 'object') assert.equal(Object.keys(target)[0], 'types', `${entry}: types come first`);
    }
  });

  test('is made of ES modules without side effects', () => {
    assert.equal(manifest.type, 'module');
    assert.equal(manifest.sideEffects, false);
  });

  test('holds no path of the machine that built it', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
    for (const file of filesIn(content)) {
      const text = readFileSync(join(content, file), 'latin1');
      for (const path of [root, '/.cargo/', '/rustlib/']) assert.ok(!text.includes(path), `${file} names ${path}`);
    }
  });

  test('publint has nothing to say', () => run(join(linters, 'publint'), [tarball(), '--strict']));

  test('are-the-types-wrong has nothing to say', () =>
    // `esm-only`: there is no CommonJS build, on purpose (docs/packaging.md), so its two columns for `require` and for
    // TypeScript's oldest resolution do not apply. The .wasm file is an asset: it has no types.
    run(join(linters, 'attw'), [tarball(), '--profile', 'esm-only', '--exclude-entrypoints', 'slim.wasm']));
});
