// The partner's back end against the simulated Tray: the whole flow as the page drives it, and what it refuses. No browser.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startBackend } from '../../www/backend/server.mjs';
import { simulatedTray } from '../../www/simulated-tray.mjs';
import { serviceByName } from '../../www/tray/catalogue.mjs';
import { visitor } from './demo-client.mjs';

const PAGE = 'http://localhost:4000';
const SLACK = 'external_slack_authentication';

describe("the partner's back end", () => {
  let simulated;
  let backend;
  let guest;
  const log = [];

  before(async () => {
    simulated = await simulatedTray({ port: 0, pageOrigin: PAGE, log: () => {} });
    backend = await startBackend({
      pageOrigin: PAGE,
      trayGraphqlUrl: simulated.graphqlUrl,
      masterToken: simulated.masterToken,
      simulation: simulated,
      log: (line) => log.push(line),
    });
  });
  beforeEach(() => {
    guest = visitor(backend.origin, PAGE);
  });
  after(() => Promise.all([backend?.close(), simulated?.close()]));

  /** What the dialog does at its end: an authentication that belongs to the visitor. */
  const authenticate = (accountId) => {
    const service = serviceByName('slack');
    return simulated.tray.store.saveAuthentication(accountId, {
      name: 'My Slack',
      service,
      environmentId: service.environments[0].id,
    });
  };

  async function prepared() {
    const {
      body: { accountId },
    } = await guest.call('POST', '/session');
    const {
      body: [offer],
    } = await guest.call('GET', '/solutions');
    const { body: instance } = await guest.call('POST', '/solution-instances', { solutionId: offer.solutionId });
    return { accountId, offer, instance };
  }

  const save = (instance, authValues, who = guest) =>
    who.call('PATCH', `/solution-instances/${instance.id}`, { authValues });

  it('takes a visitor from signing in to an instance that is updated and enabled', async () => {
    const { accountId, offer, instance } = await prepared();
    assert.ok(offer.authSlots.some(({ externalId }) => externalId === SLACK));
    assert.equal(instance.enabled, false);
    assert.deepEqual(instance.authValues, []);

    const {
      body: { authorizationCode },
    } = await guest.call('POST', '/authorization-codes', {});
    assert.equal(simulated.tray.store.codes.redeem(authorizationCode), accountId, 'the code is for this visitor');

    const { id: authId } = authenticate(accountId);
    const { status, body: saved } = await save(instance, [{ externalId: SLACK, authId }]);
    assert.equal(status, 200);
    assert.equal(saved.enabled, true);
    assert.deepEqual(saved.authValues, [{ externalId: SLACK, authId }]);

    const {
      body: [readBack],
    } = await guest.call('GET', '/solution-instances');
    assert.deepEqual(readBack, saved);
    const { body: authentications } = await guest.call('GET', '/authentications');
    assert.deepEqual(authentications, [{ id: authId, name: 'My Slack', service: { title: 'Slack' } }]);
  });

  it('keeps the authentications of other services when one is saved', async () => {
    const { accountId, instance } = await prepared();
    const sheets = serviceByName('google-sheets');
    const first = authenticate(accountId);
    const second = simulated.tray.store.saveAuthentication(accountId, {
      name: 'Sheets',
      service: sheets,
      environmentId: sheets.environments[0].id,
    });
    await save(instance, [{ externalId: SLACK, authId: first.id }]);
    const { body } = await save(instance, [{ externalId: 'external_google_authentication', authId: second.id }]);
    assert.deepEqual(body.authValues.map(({ externalId }) => externalId).sort(), [
      'external_google_authentication',
      SLACK,
    ]);
  });

  it('gives a new code each time, and lets nobody store it', async () => {
    await guest.call('POST', '/session');
    const answers = [
      await guest.call('POST', '/authorization-codes', {}),
      await guest.call('POST', '/authorization-codes', {}),
    ];
    assert.notEqual(answers[0].body.authorizationCode, answers[1].body.authorizationCode);
    for (const { status, headers } of answers) {
      assert.equal(status, 201);
      assert.equal(headers.get('cache-control'), 'no-store');
    }
  });

  it('attaches a special case to a code, and refuses one that it does not know', async () => {
    const { accountId } = await prepared();
    const {
      body: { authorizationCode: code },
    } = await guest.call('POST', '/authorization-codes', { simulate: 'double-finish' });
    const behaviour = simulated.tray.store.behaviours.for({ code, userId: accountId });
    assert.ok(behaviour.onLoad.length > 1, JSON.stringify(behaviour));
    const { status, body } = await guest.call('POST', '/authorization-codes', { simulate: 'unheard-of' });
    assert.deepEqual([status, body.error.field], [400, 'simulate']);
  });

  it('gives each visitor a user of their own, whose instances nobody else can see or change', async () => {
    const { accountId, instance } = await prepared();
    const other = visitor(backend.origin, PAGE);
    const { body } = await other.call('POST', '/session');
    assert.notEqual(body.accountId, accountId);
    assert.deepEqual((await other.call('GET', '/solution-instances')).body, []);
    const { status } = await save(instance, [{ externalId: SLACK, authId: authenticate(accountId).id }], other);
    assert.equal(status, 404);
    const {
      body: [untouched],
    } = await guest.call('GET', '/solution-instances');
    assert.equal(untouched.enabled, false);
  });

  it("does not save another visitor's authentication", async () => {
    const { instance } = await prepared();
    const { body: stranger } = await visitor(backend.origin, PAGE).call('POST', '/session');
    const { status, body } = await save(instance, [{ externalId: SLACK, authId: authenticate(stranger.accountId).id }]);
    assert.deepEqual([status, body.error.code], [502, 'tray_error']);
    const {
      body: [untouched],
    } = await guest.call('GET', '/solution-instances');
    assert.deepEqual([untouched.enabled, untouched.authValues], [false, []]);
  });

  it('remembers who is signed in, and forgets them when they sign out', async () => {
    const first = await guest.call('POST', '/session');
    const again = await guest.call('POST', '/session');
    assert.equal(again.body.accountId, first.body.accountId);
    assert.equal((await guest.call('DELETE', '/session')).status, 204);
    assert.equal((await guest.call('GET', '/solution-instances')).status, 401);
    assert.notEqual((await guest.call('POST', '/session')).body.accountId, first.body.accountId);
  });

  it('hides its cookie from scripts and other sites', async () => {
    const { setCookie } = await guest.call('POST', '/session');
    assert.match(setCookie, /; HttpOnly/i);
    assert.match(setCookie, /; SameSite=Strict/i);
  });

  for (const [method, path, body] of [
    ['GET', '/solutions'],
    ['GET', '/solution-instances'],
    ['GET', '/authentications'],
    ['POST', '/solution-instances', { solutionId: 'x' }],
    ['POST', '/authorization-codes', {}],
    ['PATCH', '/solution-instances/x', { authValues: [{ externalId: SLACK, authId: 'a' }] }],
  ]) {
    it(`answers ${method} ${path} with 401 to somebody who is not signed in`, async () => {
      const { status, body: answer } = await guest.call(method, path, body);
      assert.deepEqual([status, answer.error.code], [401, 'signed_out']);
    });
  }

  for (const [what, method, path, body, field] of [
    ['no body', 'POST', '/solution-instances', undefined, undefined],
    ['no JSON', 'POST', '/solution-instances', '{', undefined],
    ['a missing id', 'POST', '/solution-instances', {}, 'solutionId'],
    ['an id of another type', 'POST', '/solution-instances', { solutionId: 7 }, 'solutionId'],
    ['an id with spaces', 'POST', '/solution-instances', { solutionId: 'a b' }, 'solutionId'],
    ['an unknown key', 'POST', '/authorization-codes', { userId: 'somebody' }, undefined],
    ['no values', 'PATCH', '/solution-instances/x', { authValues: [] }, 'authValues'],
    [
      'a value without authId',
      'PATCH',
      '/solution-instances/x',
      { authValues: [{ externalId: SLACK }] },
      'authValues.0.authId',
    ],
  ]) {
    it(`refuses ${what}, and says which field it is`, async () => {
      await guest.call('POST', '/session');
      const { status, body: answer } = await guest.call(method, path, body);
      assert.deepEqual([status, answer.error.code, answer.error.field], [400, 'invalid_request', field]);
      assert.ok(answer.error.message.endsWith('.'), answer.error.message);
    });
  }

  it('refuses a body that is too large', async () => {
    const { status } = await guest.call('POST', '/solution-instances', { solutionId: 'x'.repeat(20_000) });
    assert.equal(status, 413);
  });

  it('lets its own page call, and no other', async () => {
    const { headers } = await guest.call('POST', '/session');
    assert.equal(headers.get('access-control-allow-origin'), PAGE);
    assert.equal(headers.get('access-control-allow-credentials'), 'true');
    for (const origin of ['http://localhost:4001', 'http://localhost:40000', 'https://localhost:4000', 'null']) {
      const { status, setCookie } = await visitor(backend.origin, origin).call('POST', '/session');
      assert.deepEqual([status, setCookie], [403, undefined], origin);
    }
  });

  it('keeps every secret out of its log', async () => {
    const { accountId, instance } = await prepared();
    const {
      body: { authorizationCode },
    } = await guest.call('POST', '/authorization-codes', {});
    await guest.call('GET', `/nowhere?code=${authorizationCode}`);
    await save(instance, [{ externalId: 'unheard-of', authId: authenticate(accountId).id }]);
    const text = log.join('\n');
    assert.match(text, /GET \/api\/nowhere failed/);
    assert.match(text, /PATCH \/api\/solution-instances\//);
    for (const secret of [authorizationCode, simulated.masterToken]) assert.ok(!text.includes(secret));
  });
});
