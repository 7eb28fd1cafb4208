// esbuild, with nothing but `--bundle`; for /slim also the loader that gives the URL of a file.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { bundlerSuite } from './support/bundling.mjs';
import { run } from './support/install.mjs';
import { Project } from './support/project.mjs';

describe('esbuild, of a program that imports the package and requires it', () => {
  test('takes one copy', async () => {
    const project = await Project.create('esbuild');
    const source = `import { openAuthDialog } from 'tray-auth-dialog';
      console.log(require('tray-auth-dialog').openAuthDialog === openAuthDialog);`;
    writeFileSync(project.path('main.js'), source);
    await project.run('esbuild', ['main.js', '--bundle', '--outfile=dist/main.cjs', '--format=cjs']);
    assert.equal(await run(process.execPath, [project.path('dist', 'main.cjs')]), 'true\n');
  });
});

const build = (format) => ({
  output: `dist-${format}`,
  args: (page, dist) => {
    const loader = page === 'slim' ? ['--loader:.wasm=file'] : [];
    return [`${page}/main.js`, '--bundle', '--minify', `--format=${format}`, `--outdir=${dist}`, ...loader];
  },
});

bundlerSuite('esbuild', {
  slim: 'slim-import.js',
  emits: [/^main\.js$/],
  module: /^tray_auth_dialog-\w+\.wasm$/,
  builds: { 'the build as esm': build('esm'), 'the build as iife': build('iife') },
});
