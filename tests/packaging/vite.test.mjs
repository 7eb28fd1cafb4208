// Vite, the oldest version supported and the newest: its dev server and its build, without a configuration file.
import { test } from 'node:test';
import { freePort, startListening, stop } from '../e2e/harness/processes.mjs';
import { bundlerSuite } from './support/bundling.mjs';

for (const version of ['vite-5', 'vite-8'])
  bundlerSuite(
    version,
    {
      program: 'vite',
      slim: 'slim-vite.js',
      emits: [/^index\.html$/, /^assets\/index-[\w-]+\.js$/],
      module: /^assets\/tray_auth_dialog-[\w-]+\.wasm$/,
      builds: { 'the build': { args: (page) => ['build', page] } },
    },
    (browser, page, ready) =>
      test(`${page}: the dev server`, async (t) => {
        const project = await ready();
        const port = await freePort();
        const args = [project.path(page), '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
        const server = await startListening(project.program('vite'), args, port);
        t.after(() => stop(server));
        await browser.opensDialogAt(`http://localhost:${port}/`);
      }),
  );
