// No bundler at all: the package's files as they are, in a page and in a worker.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { answers, expected } from './apps/no-page.js';
import { browserSuite } from './support/browser.mjs';
import { importMap, Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

browserSuite('no bundler', (browser) => {
  let project;
  let server;
  before(async () => {
    project = await Project.create('plain', { inline: 'inline.js', slim: 'slim-resolve.js', js: 'js.js' });
    project.editPages((html) => html.replace('<script', `${importMap}\n    <script`));
    server = await serve(project.folder);
  });
  after(() => server?.close());

  for (const page of ['inline', 'slim', 'js']) {
    test(`${page}: a page with an import map`, () => browser.opensDialogAt(`${server.origin}/${page}/`));
  }

  for (const file of ['pkg/dist/esm/index.js', 'pkg/index.js']) {
    test(`inline: a page that names the file itself, ${file}`, async () => {
      writeFileSync(
        project.path('inline', 'main.js'),
        `import { openAuthDialog } from '/node_modules/tray-auth-dialog/${file}';
         import { connect } from './connect.js';
         connect(openAuthDialog);`,
      );
      await browser.opensDialogAt(`${server.origin}/inline/`);
    });
  }

  for (const entry of ['index', 'js']) {
    test(`${entry}: in a worker what needs no page works, and the rest says not_in_browser`, async () => {
      writeFileSync(
        project.path('worker.js'),
        `import * as dialogs from '/node_modules/tray-auth-dialog/pkg/dist/esm/${entry}.js';
         ${answers}
         postMessage(answers(dialogs));`,
      );
      await browser.visit(`${server.origin}/inline/`);
      assert.deepEqual(await browser.inWorker('/worker.js'), expected);
      assert.deepEqual(await browser.problems(), []);
    });
  }
});
