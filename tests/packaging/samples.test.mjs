// The samples of the documentation where a page may have put their button: in a form, or as a link. The page stays, nothing is
// submitted, and the dialog's result arrives.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { transformSync } from 'esbuild';
import { Key } from 'selenium-webdriver';
import { browserSuite } from './support/browser.mjs';
import { codeBlocks, sample } from './support/docs.mjs';
import { importMap, Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

/** What the samples take for granted: the button, what is known before the click, the back end, and what becomes of it. */
const around = `
  const [connect, tryAgain] = [document.getElementById('connect'), document.getElementById('again')];
  const externalAuthId = 'external_slack_authentication';
  const host = new URLSearchParams(location.search).get('host');
  const tell = (outcome) => (document.getElementById('outcome').textContent = JSON.stringify(outcome));
  const popupUrl = host + '/external/auth/create/acme/instance-1/external_slack_authentication?code=sim:finish-then-close';
  globalThis.fetch = async (path, { body }) => {
    if (path === '/api/tray/save') tell({ saved: JSON.parse(body) });
    return { ok: true, json: async () => ({ authorizationCode: 'sim:finish-then-close', data: { popupUrl } }) };
  };
`;

const button = "const button = document.getElementById('connect');";
const show = 'const show = (shown) => tell({ shown });';
const save = 'const save = async (saved) => tell({ saved });';

/** What a sample needs of others on its page. */
const more = {
  'README.md': `${button} ${show} const solutionInstanceId = 'instance-1';`,
  'docs/quick-start.md': '',
  'docs/moving-from-trays-sample.md': `${button} ${show} ${save}
    const solutionInstanceId = 'instance-1';
    const post = (path, body) => fetch(path, { body: JSON.stringify(body) });`,
  'docs/popups.md': `
    const authorizationCode = async () => 'sim:finish-then-close';
    const options = { partnerName: 'acme', solutionInstanceId: 'instance-1', externalAuthId, host, authorizationCode };
    const keep = async (saved) => tell({ saved });
    const explain = ({ code, message }) => tell({ code, message });
  `,
};

const asScript = (code) => transformSync(code, { loader: 'ts' }).code;

/** The page's requests to its back end, which the other samples import. */
const backEnd = asScript(sample('docs/quick-start.md', 'ts', 'export const fetchCode'));

/** The sample with a click in it, at the tests' own host, and patient: how long a finish takes on a busy machine has no bound. */
function sampleOf(file) {
  const found = ['js', 'ts']
    .flatMap((language) => codeBlocks(file, language))
    .filter((code) => /preventDefault/.test(code));
  assert.equal(found.length, 1, `${file} shows one click`);
  const [shown] = found;
  const named = shown.replace("partnerName: 'acme',", "partnerName: 'acme', host, closeGrace: 60_000,");
  const ours = named
    .replace('url: fetchUrl,', 'url: fetchUrl, host, closeGrace: 60_000,')
    .replace("from './back-end'", "from './back-end.js'");
  return `${around}\n${more[file]}\n${asScript(ours)}\nglobalThis.ready = true;`;
}

const again = '<button id="again" type="button">Try again</button>';

/** Where the button is, and how a person uses it. */
const places = {
  'a button in a form': {
    html: `<form action="/left"><input name="any"><button type="button" id="connect">Connect</button>${again}</form>`,
  },
  'a button without a type in a form': {
    html: `<form action="/left"><input name="any"><button id="connect">Connect</button>${again}</form>`,
  },
  'a button without a type in a form, by Enter in its field': {
    html: `<form action="/left"><input name="any" id="field"><button id="connect">Connect</button>${again}</form>`,
    use: async (browser) => (await browser.driver.findElement({ id: 'field' })).sendKeys('text', Key.ENTER),
  },
  'a link': { html: `<a href="/left" id="connect">Connect</a>${again}` },
  'a link within the page': { html: `<a href="#left" id="connect">Connect</a>${again}` },
};

browserSuite('the samples', (browser) => {
  let project;
  let server;
  before(async () => {
    project = await Project.create('plain');
    server = await serve(project.folder);
  });
  after(() => server?.close());

  for (const file of Object.keys(more)) {
    for (const [what, { html, use = () => browser.click('connect') }] of Object.entries(places)) {
      test(`${file}, ${what}`, async () => {
        mkdirSync(project.path('sample'), { recursive: true });
        writeFileSync(project.path('sample', 'main.js'), sampleOf(file));
        writeFileSync(project.path('sample', 'back-end.js'), backEnd);
        writeFileSync(
          project.path('sample', 'index.html'),
          `<!doctype html><meta charset="utf-8"><title>Partner</title><link rel="icon" href="data:,">${importMap}
           ${html}<output id="message"></output><output id="outcome"></output><script type="module" src="./main.js"></script>`,
        );
        const url = `${server.origin}/sample/`;
        await browser.visit(url);
        await browser.run(() => {
          window.stays = true;
        });
        await use(browser);
        const outcome = await browser.outcome();
        assert.ok(outcome.saved, JSON.stringify(outcome));
        assert.equal(await browser.run(() => window.stays && location.pathname + location.hash), '/sample/');
        await browser.windows.allClosed();
        assert.deepEqual(await browser.problems(), []);
      });
    }
  }
});
