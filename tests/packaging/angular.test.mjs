// The element in Angular, with the sample of the documentation.
import { after, before } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { connects } from './support/connecting.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

browserSuite('angular', (browser) => {
  let server;
  before(async () => {
    const project = await Project.create('angular');
    project.addSamples('connect.component.ts');
    // What its own command line tells its code; it is compiled in the page.
    const modes = { ngDevMode: false, ngServerMode: false, ngJitMode: true, ngI18nClosureMode: false };
    const defines = Object.entries(modes).map(([name, value]) => `--define:${name}=${value}`);
    await project.run('esbuild', ['main.ts', '--bundle', '--outdir=dist', ...defines]);
    server = await serve(project.folder);
  });
  after(() => server?.close());

  connects(browser, () => server.origin, { retries: false, button: '#app tray-auth-button' });
});
