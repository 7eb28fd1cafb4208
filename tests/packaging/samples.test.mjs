// The samples of the documentation where a page may have put their button: in a form, or as a link. The page stays, nothing is
// submitted, and the dialog's result arrives.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { transformSync } from 'esbuild';
import { Key } from 'selenium-webdriver';
import { browserSuite } from './support/browser.mjs';
import { codeBlocks } from './support/docs.mjs';
import { importMap, Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

/** What the samples take for granted: the button, what is known before the click, the back end, and what becomes of it. */
const around = `
  const button = document.getElementById('connect');
  const [connect, tryAgain] = [button, document.getElementById('again')];
  const solutionInstanceId = 'instance-1';
  const externalAuthId = 'external_slack_authentication';
  const host = new URLSearchParams(location.search).get('host');
  const tell = (outcome) => (document.getElementById('outcome').textContent = JSON.stringify(outcome));
  const save = async (saved) => tell({ saved });
  const show = (shown) => tell({ shown });
  const explain = ({ code, message }) => tell({ code, message });
  const popupUrl = host + '/external/auth/create/acme/instance-1/external_slack_authentication?code=sim:finish-then-close';
  globalThis.fetch = async () => ({
    ok: true,
    json: async () => ({ authorizationCode: 'sim:finish-then-close', data: { popupUrl } }),
  });
`;

/** What a sample needs of others on its page. */
const more = {
  'README.md': '',
  'docs/moving-from-trays-sample.md': 'const post = (path) => fetch(path);',
  'docs/popups.md': `
    const authorizationCode = async () => 'sim:finish-then-close';
    const options = { partnerName: 'acme', solutionInstanceId, externalAuthId, host, authorizationCode };
    const keep = (result) => save(result);
  `,
};

/** The sample with a click in it, at the tests' own host, and patient: how long a finish takes on a busy machine has no bound. */
function sampleOf(file) {
  const found = ['js', 'ts']
    .flatMap((language) => codeBlocks(file, language))
    .filter((code) => /preventDefault/.test(code));
  assert.equal(found.length, 1, `${file} shows one click`);
  const [shown] = found;
  const named = shown.replace("partnerName: 'acme',", "partnerName: 'acme', host, closeGrace: 60_000,");
  const asOurs = named.replace('url: fetchUrl,', 'url: fetchUrl, host, closeGrace: 60_000,');
  const { code } = transformSync(asOurs, { loader: 'ts' });
  return `${around}\n${more[file]}\n${code}\nglobalThis.ready = true;`;
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
        writeFileSync(
          project.path('sample', 'index.html'),
          `<!doctype html><meta charset="utf-8"><title>Partner</title><link rel="icon" href="data:,">${importMap}
           ${html}<output id="outcome"></output><script type="module" src="./main.js"></script>`,
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
