// Rollup, with nothing but its resolver for packages; for /slim also its plugin that gives the URL of a file.
import { test } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { assertEmitted, assertModule, Project } from './support/project.mjs';

const pages = { inline: 'inline.js', slim: 'slim-import.js', js: 'js.js' };
const resolve = ['--plugin', 'node-resolve'];
const plugins = {
  inline: resolve,
  slim: [...resolve, '--plugin', 'url={ include: ["**/*.wasm"], limit: 0 }'],
  js: resolve,
};

browserSuite('rollup', (browser) => {
  let project;

  for (const page of Object.keys(pages)) {
    test(`${page}: the build`, async (t) => {
      project ??= await Project.create('rollup', pages);
      const dist = project.path(page, 'dist');
      await project.run('rollup', [`${page}/main.js`, '--dir', dist, '--format', 'es', ...plugins[page]]);
      assertEmitted(dist, page === 'slim' ? [/^main\.js$/, /^[\da-f]+\.wasm$/] : [/^main\.js$/]);
      if (page === 'slim') assertModule(project, dist);
      project.addPage(page);
      await browser.opensDialogIn(t, dist);
    });
  }
});
