// The entry for Svelte, with the samples of the documentation: runes and stores in Svelte 5, stores in Svelte 4.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { appSuite } from './support/connecting.mjs';
import { run } from './support/install.mjs';

/** How each version renders a component on a server, as a module that has `Connect` and prints the page. */
const renderers = {
  'svelte-5':
    "import { render } from 'svelte/server'; console.log(render(Connect, { props: { solutionInstanceId: 'a' } }).body);",
  'svelte-4': "console.log(Connect.render({ solutionInstanceId: 'a' }).html);",
};

for (const [title, consumer, samples, query] of [
  ['svelte 5, runes', 'svelte-5', ['runes.svelte', 'stores.svelte']],
  ['svelte 5, stores', 'svelte-5', ['runes.svelte', 'stores.svelte'], { stores: '' }],
  ['svelte 4', 'svelte-4', ['stores.svelte']],
])
  appSuite(title, { consumer, samples, how: { query } }, (_browser, app) => {
    // The suite above renders the same samples.
    if (query) return;
    test('it is rendered on a server', async () => {
      writeFileSync(
        app.project.path('compile.js'),
        `import { readFileSync, writeFileSync } from 'node:fs';
         import { compile } from 'svelte/compiler';
         const generate = '${consumer}' === 'svelte-5' ? 'server' : 'ssr';
         const { js } = compile(readFileSync('${samples[0]}', 'utf8'), { generate, filename: 'Connect.svelte' });
         const code = js.code.replace("'./back-end'", "'./back-end.js'");
         writeFileSync('connect.server.js', code.replace('"./back-end"', '"./back-end.js"'));`,
      );
      writeFileSync(
        app.project.path('server.js'),
        `import Connect from './connect.server.js';\n${renderers[consumer]}`,
      );
      for (const script of ['compile.js', 'server.js']) {
        const output = await run(process.execPath, [script], { cwd: app.project.folder });
        if (script === 'server.js') assert.match(output, /<button type="button"[^>]*>Connect Slack<\/button>/);
      }
    });
  });
