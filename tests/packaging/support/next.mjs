// What holds for Next with either of its bundlers, without a configuration file: rendered on the server, then used in the
// browser.
import assert from 'node:assert/strict';
import { copyFileSync, rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { freePort, startListening, stop } from '../../e2e/harness/processes.mjs';
import { expected } from '../apps/no-page.js';
import { browserSuite } from './browser.mjs';
import { assertModule, filesIn, Project } from './project.mjs';

const noPage = new URL('../apps/no-page.js', import.meta.url);
const env = { NEXT_TELEMETRY_DISABLED: '1' };

/** @param {'turbopack' | 'webpack'} bundler */
export function nextSuite(bundler) {
  browserSuite(`next, ${bundler}`, (browser) => {
    let project;
    let server;
    let origin;
    after(() => stop(server));

    test('builds, with one module, which only /slim needs', async () => {
      project = await Project.create('next');
      // Next 16.4 cannot build the edge route with webpack: it looks for a manifest that it has not written.
      copyFileSync(noPage, project.path('app', 'edge', 'no-page.js'));
      if (bundler === 'webpack') rmSync(project.path('app', 'edge'), { recursive: true });
      await project.build(project.path('.next'), 'next', ['build', `--${bundler}`], { env });
      assertModule(project, project.path('.next', 'static'));
      assert.ok(filesIn(project.path('.next', 'static')).some((file) => file.endsWith('.js')));
    });

    test('starts', async () => {
      const port = await freePort();
      server = await startListening(
        project.program('next'),
        ['start', project.folder, '--hostname', '127.0.0.1', '--port', String(port)],
        port,
        env,
      );
      origin = `http://localhost:${port}`;
    });

    test('on the server the URL can be had, and opening says not_in_browser', async () => {
      const html = await (await fetch(origin)).text();
      assert.match(
        html,
        /<p id="url">https:\/\/embedded\.tray\.io\/external\/auth\/edit\/acme\/auth-1\?code=code-1<\/p>/,
      );
      assert.match(html, /<p id="server">not_in_browser<\/p>/);
    });

    if (bundler === 'turbopack')
      test('in a route of the edge runtime URLs and messages work, and opening says not_in_browser', async () => {
        assert.deepEqual(await (await fetch(`${origin}/edge`)).json(), { ...expected, edge: true });
      });

    for (const [page, path] of Object.entries({ inline: '/', slim: '/slim', js: '/js', react: '/react' })) {
      test(`${page}: opens a dialog`, () => browser.opensDialogAt(origin + path));
    }
  });
}
