// What is in the tarball and what its manifest says: nothing missing, nothing too much, and the linters of packages agree.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { formats, globals } from '../../scripts/formats/build.mjs';
import { folders } from '../../scripts/formats/folders.mjs';
import { deadLinks } from '../../scripts/lib/dead-links.mjs';
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

  test('holds exactly the files of packed-files.txt, and what is built of them', () => {
    const byHand = readFileSync(listed, 'utf8').trim().split('\n');
    assert.deepEqual(filesIn(content), [...byHand, ...builtOf(byHand)].sort());
  });

  test('brings no other package and runs nothing when it is installed', () => {
    for (const name of ['dependencies', 'optionalDependencies', 'bundleDependencies', 'bin'])
      assert.equal(manifest[name], undefined, name);
    // npm installs a peer by itself, unless it is optional.
    for (const peer of Object.keys(manifest.peerDependencies))
      assert.deepEqual(manifest.peerDependenciesMeta[peer], { optional: true }, peer);
    // `preprepare` runs in a clone only. `prepare` would too, but npm takes it for an install script where a tarball is installed.
    for (const name of ['preinstall', 'install', 'postinstall', 'prepublish', 'prepare', 'postprepare'])
      assert.equal(manifest.scripts?.[name], undefined, name);
  });

  test('has under the name of each entry its own file, in each format, with the types of that format', () => {
    const entries = Object.entries(manifest.exports).filter(([, target]) => typeof target === 'object');
    assert.ok(entries.length >= 13);
    for (const [name, { module, import: imported, require: required }] of entries) {
      const source = name === '.' ? 'index' : name.slice('./'.length);
      const esm = { types: `./pkg/${source}.d.ts`, default: `./${formats.esm}/${source}.js` };
      assert.deepEqual([module, imported], [esm, esm], name);
      const cjs = `./${formats.cjs}/${source}`;
      assert.deepEqual(required, { types: `${cjs}.d.ts`, default: `${cjs}.js` }, name);
    }
  });

  test('names only files that are there', () => {
    const targetsOf = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(targetsOf));
    const { exports, main, module, types, unpkg, jsdelivr } = manifest;
    for (const target of targetsOf({ exports, main, module, types, unpkg, jsdelivr }))
      assert.ok(existsSync(join(content, target)), target);
    for (const name of Object.keys(folders)) {
      const { sideEffects, ...targets } = JSON.parse(readFileSync(join(content, name, 'package.json'), 'utf8'));
      assert.equal(sideEffects, name === 'element/define');
      for (const target of targetsOf(targets)) assert.ok(existsSync(join(content, name, target)), `${name}: ${target}`);
    }
  });

  test('says for each condition which types it has, before anything else', () => {
    for (const [entry, conditions] of Object.entries(manifest.exports)) {
      if (typeof conditions === 'string') continue;
      for (const [condition, target] of Object.entries(conditions))
        assert.deepEqual(Object.keys(target), ['types', 'default'], `${entry}, ${condition}`);
    }
  });

  test('is made of ES modules, but for the folder of CommonJS, and importing only /element/define does something', () => {
    assert.equal(manifest.type, 'module');
    for (const file of manifest.sideEffects) assert.match(file, /^\.\/pkg\/dist\/\w+\/element\/define\.js$/);
    assert.deepEqual(JSON.parse(readFileSync(join(content, 'pkg/dist/cjs/package.json'), 'utf8')), {
      type: 'commonjs',
    });
  });

  test('every map names sources that are in the package', () => {
    const maps = filesIn(content).filter((file) => file.endsWith('.js.map'));
    assert.ok(maps.length > 20);
    for (const file of maps) {
      const { sources, sourcesContent } = JSON.parse(readFileSync(join(content, file), 'utf8'));
      assert.ok(sources.length > 0, file);
      assert.equal(sourcesContent, undefined, file);
      for (const source of sources) assert.ok(existsSync(join(content, file, '..', source)), `${file}: ${source}`);
      assert.ok(readFileSync(join(content, file.slice(0, -4)), 'utf8').includes('//# sourceMappingURL='), file);
    }
  });

  test('has documentation whose every link leads to a file and a heading that are in it', async () => {
    const pages = filesIn(content).filter((file) => file.endsWith('.md'));
    assert.ok(pages.includes('README.md') && pages.length > 20);
    assert.deepEqual(
      await deadLinks(
        content,
        pages.map((page) => join(content, page)),
      ),
      [],
    );
  });

  test('holds no path of the machine that built it', () => {
    const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
    for (const file of filesIn(content)) {
      const text = readFileSync(join(content, file), 'latin1');
      for (const path of [root, '/.cargo/', '/rustlib/']) assert.ok(!text.includes(path), `${file} names ${path}`);
    }
  });

  test('publint has nothing to say', () => run(join(linters, 'publint'), [tarball(), '--strict']));

  test('are-the-types-wrong has nothing to say, of no entry and no way to find it', () =>
    // The .wasm file is an asset: it has no types.
    run(join(linters, 'attw'), [tarball(), '--exclude-entrypoints', 'slim.wasm']));
});

/**
 * The files of pkg/dist/ and of the folders that must be there with these.
 * @param {string[]} files of the package, as written by hand
 */
function builtOf(files) {
  const inPkg = files.filter((file) => file.startsWith('pkg/')).map((file) => file.slice('pkg/'.length));
  const scripts = inPkg.filter((file) => file.endsWith('.js'));
  const maps = scripts.filter((file) => !file.startsWith('generated/')).map((file) => `${file}.map`);
  return [
    ...[...scripts, ...maps].flatMap((file) => [`${formats.esm}/${file}`, `${formats.cjs}/${file}`]),
    ...inPkg.filter((file) => file.endsWith('.d.ts')).map((file) => `${formats.cjs}/${file}`),
    `${formats.cjs}/package.json`,
    ...Object.keys(globals).flatMap((file) => [`${formats.global}/${file}`, `${formats.global}/${file}.map`]),
    ...Object.keys(folders).map((folder) => `${folder}/package.json`),
  ];
}
