// The one command's demo, without a browser: three origins that fit together, with the simulation and with the real Tray's settings.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startPage } from '../../www/page/server.mjs';
import { startDemo } from '../../www/serve.mjs';
import { readTraySettings } from '../../www/settings.mjs';
import { solutions } from '../../www/tray/catalogue.mjs';
import { startTray } from '../../www/tray/server.mjs';
import { visitor } from './demo-client.mjs';

/** What the page is told of the others. */
async function configOf(demo) {
  const text = await (await fetch(new URL('/config.js', demo.pageUrl))).text();
  return (await import(`data:text/javascript,${encodeURIComponent(text)}`)).config;
}

describe('the demo', () => {
  let demo;
  before(async () => {
    demo = await startDemo({ ports: 0 });
  });
  after(() => demo.close());

  it('is three origins, the dialog on a site of its own', () => {
    const origins = [demo.pageUrl, demo.backendUrl, demo.trayOrigin].map((url) => new URL(url));
    assert.equal(new Set(origins.map(({ origin }) => origin)).size, 3);
    assert.deepEqual(
      origins.map(({ hostname }) => hostname),
      ['localhost', 'localhost', 'tray.localhost'],
    );
  });

  it('serves the page under a policy that names exactly what it needs', async () => {
    const response = await fetch(demo.pageUrl);
    assert.equal(response.status, 200);
    const policy = Object.fromEntries(
      response.headers
        .get('content-security-policy')
        .split(';')
        .map((part) => {
          const [name, ...values] = part.split(' ');
          return [name, values.join(' ')];
        }),
    );
    assert.equal(policy['default-src'], "'none'");
    assert.match(policy['script-src'], /^'self' 'wasm-unsafe-eval' 'sha256-[\w+/=]{44}'$/);
    assert.equal(policy['connect-src'], `'self' ${demo.backendUrl}`);
    assert.equal(policy['frame-src'], demo.trayOrigin);
    assert.equal(policy['require-trusted-types-for'], "'script'");
    assert.equal(response.headers.get('cross-origin-opener-policy'), null, 'it would cut popups off');
  });

  it('can send the header that severs popups, for whoever wants to see it', async () => {
    const response = await fetch(`${demo.pageUrl}?coop=same-origin`);
    assert.equal(response.headers.get('cross-origin-opener-policy'), 'same-origin');
  });

  it('tells the page where the others are, and no secret', async () => {
    const config = await configOf(demo);
    assert.deepEqual(
      [config.backendOrigin, config.dialogOrigin, config.host, config.simulated],
      [demo.backendUrl, demo.trayOrigin, demo.trayOrigin, true],
    );
    assert.ok(
      config.cases.length > 10 &&
        config.cases.every(({ id, label, description, group }) => id && label && description && group),
    );
    assert.ok(!JSON.stringify(config).includes(demo.tray.masterToken));
  });

  it('asks whoever comes before all three servers run to come back', async () => {
    const page = await startPage({ config: () => undefined, pkgDir: '.' });
    try {
      const response = await fetch(page.origin);
      assert.deepEqual([response.status, response.headers.get('retry-after')], [503, '1']);
    } finally {
      await page.close();
    }
  });

  it('has one name for the page', async () => {
    const response = await fetch(demo.pageUrl.replace('localhost', '127.0.0.1'), { redirect: 'manual' });
    assert.equal(response.headers.get('location'), demo.pageUrl);
  });

  it('can be on port 80, which browsers leave out', async (t) => {
    let onEighty;
    try {
      onEighty = await startDemo({ ports: { page: 80, backend: 0, tray: 0 } });
    } catch (error) {
      t.skip(error.message);
      return;
    }
    try {
      assert.equal(onEighty.pageUrl, 'http://localhost/');
      assert.equal((await fetch(onEighty.pageUrl, { redirect: 'manual' })).status, 200);
      const { status } = await visitor(onEighty.backendUrl, 'http://localhost').call('POST', '/session');
      assert.equal(status, 200);
    } finally {
      await onEighty.close();
    }
  });
});

describe('the demo with the real Tray', () => {
  let stranger;
  let demo;
  before(async () => {
    stranger = await startTray({ partnerName: 'globex' }); // real enough: all that the demo knows of it are the settings
    const [{ id, authSlots }] = solutions;
    const realTray = readTraySettings({
      TRAY_GRAPHQL_URL: stranger.graphqlUrl,
      TRAY_MASTER_TOKEN: stranger.masterToken,
      TRAY_PARTNER_NAME: 'globex',
      TRAY_HOST: stranger.origin,
      TRAY_SOLUTION_ID: id,
      TRAY_EXTERNAL_AUTH_ID: authSlots[1].externalId,
    });
    demo = await startDemo({ ports: 0, realTray });
  });
  after(() => Promise.all([demo.close(), stranger.close()]));

  // What its page says and does: browser/demo-real.test.mjs.
  it('offers what the settings name, gets codes that this Tray takes, and no special cases', async () => {
    assert.equal(demo.tray, undefined);
    assert.deepEqual((await configOf(demo)).cases, []);
    const guest = visitor(demo.backendUrl, new URL(demo.pageUrl).origin);
    const {
      body: { accountId },
    } = await guest.call('POST', '/session');
    const { body: offers } = await guest.call('GET', '/solutions');
    assert.deepEqual(
      offers.map(({ solutionId, authSlots }) => [solutionId, authSlots.map(({ externalId }) => externalId)]),
      [[solutions[0].id, [solutions[0].authSlots[1].externalId]]],
    );
    const {
      body: { authorizationCode },
    } = await guest.call('POST', '/authorization-codes', {});
    assert.equal(stranger.store.codes.redeem(authorizationCode), accountId);
    assert.equal((await guest.call('POST', '/authorization-codes', { simulate: 'error' })).status, 400);
  });
});
