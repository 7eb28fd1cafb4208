// A partner's code, compiled as strictly as TypeScript can, by the oldest version supported, one between and the newest.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { run } from '../packaging/support/install.mjs';
import { compilers, partnerProject } from './support.mjs';

/** How each version finds packages; `bundler` came with 5.0, and 4.7 was the first to read `exports`. */
const resolutions = {
  4.7: ['node16', 'node'],
  '5.0': ['node16', 'bundler'],
  '7.0': ['node16', 'nodenext', 'bundler'],
};
const files = ['good.ts', 'bad.ts', 'entries.ts', 'element.ts', 'testing.ts'];

/** The same as CommonJS files, which get the types of that format. */
const asCommonJs = (name) => name.replace(/ts$/, 'cts');
const moduleFor = { node16: 'node16', nodenext: 'nodenext', bundler: 'es2022', node: 'es2020' };

describe('types', () => {
  let folder;
  let home;
  before(async () => {
    ({ home } = await compilers());
    folder = await partnerProject();
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
    for (const name of files) copyFileSync(join(folder, name), join(folder, asCommonJs(name)));
  });

  const compile = async (version, moduleResolution, files, more) => {
    const compilerOptions = {
      strict: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      noPropertyAccessFromIndexSignature: true,
      skipLibCheck: false,
      // The compiler's own libraries are not what is tested, and take half of its time.
      skipDefaultLibCheck: true,
      lib: ['es2020', 'dom'],
      target: 'es2020',
      module: moduleFor[moduleResolution],
      moduleResolution,
      types: [],
      noEmit: true,
      ...more,
    };
    const config = join(folder, `tsconfig.${version}.${moduleResolution}.${files[0].replace('/', '.')}.json`);
    writeFileSync(config, JSON.stringify({ compilerOptions, files }));
    const tsc = join(home, 'node_modules', `typescript-${version}`, 'bin', 'tsc');
    await run(process.execPath, [tsc, '--project', config], { cwd: folder });
  };

  for (const [version, ways] of Object.entries(resolutions)) {
    for (const moduleResolution of ways) {
      test(`TypeScript ${version}, ${moduleResolution}`, () => compile(version, moduleResolution, files));

      if (!moduleResolution.startsWith('node1') && moduleResolution !== 'nodenext') continue;
      test(`TypeScript ${version}, ${moduleResolution}, in CommonJS files`, () =>
        compile(version, moduleResolution, files.map(asCommonJs)));
    }
  }

  for (const [version, react] of Object.entries({
    4.7: '@types/react-17',
    '5.0': '@types/react-17',
    '7.0': '@types/react',
  })) {
    test(`the hook of React, TypeScript ${version}`, () =>
      compile(version, 'node16', ['frameworks/react.ts'], {
        paths: { react: [join(home, 'node_modules', react, 'index.d.ts')] },
      }));
  }

  // Their own types are not checked: they need a newer library than this one.
  for (const version of ['5.0', '7.0']) {
    test(`the composable of Vue, TypeScript ${version}`, () =>
      compile(version, 'bundler', ['frameworks/vue.ts'], {
        paths: { vue: [join(home, 'node_modules', 'vue')] },
        skipLibCheck: true,
      }));
  }

  for (const installed of ['svelte', 'svelte-4']) {
    test(`the store of ${installed}, TypeScript 7.0`, () =>
      compile('7.0', 'bundler', ['frameworks/svelte.ts'], {
        paths: {
          svelte: [join(home, 'node_modules', installed, 'types/index.d.ts')],
          'svelte/store': [join(home, 'node_modules', installed, 'types/index.d.ts')],
        },
        skipLibCheck: true,
      }));
  }

  test('`using`, in a project whose `lib` has it', () =>
    compile('7.0', 'bundler', ['using.ts'], { lib: ['es2022', 'dom', 'esnext.disposable'] }));
});
