// <tray-auth-button> on a page without a bundler: the sample of the documentation, and what a button in a page must be able to do.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { idleTurns } from '../e2e/harness/idle.mjs';
import { violations } from '../e2e/harness/accessibility.mjs';
import { until } from '../e2e/harness/wait.mjs';
import { browserSuite } from './support/browser.mjs';
import { connects } from './support/connecting.mjs';
import { frameworkSample } from './support/docs.mjs';
import { importMap, Project } from './support/project.mjs';
import { serve } from './support/serve.mjs';

/** A page whose button opens at the simulated Tray. @param {string} markup @param {string} script */
const page = (markup, script) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Partner</title>
    <link rel="icon" href="data:," />
    ${importMap}
  </head>
  <body>
    <main>
      <h1>Partner</h1>
      <div id="app">${markup}</div>
      <output id="outcome"></output>
      <output id="log"></output>
    </main>
    <script type="module">
      ${script}
      globalThis.ready = true;
    </script>
  </body>
</html>`;

browserSuite('element', (browser) => {
  let server;
  let project;
  before(async () => {
    project = await Project.create('plain');
    project.addSamples();
    const [, markup, script] = /^(.*)<script type="module">(.*)<\/script>/s.exec(frameworkSample('element.html'));
    // The sample as it is, and what each framework's own app does in these tests: a second one, what it shows, where it opens.
    writeFileSync(
      project.path('sample.html'),
      page(
        markup,
        `${script}
      import { open } from './back-end.js';
      const app = document.getElementById('app');
      const buttons = [button];
      if (new URLSearchParams(location.search).has('two')) buttons.push(button.cloneNode(true));
      for (const one of buttons) {
        if (one !== button) one.authorizationCode = fetchCode;
        one.openAuthDialog = open;
        app.append(one);
        one.addEventListener('finish', () => one.replaceWith('Connected.'));
        one.addEventListener('error', () => one.append(' This did not work.'));
      }
      console.error = () => {};
      globalThis.remove = () => app.replaceChildren();`,
      ),
    );
    writeFileSync(
      project.path('button.html'),
      page(
        `<form><input name="text" value="a" />
          <label id="label">Service <tray-auth-button id="early" name="auth" partner-name="acme"><b>Connect</b></tray-auth-button></label>
          <fieldset id="fields"><tray-auth-button id="in-fieldset">Connect</tray-auth-button></fieldset>
        </form>`,
        `import { fetchCode, open } from './back-end.js';
      const early = document.getElementById('early');
      early.authorizationCode = fetchCode; // before it is defined
      early.openAuthDialog = open;
      if (new URLSearchParams(location.search).has('other')) document.getElementById('in-fieldset').openAuthDialog = open;
      globalThis.started = 0;
      WebAssembly.Instance = class extends WebAssembly.Instance {
        constructor(...given) { super(...given); globalThis.started += 1; }
      };
      const { defineTrayAuthButton } = await import('/node_modules/tray-auth-dialog/pkg/dist/esm/element.js');
      const Class = defineTrayAuthButton();
      const log = [];
      const types = ['open', 'navigate', 'finish', 'close', 'error', 'late-finish'];
      for (const type of types) {
        early.addEventListener(type, ({ detail, bubbles }) => log.push([type, detail, bubbles]));
        document.addEventListener(type, () => log.push(['bubbled', type]));
      }
      let submits = 0;
      document.querySelector('form').addEventListener('submit', (event) => { event.preventDefault(); submits += 1; });
      globalThis.page = { early, Class, defineTrayAuthButton, log, submits: () => submits,
        inner: (id = 'early') => document.getElementById(id).shadowRoot.querySelector('button') };
      globalThis.remove = () => early.remove();`,
      ),
    );
    server = await serve(project.folder);
  });
  after(() => server?.close());

  connects(browser, () => `${server.origin}/sample.html`, { retries: false, button: '#app tray-auth-button' });

  const visit = (query = {}) => browser.visit(`${server.origin}/button.html?${new URLSearchParams(query)}`);
  const click = async (css = '#early') => (await browser.driver.findElement({ css })).click();
  const inPage = (fn, ...args) => browser.run(fn, ...args);
  const logged = (type) =>
    until(`the event ${type}`, () => inPage((wanted) => globalThis.page.log.find(([name]) => name === wanted), type));

  test('the module is started once an element is in the page, while the page is idle', async () => {
    await visit();
    await until('the module', () => inPage(() => globalThis.started === 1));
    assert.deepEqual(await inPage(() => globalThis.page.log), []);
  });

  test('where something else opens, the element starts nothing', async () => {
    await visit({ other: '' });
    await inPage(idleTurns);
    assert.equal(await inPage(() => globalThis.started), 0);
  });

  test('what was set before the element was defined counts; its events come in order and do not bubble', async () => {
    await visit();
    await click();
    const [, detail] = await logged('finish');
    assert.deepEqual(await inPage(() => globalThis.page.log.map(([type, , bubbles]) => [type, bubbles])), [
      ['open', false],
      ['navigate', false],
      ['finish', false],
    ]);
    assert.deepEqual(
      await inPage(() => {
        const { state, busy, result } = globalThis.page.early;
        return { state, busy, authId: result.authId };
      }),
      { state: 'finished', busy: false, authId: detail.authId },
    );
  });

  test('its form gets the authId under its name, and is never submitted by it', async () => {
    await visit();
    const entries = () => inPage(() => [...new FormData(document.querySelector('form'))]);
    assert.deepEqual(await entries(), [['text', 'a']]);
    await click();
    const [, { authId }] = await logged('finish');
    assert.deepEqual(await entries(), [
      ['text', 'a'],
      ['auth', authId],
    ]);
    assert.equal(await inPage(() => globalThis.page.submits()), 0);
    await inPage(() => document.querySelector('form').reset());
    assert.deepEqual(await entries(), [['text', 'a']]);
  });

  test('it is a button of type button, disabled and busy while the dialog is open, and gets the focus back', async () => {
    await visit({ code: 'sim:silence', grace: 1 });
    const look = () =>
      inPage(() => {
        const { type, disabled, ariaBusy, part } = globalThis.page.inner();
        return { type, disabled, busy: ariaBusy, part: part.value };
      });
    assert.deepEqual(await look(), { type: 'button', disabled: false, busy: null, part: 'button' });
    await inPage(() => globalThis.page.early.focus());
    await click();
    const popup = await browser.windows.next();
    await logged('navigate');
    assert.deepEqual(await look(), { type: 'button', disabled: true, busy: 'true', part: 'button busy' });
    await inPage(() => globalThis.page.early.click());
    assert.equal((await browser.windows.others()).length, 1, 'a click on a busy button opens nothing');
    await popup.close();
    assert.deepEqual((await logged('close'))[1], { type: 'close', by: 'user' });
    assert.deepEqual(await look(), { type: 'button', disabled: false, busy: null, part: 'button' });
    assert.equal(await inPage(() => document.activeElement.id), 'early');
    assert.equal(await inPage(() => globalThis.page.early.state), 'idle');
  });

  test('a disabled fieldset, and its own disabled, keep it from opening', async () => {
    await visit();
    const isDisabled = (id) => inPage((name) => globalThis.page.inner(name).disabled, id);
    await inPage(() => (document.getElementById('fields').disabled = true));
    assert.equal(await isDisabled('in-fieldset'), true);
    await inPage(() => (document.getElementById('fields').disabled = false));
    assert.equal(await isDisabled('in-fieldset'), false);
    await inPage(() => (globalThis.page.early.disabled = true));
    assert.equal(await isDisabled('early'), true);
    await inPage(() => globalThis.page.early.removeAttribute('disabled'));
    assert.equal(await isDisabled('early'), false);
  });

  test('every option is an attribute or a property, a property before its attribute, both before `options`', async () => {
    await visit();
    const given = await inPage(async () => {
      const { early, Class } = globalThis.page;
      const button = new Class();
      const seen = [];
      button.openAuthDialog = (options) => {
        seen.push(options);
        return early.openAuthDialog({ ...options, signal: AbortSignal.abort() });
      };
      button.options = { partnerName: 'options', region: 'eu', popup: { width: 300, height: 400 } };
      button.setAttribute('partner-name', 'attribute');
      button.setAttribute('scopes', ' read  write ');
      button.setAttribute('close-on-error', 'false');
      button.setAttribute('skip-title-field', '');
      button.setAttribute('timeout', '60000');
      button.setAttribute('popup-width', '600');
      button.setAttribute('labels-title', 'Connect');
      button.setAttribute('service-id', 'attribute');
      button.serviceId = 'property';
      button.authorizationCode = 'code';
      await button.open();
      const { partnerName, region, popup, scopes, closeOnError, skipTitleField, timeout, labels, serviceId } = seen[0];
      return { partnerName, region, popup, scopes, closeOnError, skipTitleField, timeout, labels, serviceId };
    });
    assert.deepEqual(given, {
      partnerName: 'attribute',
      region: 'eu',
      popup: { width: 600, height: 400 },
      scopes: ['read', 'write'],
      closeOnError: false,
      skipTitleField: true,
      timeout: 60_000,
      labels: { title: 'Connect' },
      serviceId: 'property',
    });
  });

  test('a wrong or missing option is an error event, whose detail names it', async () => {
    await visit();
    await inPage(() => globalThis.page.early.setAttribute('timeout', 'soon'));
    await click();
    const [, error] = await logged('error');
    assert.deepEqual([error.code, error.field], ['invalid_options', 'timeout']);
    assert.equal(await inPage(() => globalThis.page.early.state), 'failed');
    await browser.problems();
  });

  test('moving it leaves its dialog open, removing it closes the dialog', async () => {
    await visit({ code: 'sim:silence', grace: 1 });
    await click();
    const popup = await browser.windows.next();
    await logged('navigate');
    await inPage(() => document.querySelector('main').append(globalThis.page.early));
    await inPage(() => new Promise((resolve) => setTimeout(resolve, 50)));
    assert.equal(await inPage(() => globalThis.page.early.state), 'open');
    await inPage(() => globalThis.remove());
    await popup.gone();
  });

  test('it is defined once, however often that is asked for, under each name; not in place of another element', async () => {
    await visit();
    assert.deepEqual(
      await inPage(() => {
        const { defineTrayAuthButton, Class } = globalThis.page;
        customElements.define('of-others', class extends HTMLElement {});
        let refused;
        try {
          defineTrayAuthButton('of-others');
        } catch ({ message }) {
          refused = message;
        }
        const other = defineTrayAuthButton('other-name');
        return [defineTrayAuthButton() === Class, other !== Class, new other().localName, refused];
      }),
      [true, true, 'other-name', '<of-others> is already another element: give defineTrayAuthButton another name.'],
    );
  });

  test('axe finds no violation', async () => {
    await visit();
    await inPage(() => document.querySelector('input').setAttribute('aria-label', 'Text'));
    assert.deepEqual(await violations(browser.driver), []);
  });
});
