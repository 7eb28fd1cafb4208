// Every sample of the documentation compiles as a partner would compile it: with `strict`. What a sample takes for granted, such as
// a button of the page, is declared in partner/samples.d.ts.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { install, run } from '../packaging/support/install.mjs';
import { placesIn, samples, samplesOf } from './samples.mjs';
import { compilers, partnerProject } from './support.mjs';

const consumer = (name) => install(fileURLToPath(new URL(`../packaging/consumers/${name}`, import.meta.url)));

/** What the compiler says of the files, as lines that name the place in the documentation. */
async function complaints(files) {
  const { home } = await compilers();
  const [vitest, jest] = await Promise.all(['vitest', 'jest'].map(consumer));
  const folder = await partnerProject();
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  for (const { name, code } of files) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), code);
  }
  const compilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    lib: ['es2022', 'dom', 'dom.iterable', 'esnext.disposable'],
    target: 'es2022',
    module: 'es2022',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    jsx: 'react-jsx',
    experimentalDecorators: true,
    types: [],
    skipLibCheck: true,
    noEmit: true,
    paths: {
      react: [join(home, 'node_modules/@types/react')],
      'react/*': [join(home, 'node_modules/@types/react/*')],
      vitest: [join(vitest, 'node_modules/vitest')],
      '@jest/globals': [join(jest, 'node_modules/@jest/globals')],
    },
  };
  const tsc = join(home, 'node_modules', 'typescript-7.0', 'bin', 'tsc');
  const said = [];
  for (const isProgram of [false, true]) {
    const names = files.filter((sample) => sample.isProgram === isProgram).map(({ name }) => name);
    if (names.length === 0) continue;
    // A program in JavaScript cannot say what its parameters are; all else is held against the types.
    const own = isProgram && { allowJs: true, checkJs: true, noImplicitAny: false };
    const config = {
      compilerOptions: { ...compilerOptions, ...own },
      files: ['samples.d.ts', 'sample-packages.d.ts', ...names],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    try {
      await run(process.execPath, [tsc, '--pretty', 'false', '--project', '.'], { cwd: folder });
    } catch (error) {
      said.push(...placesIn(error.message).split('\n').slice(1));
    }
  }
  return said.filter((line) => line !== '');
}

describe('the samples', () => {
  test('compile, each of README.md, docs/ and the types', async () => {
    const all = samples();
    assert.ok(all.length > 10, 'samples are found');
    assert.deepEqual(await complaints(all), []);
  });

  test('one that does not compile is told by its file and line', async () => {
    const text =
      'Text.\n\n```js\nconst fits = 1;\nconst sum = fits + missing;\n```\n\n- a list\n\n  ```ts\n  let late: string = 5;\n  ```\n';
    const said = await complaints(samplesOf('docs/some.md', text));
    assert.equal(said.length, 2, said.join('\n'));
    assert.match(said[0], /^docs\/some\.md:11: error TS2322/);
    assert.match(said[1], /^docs\/some\.md:5: error TS2304: .*'missing'/);
  });

  test('one is left out only where a reason is given', () => {
    const text = '<!-- not compiled: it is not ours -->\n\n```js\nmissing();\n```\n\nText.\n\n```js\nother();\n```\n';
    assert.deepEqual(
      samplesOf('docs/some.md', text).map(({ line }) => line),
      [10],
    );
  });
});
