// webpack 4, as Tray's own sample app has it: no Babel, and no configuration file. Its parser stops at newer syntax than that of
// ES2019, and it does not read `exports`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { assertEmitted, Project } from './support/project.mjs';

/** Node's own hashes no longer include the one that webpack 4 takes. */
const env = { NODE_OPTIONS: '--openssl-legacy-provider' };

browserSuite('webpack 4', (browser) => {
  let project;
  const ready = async () => {
    project ??= await Project.create('webpack-4', { inline: 'inline.js', slim: 'slim-own.js', js: 'js.js' });
  };

  for (const mode of ['production', 'development']) {
    for (const page of ['inline', 'slim', 'js']) {
      test(`${page}: the build for ${mode}`, async (t) => {
        await ready();
        const dist = project.path(page, `dist-${mode}`);
        const args = [`./${page}/main.js`, '--output-path', dist, '--mode', mode];
        await project.build(dist, 'webpack', args, { env });
        assertEmitted(dist, [/^main\.js$/]);
        project.addPage(page, `dist-${mode}`);
        // The page serves the file of /slim itself: webpack 4 knows no `new URL`.
        if (page === 'slim') writeFileSync(join(dist, 'dialog.wasm'), project.wasm());
        await browser.opensDialogIn(t, dist);
      });
    }
  }
});
