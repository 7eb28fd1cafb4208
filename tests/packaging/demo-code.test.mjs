// The code that the demo shows for each entry: compiled as that framework does, from the tarball, and run. For each way to show a
// dialog, for a new authentication and for an edit, and with a title full of signs that mean something in code.
import assert from 'node:assert/strict';
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { until } from '../e2e/harness/wait.mjs';
import { entries } from '../../www/page/public/app/code/entries.js';
import { browserSuite } from './support/browser.mjs';
import { importMap, Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

const title = `Connect "It's" {{ 1 + 1 }} & <b>{more}</b> </script> \\ 🦀`;
const create = { solutionInstanceId: 'instance-1', externalAuthId: 'external_slack_authentication' };
const plain = {
  title: 'Connect Slack',
  target: create,
  display: 'popup',
  skipTitleField: false,
  skipAuthSettings: false,
};

/** @type {Record<string, import('../../www/page/public/app/code/call.js').Call>} */
const calls = {
  popup: plain,
  modal: { ...plain, title, display: 'modal', skipTitleField: true, skipAuthSettings: true },
  inline: { ...plain, display: 'inline' },
  edit: { ...plain, title: 'Edit Slack', target: { authId: 'auth-1' } },
};
const names = Object.keys(calls);

/** Where a dialog is opened is decided by `open` of the app's back end, so that what is built can be kept. */
const partner = { partnerName: 'acme', host: 'embedded.tray.io' };
const props = "{ solutionInstanceId: 'instance-1', authId: 'auth-1', accountId: 'account-1' }";
const chosen = "const name = new URLSearchParams(location.search).get('call');";
const importAll = (from) => names.map((name) => `import ${from(name)};`).join('\n');

const frameworks = {
  react: {
    consumer: 'react',
    extension: 'jsx',
    main: `import { createRoot } from 'react-dom/client';
      import { AuthDialogProvider } from 'tray-auth-dialog/react';
      import { open } from './back-end';
      ${importAll((name) => `{ Connect as ${name} } from './${name}.jsx'`)}
      ${chosen}
      const Connect = { ${names} }[name];
      createRoot(document.getElementById('app')).render(
        <AuthDialogProvider open={open}><Connect {...${props}} /></AuthDialogProvider>);
      globalThis.ready = true;`,
    build: (project) => project.bundleApp('main.jsx', '--jsx=automatic'),
  },
  vue: {
    consumer: 'vue',
    extension: 'vue',
    main: `import { createApp } from 'vue';
      import { authDialogKey } from 'tray-auth-dialog/vue';
      import { open } from './back-end';
      ${importAll((name) => `${name} from './${name}.vue'`)}
      ${chosen}
      createApp({ ${names} }[name], ${props}).provide(authDialogKey, open).mount('#app');
      globalThis.ready = true;`,
  },
  svelte: {
    consumer: 'svelte-5',
    extension: 'svelte',
    main: `import { mount } from 'svelte';
      import { authDialogKey } from 'tray-auth-dialog/svelte';
      import { open } from './back-end';
      ${importAll((name) => `${name} from './${name}.svelte'`)}
      ${chosen}
      mount({ ${names} }[name], {
        target: document.getElementById('app'),
        props: ${props},
        context: new Map([[authDialogKey, open]]),
      });
      globalThis.ready = true;`,
  },
};

/** The partner's own: two requests, and whose dialog it is. */
function addBackEnd(project) {
  project.addSamples();
  appendFileSync(project.path('back-end.js'), "export const accountId = 'account-1';\n");
}

/**
 * What the code must do, however it was built.
 * @param {import('./support/browser.mjs').Visitor} browser
 * @param {(name: string) => string} address
 * @param {{ button: string, hasFinished: () => boolean }} page  `hasFinished` runs in it
 */
function connects(browser, address, { button, hasFinished }) {
  for (const name of names)
    test(`${name}: a click opens the dialog, and its result arrives`, async () => {
      await browser.visit(address(name));
      const opener = await browser.driver.findElement({ css: button });
      assert.equal((await opener.getText()).trim(), calls[name].title);
      await opener.click();
      if (name === 'edit') await until('the edit to finish', () => browser.run(hasFinished));
      else {
        const outcome = await browser.outcome();
        const saved = Array.isArray(outcome) ? outcome[0] : outcome;
        const { authId } = saved.authValue;
        assert.deepEqual(saved, {
          solutionInstanceId: 'instance-1',
          authValue: { externalId: 'external_slack_authentication', authId },
        });
        assert.equal(typeof authId, 'string');
      }
      assert.equal(await browser.run(() => document.getElementById('outcome').textContent === ''), name === 'edit');
      await browser.windows.allClosed();
      assert.deepEqual(await browser.problems(), []);
    });
}

for (const [entry, { consumer, extension, main, build = (project) => project.viteBuild() }] of Object.entries(
  frameworks,
))
  browserSuite(`the demo's code for ${entry}`, (browser) => {
    let server;
    before(async () => {
      const project = await Project.create(consumer);
      addBackEnd(project);
      for (const name of ['main.js', 'main.jsx']) rmSync(project.path(name), { force: true });
      writeFileSync(project.path(extension === 'jsx' ? 'main.jsx' : 'main.js'), main);
      for (const name of names)
        writeFileSync(project.path(`${name}.${extension}`), entries[entry](calls[name], partner));
      await build(project);
      server = await serve(project.path('dist'));
    });
    after(() => server?.close());

    connects(browser, (name) => `${server.origin}/?call=${name}`, {
      button: '#app button',
      hasFinished: () => document.getElementById('app').textContent.includes('Changed.'),
    });
  });

/** A page without a bundler. @param {string} body */
const pageOf = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Partner</title>
  <link rel="icon" href="data:,">${importMap}</head><body>${body}<output id="outcome"></output></body></html>`;

/** How long the finish takes from one process to another has no bound on a busy machine. */
const patient = {
  javascript: (code) => code.replace('openAuthDialog({', 'openAuthDialog({ closeGrace: 60_000,'),
  element: (code) => code.replace('<tray-auth-button', '<tray-auth-button close-grace="60000"'),
};

const withoutBundler = {
  javascript: {
    page: (_code, name) =>
      pageOf(`<button id="connect" type="button"></button><div id="dialog"></div>
        <script type="module" src="./${name}.js"></script>`),
    script: (code, { title: text }) => `const button = document.getElementById('connect');
      button.textContent = ${JSON.stringify(text)};
      const show = (text) => console.error(text);
      console.log = ({ type }) => (globalThis.finished ||= type === 'finish');
      ${code}
      globalThis.ready = true;`,
    button: '#connect',
    hasFinished: () => globalThis.finished,
  },
  element: {
    page: (code) => pageOf(code.replace('</script>\n', 'globalThis.ready = true;</script>')),
    button: 'tray-auth-button',
    hasFinished: () => Boolean(document.querySelector('tray-auth-button').result),
  },
};

for (const [entry, { page, script, ...how }] of Object.entries(withoutBundler))
  browserSuite(`the demo's code for ${entry}`, (browser) => {
    let server;
    before(async () => {
      const project = await Project.create('plain');
      addBackEnd(project);
      for (const name of names) {
        const code = patient[entry](entries[entry](calls[name], { ...partner, host: browser.tray.origin }));
        writeFileSync(project.path(`${name}.html`), page(code, name));
        if (script) writeFileSync(project.path(`${name}.js`), script(code, calls[name]));
      }
      server = await serve(project.folder);
    });
    after(() => server?.close());

    connects(browser, (name) => `${server.origin}/${name}.html`, how);
  });
