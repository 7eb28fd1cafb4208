// The entry for Svelte, with the samples of the documentation: runes and stores in Svelte 5, stores in Svelte 4.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { connects } from './support/connecting.mjs';
import { run } from './support/install.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

/** How each version renders a component on a server, as a module that has `Connect` and prints the page. */
const renderers = {
  'svelte-5':
    "import { render } from 'svelte/server'; console.log(render(Connect, { props: { solutionInstanceId: 'a' } }).body);",
  'svelte-4': "console.log(Connect.render({ solutionInstanceId: 'a' }).html);",
};

/** @param {string} title @param {string} consumer @param {string[]} samples @param {Record<string, string>} [query] */
function svelteSuite(title, consumer, samples, query) {
  browserSuite(title, (browser) => {
    let server;
    let project;
    before(async () => {
      project = await Project.create(consumer);
      project.addSamples(...samples);
      await project.build(project.path('dist'), 'vite', ['build']);
      server = await serve(project.path('dist'));
    });
    after(() => server?.close());

    connects(browser, () => server.origin, { query });

    test('it is rendered on a server', async () => {
      writeFileSync(
        project.path('compile.js'),
        `import { readFileSync, writeFileSync } from 'node:fs';
         import { compile } from 'svelte/compiler';
         const generate = '${consumer}' === 'svelte-5' ? 'server' : 'ssr';
         const { js } = compile(readFileSync('${samples[0]}', 'utf8'), { generate, filename: 'Connect.svelte' });
         const code = js.code.replace("'./back-end'", "'./back-end.js'");
         writeFileSync('connect.server.js', code.replace('"./back-end"', '"./back-end.js"'));`,
      );
      writeFileSync(project.path('server.js'), `import Connect from './connect.server.js';\n${renderers[consumer]}`);
      for (const script of ['compile.js', 'server.js']) {
        const output = await run(process.execPath, [script], { cwd: project.folder });
        if (script === 'server.js') assert.match(output, /<button type="button"[^>]*>Connect Slack<\/button>/);
      }
    });
  });
}

svelteSuite('svelte 5, runes', 'svelte-5', ['runes.svelte', 'stores.svelte']);
svelteSuite('svelte 5, stores', 'svelte-5', ['runes.svelte', 'stores.svelte'], { stores: '' });
svelteSuite('svelte 4', 'svelte-4', ['stores.svelte']);
