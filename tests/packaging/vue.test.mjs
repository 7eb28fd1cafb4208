// The entry for Vue, with the sample of the documentation, and on a server.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { connects } from './support/connecting.mjs';
import { run } from './support/install.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

browserSuite('vue', (browser) => {
  let server;
  let project;
  before(async () => {
    project = await Project.create('vue');
    project.addSamples('connect.vue');
    await project.build(project.path('dist'), 'vite', ['build']);
    server = await serve(project.path('dist'));
  });
  after(() => server?.close());

  connects(browser, () => server.origin);

  test('it is rendered on a server, where opening is not_in_browser', async () => {
    writeFileSync(
      project.path('server.js'),
      `import { createSSRApp, h } from 'vue';
       import { renderToString } from 'vue/server-renderer';
       import { useAuthDialog } from 'tray-auth-dialog/vue';
       const app = createSSRApp({
         setup() {
           const options = { partnerName: 'acme', authorizationCode: 'code', onError: ({ code }) => console.log(code) };
           const { open, state, error } = useAuthDialog(options);
           const before = state.value;
           open();
           return () => h('p', [before, ' ', state.value, ' ', error.value.code]);
         },
       });
       console.log(await renderToString(app));`,
    );
    const output = await run(process.execPath, ['server.js'], { cwd: project.folder });
    assert.equal(output, 'not_in_browser\n<p>idle failed not_in_browser</p>\n');
  });
});
