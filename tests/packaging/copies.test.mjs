// Two copies of the package on one page, as when two bundles hold it, and two entries of one copy.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { until } from '../e2e/harness/wait.mjs';
import { browserSuite } from './support/browser.mjs';
import { Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';
import { unpackInto } from './support/tarball.mjs';

const first = '/node_modules/tray-auth-dialog/pkg';
const second = '/other/tray-auth-dialog/pkg';
const pairs = {
  'two copies': [`${first}/index.js`, `${second}/index.js`],
  'two copies, one without WebAssembly': [`${second}/js.js`, `${first}/index.js`],
  'two entries of one copy': [`${first}/index.js`, `${first}/js.js`],
  'two formats of one copy: its sources, and what is built of them': [
    `${first}/index.js`,
    `${first}/dist/esm/index.js`,
  ],
};

/** The global of a script tag, as a module would have it. */
const asModule = 'export const { openAuthDialog, isAuthDialogError } = globalThis.TrayAuthDialog;';

browserSuite('copies', (browser) => {
  let project;
  let server;
  before(async () => {
    project = await Project.create('plain', { page: 'inline.js' });
    await unpackInto(project.path('other'));
    server = await serve(project.folder);
  });
  after(() => server?.close());

  /** @param {string} one @param {string} other the addresses of two modules */
  async function eachHearsItsOwn(one, other) {
    writeFileSync(project.path('page', 'main.js'), pageWith(one, other));
    await browser.visit(`${server.origin}/page/`);

    await browser.click('silent');
    const silent = await browser.windows.next();
    await browser.click('finishing');
    const result = await until('the second dialog to finish', () => browser.run(() => globalThis.finished));
    assert.equal(typeof result.authId, 'string');
    assert.equal(await browser.run(() => globalThis.silent.state), 'open', 'the first dialog goes on');

    await browser.run(() => globalThis.silent.close());
    await silent.gone();
    const error = await until('the first dialog to be closed', () => browser.run(() => globalThis.failed));
    assert.deepEqual(error, { code: 'closed', known: [true, true], otherwise: [false, false] });
    assert.deepEqual(await browser.run(() => globalThis.events), [
      ['open', 'navigate', 'close'],
      ['open', 'navigate', 'finish'],
    ]);
    await browser.windows.allClosed();
    assert.deepEqual(await browser.problems(), []);
  }

  test('a script tag beside a module: each dialog hears its own window alone, and each knows the other’s errors', async () => {
    const html = readFileSync(project.path('page', 'index.html'), 'utf8');
    const tag = `<script src="${first}/dist/global/tray-auth-dialog.js"></script>`;
    writeFileSync(project.path('page', 'index.html'), html.replace('<script', `${tag}\n<script`));
    writeFileSync(project.path('page', 'global.js'), asModule);
    await eachHearsItsOwn('./global.js', `${first}/dist/esm/index.js`);
  });

  for (const [title, [one, other]] of Object.entries(pairs)) {
    test(`${title}: each dialog hears its own window alone, and each knows the other's errors`, async () => {
      await eachHearsItsOwn(one, other);
    });
  }
});

/** A page in which one copy opens a dialog that stays silent, and the other one that finishes. */
const pageWith = (one, other) => `
  import * as one from '${one}';
  import * as other from '${other}';

  const host = new URLSearchParams(location.search).get('host');
  const options = { partnerName: 'acme', host, closeGrace: 50 };
  globalThis.events = [[], []];
  const noting = (which) => ({ onEvent: ({ type }) => globalThis.events[which].push(type) });
  const button = (id, onclick) => document.body.append(Object.assign(document.createElement('button'), { id, textContent: id, onclick }));

  button('silent', () => {
    globalThis.silent = one.openAuthDialog({ ...options, ...noting(0), authorizationCode: 'sim:silence' });
    globalThis.silent.result.catch((error) => {
      globalThis.failed = {
        code: error.code,
        known: [one, other].map(({ isAuthDialogError }) => isAuthDialogError(error, 'closed')),
        otherwise: [one, other].map(({ isAuthDialogError }) => isAuthDialogError(error, 'timeout')),
      };
    });
  });
  button('finishing', async () => {
    const dialog = other.openAuthDialog({ ...options, ...noting(1), authorizationCode: 'sim:finish-then-close' });
    globalThis.finished = await dialog.result;
  });
  globalThis.ready = true;
`;
