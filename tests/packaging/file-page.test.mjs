// A page that was opened as a file: the dialog works, and nothing is asked for that a file cannot answer.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { browserSuite } from './support/browser.mjs';
import { Project } from './support/project.mjs';

browserSuite('a page that is a file', (browser) => {
  let project;
  before(async () => {
    project = await Project.create('esbuild', { finishes: 'inline.js', silent: 'inline.js' });
    const connect = project.path('silent', 'connect.js');
    writeFileSync(
      connect,
      readFileSync(connect, 'utf8').replace('sim:finish-then-close', 'sim:silence').replace('60 * 1000', '0'),
    );
    for (const page of ['finishes', 'silent']) {
      await project.run('esbuild', [`${page}/main.js`, '--bundle', '--format=iife', `--outdir=${page}/dist`]);
      project.addPage(page);
    }
    project.pages = ['finishes/dist', 'silent/dist'];
    // A module script cannot be read from a file.
    project.editPages((html) => html.replace('type="module"', 'defer'));
  });

  const at = (page) => pathToFileURL(project.path(page, 'dist', 'index.html')).href;

  test('a dialog opens, and its result arrives', () => browser.opensDialogAt(at('finishes')));

  test('a window that the person closes: closed, without a request or a line in the console', async () => {
    await browser.visit(at('silent'));
    await browser.run(() => {
      const { fetch } = window;
      window.fetched = 0;
      window.fetch = (...given) => {
        window.fetched++;
        return fetch(...given);
      };
    });
    await browser.click('connect');
    const popup = await browser.windows.next();
    await popup.close();
    assert.equal((await browser.outcome()).code, 'closed');
    assert.equal(await browser.run(() => window.fetched), 0);
    assert.deepEqual(await browser.problems(), []);
  });
});
