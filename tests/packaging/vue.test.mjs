// The entry for Vue, with the sample of the documentation, and on a server.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { appSuite } from './support/connecting.mjs';
import { run } from './support/install.mjs';

appSuite('vue', { samples: ['connect.vue'] }, (_browser, app) => {
  test('it is rendered on a server, where opening is not_in_browser', async () => {
    writeFileSync(
      app.project.path('server.js'),
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
    const output = await run(process.execPath, ['server.js'], { cwd: app.project.folder });
    assert.equal(output, 'not_in_browser\n<p>idle failed not_in_browser</p>\n');
  });
});
