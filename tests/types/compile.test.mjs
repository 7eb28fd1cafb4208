// A partner's code, compiled as strictly as TypeScript can, by the oldest version supported, one between and the newest.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { reactSample, reactSamples } from '../packaging/support/docs.mjs';
import { run } from '../packaging/support/install.mjs';
import { compilers, partnerProject } from './support.mjs';

/** How each version finds packages; `bundler` came with 5.0, and 4.7 was the first to read `exports`. */
const resolutions = {
  4.7: ['node16', 'node'],
  '5.0': ['node16', 'bundler'],
  '7.0': ['node16', 'nodenext', 'bundler'],
};
const files = ['good.ts', 'bad.ts', 'entries.ts'];
const moduleFor = { node16: 'node16', nodenext: 'nodenext', bundler: 'es2022', node: 'es2020' };

describe('types', () => {
  let folder;
  let home;
  before(async () => {
    ({ home } = await compilers());
    folder = await partnerProject();
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
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
    const config = join(folder, `tsconfig.${version}.${moduleResolution}.${files[0]}.json`);
    writeFileSync(config, JSON.stringify({ compilerOptions, files }));
    const tsc = join(home, 'node_modules', `typescript-${version}`, 'bin', 'tsc');
    await run(process.execPath, [tsc, '--project', config], { cwd: folder });
  };

  for (const [version, ways] of Object.entries(resolutions)) {
    for (const moduleResolution of ways) {
      test(`TypeScript ${version}, ${moduleResolution}`, () => compile(version, moduleResolution, files));
    }
  }

  test("the documentation's samples for React", async () => {
    for (const [name, [file, declares]] of Object.entries(reactSamples))
      writeFileSync(join(folder, name), reactSample(file, declares));
    await compile('7.0', 'bundler', Object.keys(reactSamples), {
      jsx: 'react-jsx',
      paths: {
        react: [join(home, 'node_modules/@types/react')],
        'react/*': [join(home, 'node_modules/@types/react/*')],
      },
    });
  });

  test('`using`, in a project whose `lib` has it', () =>
    compile('7.0', 'bundler', ['using.ts'], { lib: ['es2022', 'dom', 'esnext.disposable'] }));
});
