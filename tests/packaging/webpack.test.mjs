// webpack 5 and Rspack, without a configuration file. Both build `new URL` with the name of a package.
import { test } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { assertEmitted, assertModule, Project } from './support/project.mjs';

const pages = { inline: 'inline.js', slim: 'slim-new-url.js', js: 'js.js' };
const emitted = {
  inline: [/^main\.js$/],
  slim: [/^main\.js$/, /\.wasm$/],
  js: [/^main\.js$/],
};
const build = {
  webpack: (page) => ['build', `./${page}/main.js`, '--output-path', `${page}/dist`],
  rspack: (page) => ['build', '--entry', `./${page}/main.js`, '--output-path', `${page}/dist`],
};

for (const bundler of Object.keys(build)) {
  browserSuite(bundler, (browser) => {
    let project;

    for (const mode of ['production', 'development']) {
      for (const page of Object.keys(pages)) {
        test(`${page}: the build for ${mode}`, async (t) => {
          project ??= await Project.create(bundler, pages);
          const dist = project.path(page, 'dist');
          await project.build(dist, bundler, [...build[bundler](page), '--mode', mode]);
          assertEmitted(dist, emitted[page]);
          if (page === 'slim') assertModule(project, dist);
          project.addPage(page);
          await browser.opensDialogIn(t, dist);
          project.removeOutput(page);
        });
      }
    }
  });
}
