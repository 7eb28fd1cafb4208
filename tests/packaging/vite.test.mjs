// Vite, the oldest version supported and the newest: its dev server and its build, without a configuration file.
import { test } from 'node:test';
import { freePort, startListening, stop } from '../e2e/harness/processes.mjs';
import { browserSuite } from './support/browser.mjs';
import { assertEmitted, assertModule, Project } from './support/project.mjs';

const pages = { inline: 'inline.js', slim: 'slim-vite.js', js: 'js.js' };
const script = /^assets\/index-[\w-]+\.js$/;
const emitted = {
  inline: [/^index\.html$/, script],
  slim: [/^index\.html$/, script, /^assets\/tray_auth_dialog-[\w-]+\.wasm$/],
  js: [/^index\.html$/, script],
};

for (const version of ['vite-5', 'vite-8']) {
  browserSuite(version, (browser) => {
    let project;
    const ready = async () => (project ??= await Project.create(version, pages));

    for (const page of Object.keys(pages)) {
      test(`${page}: the dev server`, async (t) => {
        await ready();
        const port = await freePort();
        const server = await startListening(
          project.program('vite'),
          [project.path(page), '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
          port,
        );
        t.after(() => stop(server));
        await browser.opensDialogAt(`http://localhost:${port}/`);
      });

      test(`${page}: the build`, async (t) => {
        await ready();
        const dist = project.path(page, 'dist');
        await project.build(dist, 'vite', ['build', page]);
        assertEmitted(dist, emitted[page]);
        if (page === 'slim') assertModule(project, dist);
        await browser.opensDialogIn(t, dist);
      });
    }
  });
}
