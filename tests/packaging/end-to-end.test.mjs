// The lines of docs/testing.md that stand in for Tray's dialog, in the tools that they are for: with the real package, on a page of
// a partner, in Chromium. Cypress brings a browser of its own, which is not here.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { freePort } from '../e2e/harness/processes.mjs';
import { findPrograms } from '../e2e/harness/programs.mjs';
import { sample } from './support/docs.mjs';
import { importMap, Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

const dialog = sample('docs/testing.md', 'html', 'opener ?? parent');

/** @param {string} code a sample @param {string[]} names of what it takes for granted */
const asFunction = (code, names) => {
  const AsyncFunction = (async () => {}).constructor;
  return AsyncFunction(...names, code);
};

describe('end to end', () => {
  let project;
  let server;
  const { browser: executablePath, driver } = findPrograms('chromium');
  const args = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'];
  before(async () => {
    project = await Project.create('end-to-end');
    writeFileSync(
      project.path('index.html'),
      `<!doctype html><html lang="en"><head><title>Partner</title><link rel="icon" href="data:," />${importMap}</head>
       <body><button id="connect" type="button">Connect</button><output id="outcome"></output>
       <script type="module">
         import { openAuthDialog } from 'tray-auth-dialog';
         const host = new URLSearchParams(location.search).get('tray') ?? undefined;
         document.getElementById('connect').onclick = async () => {
           const options = { partnerName: 'acme', host, authorizationCode: async () => 'code' };
           const { authId } = await openAuthDialog(options).result.catch(({ code }) => ({ authId: code }));
           document.getElementById('outcome').textContent = authId;
         };
       </script></body></html>`,
    );
    server = await serve(project.folder);
  });
  after(() => server?.close());

  /** A package of the project. */
  const load = (name) => import(pathToFileURL(createRequire(project.path('package.json')).resolve(name)));

  test('Playwright', async () => {
    const { chromium } = (await load('playwright-core')).default;
    const browser = await chromium.launch({ executablePath, args });
    try {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(server.origin);
      await asFunction(sample('docs/testing.md', 'js', 'context.route'), ['context', 'page', 'dialog'])(
        context,
        page,
        dialog,
      );
      await page.getByText('auth-1').waitFor();
      assert.equal(await page.locator('#outcome').textContent(), 'auth-1');
    } finally {
      await browser.close();
    }
  });

  test('WebdriverIO, with a server in place of Tray', async (t) => {
    const { remote } = await import(pathToFileURL(project.path('node_modules/webdriverio/build/node.js')));
    const browser = await remote({
      logLevel: 'error',
      baseUrl: server.origin,
      capabilities: {
        browserName: 'chrome',
        'goog:chromeOptions': { binary: executablePath, args: [...args, '--headless=new'] },
        'wdio:chromedriverOptions': { binary: driver },
      },
    });
    // The sample's own server.
    const servers = [];
    t.after(() => {
      for (const one of servers) one.close();
    });
    const createOne = (...handlers) => {
      const one = createServer(...handlers);
      servers.push(one);
      return one;
    };
    try {
      // At another port than that of the demo, which may be running.
      const shown = sample('docs/testing.md', 'js', "browser.$('button=Connect')");
      const code = shown.replaceAll('4001', String(await freePort()));
      await asFunction(code, ['browser', 'createServer', 'dialog'])(browser, createOne, dialog);
      const outcome = browser.$('#outcome');
      await browser.waitUntil(async () => (await outcome.getText()) !== '');
      assert.equal(await outcome.getText(), 'auth-1');
    } finally {
      await browser.deleteSession();
    }
  });
});
