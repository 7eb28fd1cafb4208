// The entry for Vue, with the sample of the documentation, in its development server and built.
import { after, before } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { connects } from './support/connecting.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

browserSuite('vue', (browser) => {
  let server;
  before(async () => {
    const project = await Project.create('vue');
    project.addSamples('connect.vue');
    await project.build(project.path('dist'), 'vite', ['build']);
    server = await serve(project.path('dist'));
  });
  after(() => server?.close());

  connects(browser, () => server.origin);
});
