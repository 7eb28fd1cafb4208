// The partner's back end against the simulated Tray: the whole flow as the page drives it. No browser.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BackendSetup, PAGE, SLACK } from './backend-setup.mjs';

describe("the partner's back end", () => {
  const setup = new BackendSetup();

  it('takes a visitor from signing in to an instance that is updated', async () => {
    const { accountId, offer, instance } = await setup.prepare();
    assert.ok(offer.authSlots.some(({ externalId }) => externalId === SLACK));
    assert.equal(instance.enabled, false);
    assert.deepEqual(instance.authValues, []);

    const {
      body: { authorizationCode },
    } = await setup.guest.call('POST', '/authorization-codes', {});
    assert.equal(setup.store.codes.redeem(authorizationCode), accountId, 'the code is for this visitor');

    const { id: authId } = setup.authenticate(accountId);
    const { status, body: saved } = await setup.save(instance, [{ externalId: SLACK, authId }]);
    assert.equal(status, 200);
    assert.equal(saved.enabled, false, 'two authentications are missing');
    assert.deepEqual(saved.authValues, [{ externalId: SLACK, authId }]);

    const {
      body: [readBack],
    } = await setup.guest.call('GET', '/solution-instances');
    assert.deepEqual(readBack, saved);
    const { body: authentications } = await setup.guest.call('GET', '/authentications');
    assert.deepEqual(authentications, [{ id: authId, name: 'My Slack', service: { title: 'Slack' } }]);
  });

  it('gives a new code each time, and lets nobody store it', async () => {
    await setup.guest.call('POST', '/session');
    const answers = [
      await setup.guest.call('POST', '/authorization-codes', {}),
      await setup.guest.call('POST', '/authorization-codes', {}),
    ];
    assert.notEqual(answers[0].body.authorizationCode, answers[1].body.authorizationCode);
    for (const { status, headers } of answers) {
      assert.equal(status, 201);
      assert.equal(headers.get('cache-control'), 'no-store');
    }
  });

  it('attaches a special case to a code, and refuses one that it does not know', async () => {
    const { accountId } = await setup.prepare();
    const {
      body: { authorizationCode: code },
    } = await setup.guest.call('POST', '/authorization-codes', { simulate: 'double-finish' });
    const behaviour = setup.store.behaviours.for({ code, userId: accountId });
    assert.ok(behaviour.onLoad.length > 1, JSON.stringify(behaviour));
    const { status, body } = await setup.guest.call('POST', '/authorization-codes', { simulate: 'unheard-of' });
    assert.deepEqual([status, body.error.field], [400, 'simulate']);
  });

  it('gives each visitor a user of their own, whose instances nobody else can see', async () => {
    const { accountId } = await setup.prepare();
    const other = setup.visitor();
    const { body } = await other.call('POST', '/session');
    assert.notEqual(body.accountId, accountId);
    assert.deepEqual((await other.call('GET', '/solution-instances')).body, []);
  });

  it('remembers who is signed in, and forgets them when they sign out', async () => {
    const first = await setup.guest.call('POST', '/session');
    const again = await setup.guest.call('POST', '/session');
    assert.equal(again.body.accountId, first.body.accountId);
    assert.equal((await setup.guest.call('DELETE', '/session')).status, 204);
    assert.equal((await setup.guest.call('GET', '/solution-instances')).status, 401);
    assert.notEqual((await setup.guest.call('POST', '/session')).body.accountId, first.body.accountId);
  });

  it('hides its cookie from scripts and other sites, and names it after its port, because cookies ignore ports', async () => {
    const { setCookie } = await setup.guest.call('POST', '/session');
    assert.match(setCookie, /; HttpOnly/i);
    assert.match(setCookie, /; SameSite=Strict/i);
    assert.ok(setCookie.startsWith(`acme_session_${new URL(PAGE).port}=`), setCookie);
  });
});
