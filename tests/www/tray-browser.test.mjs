// The simulated dialog in a real browser, as a person goes through it, with a host page on another site that writes down what it is told.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, afterEach, before, describe, test } from 'node:test';

import { AxeBuilder } from '@axe-core/webdriverjs';

import { cases } from '../../www/tray/sim/cases.mjs';
import { simCode } from '../../www/tray/sim/code.mjs';
import { startTray } from '../../www/tray/server.mjs';
import { chosenEngines } from '../e2e/harness/engines.mjs';
import { openSession } from '../e2e/harness/session.mjs';
import { until } from '../e2e/harness/wait.mjs';
import { Windows } from '../e2e/harness/windows.mjs';
import { SLOT } from './tray-support.mjs';

const HOST_PAGE = `<!doctype html><html lang="en"><title>Host</title><button id="open">Open</button><iframe id="frame" title="Dialog" width="480" height="640"></iframe>
<script>
const messages = [], answers = [];
addEventListener('message', ({ data, origin, source }) => {
  messages.push({ data, origin, fromDialog: source === window.popup || source === frame.contentWindow });
  const answer = answers.shift();
  if (answer) source.postMessage(answer, origin);
});
document.querySelector('#open').onclick = () => { window.popup = window.open(url, '_blank', 'popup,width=500,height=700'); };
</script>`;

for (const engine of chosenEngines()) describe(`the simulated dialog (${engine})`, () => {
  let driver, quit, devtools, windows, server, host;

  before(async () => {
    ({ driver, quit, devtools } = await openSession(engine));
    windows = await new Windows(driver).start();
    server = await startTray();
    host = createServer((request, response) => response.setHeader('content-type', 'text/html').end(HOST_PAGE));
    await new Promise((resolve) => host.listen(0, '127.0.0.1', resolve));
  });

  afterEach(async () => {
    await windows.closeOthers();
    await driver.get('about:blank');
  });

  after(async () => {
    await quit?.();
    await server?.close();
    host?.closeAllConnections();
    host?.close();
  });

  /** Opens the dialog in a popup, or in a frame of the host page. */
  async function open(query, { form = `/external/auth/create/acme/an-instance/${SLOT}`, inFrame = false } = {}) {
    const address = `${server.origin}${form}?${new URLSearchParams(query)}`;
    await driver.get(`http://app.localhost:${host.address().port}/`);
    if (inFrame) {
      await driver.executeScript((url) => { document.querySelector('#frame').src = url; }, address);
      return undefined;
    }
    await driver.executeScript((url) => { window.url = url; }, address);
    await driver.findElement({ css: '#open' }).click();
    const popup = await windows.next();
    await shown(popup, '#cancel, #close');
    return popup;
  }

  const shown = (window, css) => window.until(`${css} to be shown`, (selector) => document.readyState === 'complete' && document.querySelector(selector)?.checkVisibility(), css);
  const says = (window, role, pattern) => window.until(`the ${role} to say ${pattern}`, (selector, source) => new RegExp(source).test(document.querySelector(selector)?.textContent), `[role=${role}]`, pattern.source);
  const told = () => driver.executeScript(() => messages);
  const hears = (count) => until(`${count} message(s)`, async () => {
    const heard = await told();
    return heard.length >= count && heard;
  });
  const onePart = { skipTitleField: 'true', skipAuthSettings: 'true' };

  function isFinish({ data, origin, fromDialog }, authType = 'oauth') {
    const [saved] = server.store.authentications().slice(-1);
    assert.deepEqual({ data, origin, fromDialog }, { data: { type: 'tray.authpopup.finish', authType, authId: saved.id }, origin: server.origin, fromDialog: true });
    return saved;
  }

  test('a person names it, chooses settings and permissions, allows access: finish, and the window is gone', async () => {
    const popup = await open({ code: simCode() });
    await popup.inside(async (page) => {
      const name = await page.findElement({ css: '#title' });
      await name.clear();
      await name.sendKeys('Team chat');
    });
    await popup.click('#next');
    await popup.click('option:nth-child(2)');
    await popup.click('#next');
    await popup.click('[value="users:read"]');
    assert.equal((await told()).length, 0, 'silence until the end');
    await popup.click('#next');
    const consent = await windows.next();
    await shown(consent, '#allow');
    assert.equal(new URL(await consent.url()).hostname, 'provider.localhost');
    await consent.click('#allow');

    const heard = await hears(1);
    const saved = isFinish(heard[0]);
    assert.deepEqual([saved.name, saved.environmentId, saved.scopes], ['Team chat', saved.service.environments[1].id, ['chat:write', 'channels:read']]);
    await windows.allClosed();
    assert.equal((await told()).length, 1);
  });

  test('a person who denies access, or closes the window that asks, is told so and can try again', async () => {
    const popup = await open({ code: simCode(), ...onePart });
    await popup.click('#next');
    let consent = await windows.next();
    await shown(consent, '#deny');
    await consent.click('#deny');
    await says(popup, 'alert', /did not give its consent/);
    await popup.click('#next');
    consent = await windows.next();
    await shown(consent, '#allow');
    await consent.close();
    await says(popup, 'alert', /was closed/);
    assert.equal((await told()).length, 0);
    await popup.click('#next');
    consent = await windows.next();
    await shown(consent, '#allow');
    await consent.click('#allow');
    isFinish((await hears(1))[0]);
  });

  for (const via of ['redirect', 'frame', 'popup']) test(`the provider by ${via}, with a COOP header where that severs nothing`, async () => {
    const popup = await open({ code: simCode({ provider: { via, coop: via === 'redirect' ? undefined : 'same-origin' } }), ...onePart });
    await popup.click('#next');
    if (via === 'frame') {
      await popup.inside(async (page) => {
        const frame = await page.findElement({ css: '#provider' });
        await page.switchTo().frame(frame);
        await until('the frame', () => page.executeScript(() => document.querySelector('#allow')));
        await page.executeScript(() => { document.querySelector('#allow').click(); }); // WebKit's driver does not reach into such frames
      });
    } else {
      const consent = via === 'redirect' ? popup : await windows.next();
      await shown(consent, '#allow');
      await consent.click('#allow');
    }
    isFinish((await hears(1))[0]);
  });

  const MAILCHIMP = '/external/auth/create/acme/another/external_mailchimp_authentication';

  test('with the keyboard alone: a wrong key is pointed at, a right one finishes', async () => {
    const popup = await open({ code: simCode() }, { form: MAILCHIMP });
    const [ENTER, TAB] = ['\uE007', '\uE004'];
    const type = (...keys) => popup.inside(async (page) => (await page.switchTo().activeElement()).sendKeys(...keys));
    await popup.inside(async (page) => (await page.findElement({ css: '#title' })).sendKeys(ENTER));
    await shown(popup, '#apiKey');
    await type('invalid', TAB);
    await type('us1', ENTER);
    await says(popup, 'alert', /does not accept this API key/);
    assert.deepEqual(await popup.run(() => [document.activeElement.id, document.activeElement.getAttribute('aria-invalid')]), ['apiKey', 'true']);
    await type('2', ENTER);
    const saved = isFinish((await hears(1))[0], 'token');
    assert.deepEqual(saved.fields, { apiKey: 'invalid2', server: 'us1' });
  });

  test('in a frame: finish goes to the page around it, and the dialog says that it is done', async () => {
    await open({ code: simCode(), skipTitleField: 'true' }, { form: MAILCHIMP, inFrame: true });
    await driver.switchTo().frame(0);
    await until('the form', () => driver.executeScript(() => document.querySelector('#apiKey')?.checkVisibility()));
    await driver.executeScript(() => {
      for (const input of document.querySelectorAll('[data-field]')) input.value = 'x';
      document.querySelector('form').requestSubmit();
    });
    await until('the end', () => driver.executeScript(() => /Mailchimp is connected/.test(document.querySelector('[role=status]').textContent)));
    await driver.switchTo().defaultContent();
    isFinish((await hears(1))[0], 'token');
  });

  test('bare create: a service is chosen first', async () => {
    const popup = await open({ code: simCode(), ...onePart }, { form: '/external/auth/create/acme' });
    await popup.click('.service:nth-of-type(2)');
    await shown(popup, '#next');
    assert.match(await popup.run(() => document.querySelector('#next').textContent), /Google Sheets/);
  });

  test('cancel: close, and the window is gone', async () => {
    const popup = await open({ code: simCode() });
    await popup.click('#cancel');
    assert.deepEqual((await hears(1))[0].data, { type: 'tray.authpopup.close' });
    await windows.allClosed();
  });

  test('a code that is not valid: error, and the window stays until the person closes it', async () => {
    const popup = await open({ code: 'made-up' });
    assert.deepEqual((await hears(1))[0].data, { type: 'tray.authPopup.error', error: 'The authorization code is not valid.' });
    await popup.click('#close');
    await windows.allClosed();
  });

  test('asking for the account id: the dialog goes on when it has an answer, and the log has it', async () => {
    const popup = await open({ code: simCode({ ...cases.find(({ name }) => name === 'account-id').behaviour, tag: engine }) });
    await hears(1);
    assert.equal(await popup.exists(), true);
    const answer = { type: 'tray.authpopup.accountIdRequest', data: 'account-1' };
    await driver.executeScript((text, to) => { popup.postMessage(text, to); }, answer, server.origin);
    isFinish((await hears(2))[1]);
    const entry = await server.store.log.waitFor(({ tag, kind }) => tag === engine && kind === 'message');
    assert.deepEqual([entry.data, entry.origin, entry.fromHost], [answer, `http://app.localhost:${host.address().port}`, true]);
  });

  test('every case that plays by itself says what it lists, in this order', async () => {
    const playing = cases.filter(({ behaviour: { onLoad, ...rest } }) =>
      onLoad && Object.keys(rest).length === 0 && !onLoad.some((step) => step.go !== undefined || step.awaitMessage !== undefined));
    assert.ok(playing.length > 25);
    await driver.get(`http://app.localhost:${host.address().port}/`);
    await driver.executeScript((urls) => {
      window.heard = urls.map(() => []);
      const frames = urls.map((url) => Object.assign(document.createElement('iframe'), { src: url, title: 'Dialog' }));
      addEventListener('message', ({ data, source }) => heard[frames.findIndex(({ contentWindow }) => contentWindow === source)].push(data));
      document.body.append(...frames);
    }, playing.map(({ name }) => `${server.origin}/external/auth/edit/acme/of-${name}?code=${simCode(name)}`));

    const expected = playing.map(({ name, behaviour }) => {
      const posts = behaviour.onLoad.filter((step) => 'post' in step).map(({ post }) => post);
      return JSON.parse(JSON.stringify(posts).replaceAll('$authId', `of-${name}`).replaceAll('$authType', 'oauth'));
    });
    let heard;
    await until('all to have spoken', async () => {
      heard = await driver.executeScript(() => window.heard);
      return heard.every((messages, n) => messages.length >= expected[n].length);
    }, { explain: () => JSON.stringify(heard) });
    playing.forEach(({ name }, n) => assert.deepEqual(heard[n], expected[n], name));
  });

  test('no page has an axe violation, light or dark, and none is wider than a small phone', async () => {
    const create = `/external/auth/create/acme/an-instance/${SLOT}?code=${simCode()}`;
    const pages = [
      '/',
      create,
      `${create}&skipTitleField=true`,
      `${create}&skipTitleField=true&skipAuthSettings=true`,
      `/external/auth/create/acme/another/external_mailchimp_authentication?code=${simCode()}&skipTitleField=true`,
      `/external/auth/create/acme?code=${simCode()}`,
      '/external/auth/create/acme?code=made-up',
    ];
    for (const scheme of engine === 'chromium' ? ['light', 'dark'] : ['as it is']) { // only Chromium's driver can choose
      for (const page of pages) {
        await driver.get(server.origin + page);
        await healthy(page, scheme);
      }
      await driver.get(server.origin + pages[3]);
      await driver.findElement({ css: '#next' }).click();
      const consent = await windows.next();
      await shown(consent, '#allow');
      await consent.inside(() => healthy('consent', scheme));
      await consent.close();
    }
    if (engine === 'chromium') await devtools('Emulation.clearDeviceMetricsOverride');
  });

  async function healthy(page, scheme) {
    const what = `${page} (${scheme})`;
    if (engine === 'chromium') {
      await devtools('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
      await devtools('Emulation.setDeviceMetricsOverride', { width: 320, height: 640, deviceScaleFactor: 1, mobile: false });
      assert.equal(await driver.executeScript(() => `${innerWidth} ${matchMedia('(prefers-color-scheme: dark)').matches}`), `320 ${scheme === 'dark'}`);
    }
    const { violations } = await new AxeBuilder(driver).setLegacyMode().analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0].html}`), []);
    const overflow = await driver.executeScript(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(overflow <= 0, `${what} is ${overflow} px too wide`);
  }
});
