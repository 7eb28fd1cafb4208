// The entry for Svelte, with the samples of the documentation: runes and stores in Svelte 5, stores in Svelte 4.
import { after, before } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { connects } from './support/connecting.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

/** @param {string} title @param {string} consumer @param {string[]} samples @param {Record<string, string>} [query] */
function svelteSuite(title, consumer, samples, query) {
  browserSuite(title, (browser) => {
    let server;
    before(async () => {
      const project = await Project.create(consumer);
      project.addSamples(...samples);
      await project.build(project.path('dist'), 'vite', ['build']);
      server = await serve(project.path('dist'));
    });
    after(() => server?.close());

    connects(browser, () => server.origin, { query });
  });
}

svelteSuite('svelte 5, runes', 'svelte-5', ['runes.svelte', 'stores.svelte']);
svelteSuite('svelte 5, stores', 'svelte-5', ['runes.svelte', 'stores.svelte'], { stores: '' });
svelteSuite('svelte 4', 'svelte-4', ['stores.svelte']);
