// Pages of libraries that change the platform, swap parts of the page or wrap what they are given: a real click opens a dialog,
// and its result arrives.
import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { browserSuite } from './support/browser.mjs';
import { run } from './support/install.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

/** What every page begins with; `wrap` is what the library makes of the options, `swap` what it does meanwhile. */
const page = ({ first = '', wrap = 'options', swap = '', open = 'openAuthDialog(given)' }) => `
  ${first}
  import { openAuthDialog } from 'tray-auth-dialog';
  const display = new URLSearchParams(location.search).get('display');
  const tell = (outcome) => (document.getElementById('outcome').textContent = JSON.stringify(outcome));
  globalThis.connect = async () => {
    try {
      const options = {
        partnerName: 'acme',
        solutionInstanceId: 'instance-1',
        externalAuthId: 'external_slack_authentication',
        host: new URLSearchParams(location.search).get('host'),
        authorizationCode: async () => 'sim:finish-then-close',
        popup: { width: 400, height: 500 },
        display,
        closeGrace: 60_000,
      };
      const given = ${wrap};
      const dialog = ${open};
      ${swap}
      tell(await dialog.result);
    } catch ({ name, code, message }) {
      tell({ name, code, message });
    }
  };
  document.getElementById('connect').onclick = () => globalThis.connect();
  globalThis.ready = true;
`;

/** @type {Record<string, string>} */
const libraries = {
  'SES, whose lockdown freezes the primordials': page({
    first: `import 'ses'; lockdown({ errorTaming: 'unsafe', consoleTaming: 'unsafe', overrideTaming: 'severe' });`,
  }),
  'timers of sinon, whose clock stands still': page({
    first: `import FakeTimers from '@sinonjs/fake-timers'; FakeTimers.install();`,
  }),
  'core-js, with all its polyfills': page({ first: `import 'core-js-bundle';` }),
  'htmx, which swaps a part of the page meanwhile': page({
    first: `import htmx from 'htmx.org';`,
    swap: `htmx.swap('#part', '<p id="swapped">new</p>', { swapStyle: 'innerHTML' });`,
  }),
  'Turbo, which swaps a part of the page meanwhile': page({
    first: `import * as Turbo from '@hotwired/turbo';`,
    swap: `Turbo.renderStreamMessage(
      '<turbo-stream action="update" target="part"><template><p id="swapped">new</p></template></turbo-stream>');`,
  }),
  'MobX, which gives its proxies as options': page({
    first: `import { observable } from 'mobx';`,
    wrap: 'observable(options)',
  }),
  'Vue, which gives its proxies as options, and keeps the dialog in one': page({
    first: `import { reactive } from 'vue';`,
    wrap: 'reactive(options)',
    open: 'reactive({ dialog: openAuthDialog(given) }).dialog',
  }),
  'Svelte, whose $state the options are, and which keeps the dialog in one': page({
    first: `import { stateOf } from '../state.js';`,
    wrap: 'stateOf(options)',
    open: 'stateOf({ dialog: openAuthDialog(given) }).dialog',
  }),
  "Angular's NgZone": page({
    first: `
      import 'zone.js';
      import { NgZone } from '@angular/core';
      const zone = new NgZone({ enableLongStackTrace: false });
      globalThis.checks = 0;
      zone.onMicrotaskEmpty.subscribe(() => globalThis.checks++);
      globalThis.zone = zone;`,
    open: `zone.run(() => openAuthDialog({ ...given, onFinish: () => (globalThis.within = NgZone.isInAngularZone()) }))`,
  }),
};

/** A script that compiles a module with runes, as the plugins of bundlers do. */
const compileState = `
  import { writeFileSync } from 'node:fs';
  import { compileModule } from 'svelte/compiler';
  const source = 'export function stateOf(value) { let state = $state(value); return state; }';
  writeFileSync('state.js', compileModule(source, { filename: 'state.svelte.js', generate: 'client' }).js.code);
`;

browserSuite('other libraries', (browser) => {
  let project;
  let server;
  before(async () => {
    project = await Project.create('libraries');
    writeFileSync(project.path('compile.js'), compileState);
    await run(process.execPath, ['compile.js'], { cwd: project.folder });
    for (const [at, source] of Object.values(libraries).entries()) {
      mkdirSync(project.path(`page-${at}`));
      writeFileSync(project.path(`page-${at}`, 'entry.js'), source);
      const bundle = [`page-${at}/entry.js`, '--bundle', '--format=esm', `--outfile=page-${at}/main.js`];
      // Of Node's own modules sinon asks only in Node.
      const node = ['--external:util', '--external:timers', '--external:timers/promises'];
      await project.run('esbuild', [...bundle, ...node, '--define:process.env.NODE_ENV="production"']);
      const html = fileURLToPath(new URL('apps/page.html', import.meta.url));
      copyFileSync(html, project.path(`page-${at}`, 'index.html'));
    }
    project.pages = Object.keys(Object.values(libraries)).map((at) => `page-${at}`);
    project.editPages((html) => html.replace('<output', '<div id="part">old</div>\n    <output'));
    server = await serve(project.folder);
  });
  after(() => server?.close());

  for (const [at, what] of Object.keys(libraries).entries()) {
    for (const display of ['popup', 'modal']) {
      test(`${what}: ${display}`, async () => {
        await browser.visit(`${server.origin}/page-${at}/?display=${display}`);
        const outcome = await browser.connect();
        assert.equal(typeof outcome.authId, 'string', JSON.stringify(outcome));
        await browser.windows.allClosed();
        const part = await browser.run(() => document.getElementById('part').textContent);
        assert.equal(part, Object.values(libraries)[at].includes('swapped') ? 'new' : 'old');
        // SES tells what of the browser it does not know yet.
        const problems = (await browser.problems()).filter((line) => !line.includes('"Removing intrinsics'));
        assert.deepEqual(problems, []);
        if (!what.startsWith('Angular')) return;
        assert.equal(await browser.run(() => globalThis.within), true, 'callbacks are in the zone');
        const { isStable, hasPendingMacrotasks } = await browser.run(() => ({
          isStable: globalThis.zone.isStable,
          hasPendingMacrotasks: globalThis.zone.hasPendingMacrotasks,
        }));
        assert.deepEqual({ isStable, hasPendingMacrotasks }, { isStable: true, hasPendingMacrotasks: false });
      });
    }
  }
});
