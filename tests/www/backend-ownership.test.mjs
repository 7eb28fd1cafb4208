// What the page names must be the visitor's own, or on offer: the back end asks Tray before it saves anything, and believes no page.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { solutions } from '../../www/tray/catalogue.mjs';
import { LONGEST_PAGE } from '../../www/tray/graphql/connection.mjs';
import { BackendSetup, SLACK } from './backend-setup.mjs';

describe('the back end, before it saves what the page names,', () => {
  const setup = new BackendSetup();

  /** A signed-in visitor with an instance, and whatever Tray is asked to change from then on. */
  async function prepare(t) {
    const { accountId, instance } = await setup.prepare();
    const updates = t.mock.method(setup.store, 'updateInstance');
    const lists = t.mock.method(setup.store, 'listedAuthentications');
    return { accountId, instance, updates: updates.mock, lists: lists.mock };
  }

  for (const [whose, authIdOf] of [
    [
      "another user's authentication",
      async () => {
        const { body: stranger } = await setup.visitor().call('POST', '/session');
        return setup.authenticate(stranger.accountId).id;
      },
    ],
    ['one that does not exist', async () => 'made-up'],
  ])
    it(`asks for ${whose} three times more, refuses it, and has changed nothing`, async (t) => {
      const { accountId, instance, updates, lists } = await prepare(t);
      const authId = await authIdOf();
      const own = {
        externalId: 'external_mailchimp_authentication',
        authId: setup.authenticate(accountId, 'mailchimp').id,
      };
      const { status, body, text } = await setup.save(instance, [own, { externalId: SLACK, authId }]);
      assert.equal(status, 403);
      assert.deepEqual(body.error, {
        code: 'not_your_authentication',
        message: 'Tray does not list this authentication among yours, so nothing was saved. Open the dialog again.',
        field: 'authValues',
      });
      assert.ok(!text.includes(authId) && !setup.log.join('\n').includes(authId), 'no id is told or logged');
      assert.deepEqual([lists.callCount(), updates.callCount()], [4, 0]);
      const { enabled, authValues } = setup.store.instance(accountId, instance.id);
      assert.deepEqual([enabled, authValues], [false, []]);
    });

  it("keeps what is saved when another user's authentication comes in its place", async (t) => {
    const { accountId, instance } = await prepare(t);
    const own = { externalId: SLACK, authId: setup.authenticate(accountId).id };
    await setup.save(instance, [own]);
    const { body: stranger } = await setup.visitor().call('POST', '/session');
    const { status } = await setup.save(instance, [
      { externalId: SLACK, authId: setup.authenticate(stranger.accountId).id },
    ]);
    assert.equal(status, 403);
    assert.deepEqual(setup.store.instance(accountId, instance.id).authValues, [own]);
  });

  it('saves one that is listed only when it asks for the last time', async (t) => {
    const { accountId, instance, lists } = await prepare(t);
    const { id: authId } = setup.authenticate(accountId);
    for (const call of [0, 1, 2]) lists.mockImplementationOnce(() => [], call);
    const { status, body } = await setup.save(instance, [{ externalId: SLACK, authId }]);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual(body.authValues, [{ externalId: SLACK, authId }]);
    assert.equal(lists.callCount(), 4);
  });

  it('asks once when it is listed at once', async (t) => {
    const { accountId, instance, lists } = await prepare(t);
    await setup.save(instance, [{ externalId: SLACK, authId: setup.authenticate(accountId).id }]);
    assert.equal(lists.callCount(), 1);
  });

  it('follows the pages of a long list to the end: of authentications, and of instances', async (t) => {
    const { accountId, offer } = await setup.prepare();
    let last;
    for (let number = 0; number < 2 * LONGEST_PAGE + 1; number++) {
      setup.authenticate(accountId, 'slack', `Slack ${number}`);
      last = setup.store.createInstance(accountId, {
        solutionId: offer.solutionId,
        instanceName: `Instance ${number}`,
      });
    }
    const authId = setup.store.authentications().at(-1).id;
    const lists = t.mock.method(setup.store, 'listedAuthentications');
    const { status, body } = await setup.save(last, [{ externalId: SLACK, authId }]);
    assert.equal(status, 200, JSON.stringify(body));
    assert.deepEqual([body.id, body.authValues], [last.id, [{ externalId: SLACK, authId }]]);
    assert.equal(lists.mock.callCount(), 3, 'a request for each page');
    const { body: listed } = await setup.guest.call('GET', '/authentications');
    assert.equal(listed.length, 2 * LONGEST_PAGE + 1);
    assert.equal(new Set(listed.map(({ id }) => id)).size, listed.length);
  });

  it("refuses another visitor's instance, also with an authentication of one's own", async (t) => {
    const { instance, updates } = await prepare(t);
    const other = setup.visitor();
    const { body: account } = await other.call('POST', '/session');
    const own = { externalId: SLACK, authId: setup.authenticate(account.accountId).id };
    const { status, body } = await setup.save(instance, [own], other);
    assert.deepEqual([status, body.error.code, updates.callCount()], [404, 'not_found', 0]);
  });

  it('refuses a value for what the solution does not take, and says which', async (t) => {
    const { accountId, instance, updates } = await prepare(t);
    const { id: authId } = setup.authenticate(accountId);
    const { status, body } = await setup.save(instance, [
      { externalId: SLACK, authId },
      { externalId: 'unheard-of', authId },
    ]);
    assert.deepEqual([status, body.error.field, updates.callCount()], [400, 'authValues.1.externalId', 0]);
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
});
