// esbuild, with nothing but `--bundle`; for /slim also the loader that gives the URL of a file.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { run } from './support/install.mjs';
import { assertEmitted, assertModule, Project } from './support/project.mjs';

const pages = { inline: 'inline.js', slim: 'slim-import.js', js: 'js.js' };

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

browserSuite('esbuild', (browser) => {
  let project;

  for (const page of Object.keys(pages)) {
    for (const format of ['esm', 'iife']) {
      test(`${page}: the build as ${format}`, async (t) => {
        project ??= await Project.create('esbuild', pages);
        const output = `dist-${format}`;
        const dist = project.path(page, output);
        const loader = page === 'slim' ? ['--loader:.wasm=file'] : [];
        await project.run('esbuild', [
          `${page}/main.js`,
          '--bundle',
          '--minify',
          `--format=${format}`,
          `--outdir=${dist}`,
          ...loader,
        ]);
        assertEmitted(dist, page === 'slim' ? [/^main\.js$/, /^tray_auth_dialog-\w+\.wasm$/] : [/^main\.js$/]);
        if (page === 'slim') assertModule(project, dist);
        project.addPage(page, output);
        await browser.opensDialogIn(t, dist);
      });
    }
  }
});
