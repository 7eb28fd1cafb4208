// What the partner's back end refuses, and what it keeps to itself.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { solutions } from '../../www/tray/catalogue.mjs';
import { BackendSetup, PAGE, SLACK } from './backend-setup.mjs';

describe("the partner's back end, to those who ask wrongly,", () => {
  const setup = new BackendSetup();

  for (const [method, path, body] of [
    ['GET', '/solutions'],
    ['GET', '/solution-instances'],
    ['GET', '/authentications'],
    ['POST', '/solution-instances', { solutionId: 'x' }],
    ['POST', '/authorization-codes', {}],
    ['PATCH', '/solution-instances/x', { authValues: [{ externalId: SLACK, authId: 'a' }] }],
  ]) {
    it(`answers ${method} ${path} with 401 to somebody who is not signed in`, async () => {
      const { status, body: answer } = await setup.guest.call(method, path, body);
      assert.deepEqual([status, answer.error.code], [401, 'signed_out']);
    });
  }

  // What else the package refuses: backend-entry-saving.test.mjs.
  it("refuses what is not the visitor's own, saves nothing of it, and tells and logs no id", async () => {
    const { accountId, instance } = await setup.prepare();
    const other = setup.visitor();
    const { body: stranger } = await other.call('POST', '/session');
    const own = { externalId: SLACK, authId: setup.authenticate(accountId).id };
    const foreign = { externalId: SLACK, authId: setup.authenticate(stranger.accountId).id };
    for (const [authValues, who, expected] of [
      [[foreign], setup.guest, [403, 'not_your_authentication', 'authValues']],
      [[foreign], other, [404, 'not_found', undefined]],
      [[own, { ...own, externalId: 'unheard-of' }], setup.guest, [400, 'invalid_request', 'authValues.1.externalId']],
    ]) {
      const { status, body, text } = await setup.save(instance, authValues, who);
      assert.deepEqual([status, body.error.code, body.error.field], expected);
      assert.match(body.error.message, /^(Tray does not list|You have no|This solution takes no)[^:]+\.$/);
      for (const { authId } of authValues) assert.ok(!text.includes(authId) && !setup.log.join().includes(authId));
      assert.deepEqual(setup.store.instance(accountId, instance.id).authValues, []);
    }
  });

  it('makes an instance only of a solution that is on offer', async (t) => {
    await setup.prepare();
    const hidden = { ...solutions[0], id: 'of-another-product', authSlots: [] };
    solutions.push(hidden);
    t.after(() => solutions.splice(solutions.indexOf(hidden), 1));
    for (const solutionId of [hidden.id, 'unheard-of']) {
      const { status, body } = await setup.guest.call('POST', '/solution-instances', { solutionId });
      assert.deepEqual([status, body.error.code], [404, 'not_found'], solutionId);
    }
    assert.ok(!setup.store.instances().some(({ solution }) => solution === hidden));
  });

  /** Lets Tray answer what the test says. @param {(operation: string, token: string) => Response} answer */
  function trayAnswers(t, answer) {
    const { fetch } = globalThis;
    t.mock.method(globalThis, 'fetch', (url, init) =>
      String(url).endsWith('/graphql')
        ? answer(JSON.parse(init.body).operationName, init.headers.authorization.replace('Bearer ', ''))
        : fetch(url, init),
    );
  }

  // What else Tray may do: backend-entry-trouble.test.mjs.
  for (const [what, status, code] of [
    ['a token', 401, 'tray_refused_token'],
    ['what it is asked', 200, 'tray_error'],
  ])
    it(`says that Tray refused ${what}, in Tray's own words without the token`, async (t) => {
      trayAnswers(t, (_operation, token) => Response.json({ errors: [{ message: `No to ${token}` }] }, { status }));
      const { status: got, body, text } = await setup.guest.call('POST', '/session');
      assert.deepEqual([got, body.error.code], [502, code]);
      assert.match(body.error.message, /^Tray refused .*createExternalUser.*: No to …/);
      const { masterToken } = setup.simulated;
      assert.ok(!text.includes(masterToken) && !setup.log.join().includes(masterToken));
    });

  it('signs nobody in when half of the sign-in failed', async (t) => {
    trayAnswers(t, (operation) =>
      Response.json(
        operation === 'createExternalUser'
          ? { data: { createExternalUser: { userId: 'u-1' } } }
          : { errors: [{ message: 'Try later' }] },
      ),
    );
    assert.equal((await setup.guest.call('POST', '/session')).setCookie, undefined);
    assert.equal((await setup.guest.call('GET', '/solutions')).status, 401);
  });

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
      await setup.guest.call('POST', '/session');
      const { status, body: answer } = await setup.guest.call(method, path, body);
      assert.deepEqual([status, answer.error.code, answer.error.field], [400, 'invalid_request', field]);
      assert.ok(answer.error.message.endsWith('.'), answer.error.message);
    });
  }

  it('refuses a body that is too large', async () => {
    const { status } = await setup.guest.call('POST', '/solution-instances', { solutionId: 'x'.repeat(20_000) });
    assert.equal(status, 413);
  });

  it('does nothing for a page that was made for somebody else', async () => {
    const { body } = await setup.guest.call('POST', '/session');
    const asked = (accountId) =>
      setup.guest.call('GET', '/solution-instances', undefined, { 'x-account-id': accountId });
    assert.equal((await asked(body.accountId)).status, 200);
    const { status, body: answer } = await asked('somebody-else');
    assert.deepEqual([status, answer.error.code], [409, 'other_visitor']);
  });

  for (const [what, path, headers, status] of [
    ['a path that cannot be decoded', '/solution-instances/%E0%A4%A', {}, 400],
    [
      'a charset that nobody knows',
      '/solution-instances/x',
      { 'content-type': 'application/json; charset=klingon' },
      415,
    ],
  ]) {
    it(`tells ${what} from a fault of its own`, async () => {
      setup.log.length = 0;
      const { status: got, body } = await setup.guest.call('PATCH', path, {}, headers);
      assert.deepEqual([got, body.error.code], [status, 'invalid_request']);
      assert.doesNotMatch(setup.log.join('\n'), /\n/, 'no stack');
    });
  }

  it('lets its own page call, and no other', async () => {
    const { headers } = await setup.guest.call('POST', '/session');
    assert.equal(headers.get('access-control-allow-origin'), PAGE);
    assert.equal(headers.get('access-control-allow-credentials'), 'true');
    for (const origin of ['http://localhost:4001', 'http://localhost:40000', 'https://localhost:4000', 'null']) {
      const { status, setCookie } = await setup.visitor(origin).call('POST', '/session');
      assert.deepEqual([status, setCookie], [403, undefined], origin);
    }
  });

  it('keeps every secret out of its log', async () => {
    const { accountId, instance } = await setup.prepare();
    const {
      body: { authorizationCode },
    } = await setup.guest.call('POST', '/authorization-codes', {});
    await setup.guest.call('GET', `/nowhere?code=${authorizationCode}`);
    await setup.save(instance, [{ externalId: 'unheard-of', authId: setup.authenticate(accountId).id }]);
    const text = setup.log.join('\n');
    assert.match(text, /GET \/api\/nowhere failed/);
    assert.match(text, /PATCH \/api\/solution-instances\//);
    for (const secret of [authorizationCode, setup.simulated.masterToken]) assert.ok(!text.includes(secret));
  });
});
