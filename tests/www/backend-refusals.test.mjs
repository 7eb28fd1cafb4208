// What the partner's back end refuses, and what it keeps to itself.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
