// The demo's special cases without a browser: each of the simulation's has a name for the menu, and the back end fails on demand.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failureCases } from '../../www/backend/failures.mjs';
import { GROUPS, NAMES } from '../../www/case-names.mjs';
import { cases } from '../../www/tray/sim/cases.mjs';
import { BackendSetup, SLACK } from './backend-setup.mjs';

describe('special cases', () => {
  const setup = new BackendSetup();

  it('have a name and a group each, and no name is left over', () => {
    assert.deepEqual(Object.keys(NAMES).sort(), cases.map(({ name }) => name).sort());
    for (const { name, expect } of cases) assert.ok(GROUPS[expect], `${name} expects ${expect}`);
  });

  it('of the back end: it answers 500 instead of a code', async () => {
    await setup.prepare();
    const { status, body } = await setup.guest.call('POST', '/authorization-codes', { simulate: 'code-fails' });
    assert.deepEqual([status, body.error.code], [500, 'internal']);
  });

  it('of the back end: it breaks the connection', async () => {
    await setup.prepare();
    await assert.rejects(setup.guest.call('POST', '/authorization-codes', { simulate: 'back-end-down' }), TypeError);
  });

  it('of the back end: it does not save, and leaves the instance as it is', async () => {
    const { accountId, instance } = await setup.prepare();
    const { id: authId } = setup.authenticate(accountId);
    const { status } = await setup.guest.call('PATCH', `/solution-instances/${instance.id}`, {
      authValues: [{ externalId: SLACK, authId }],
      simulate: 'saving-fails',
    });
    assert.equal(status, 500);
    const { body: instances } = await setup.guest.call('GET', '/solution-instances');
    assert.deepEqual(instances[0].authValues, []);
  });

  it('of the back end are not those of the simulation', () => {
    for (const { id } of failureCases) assert.ok(!(id in NAMES), id);
  });
});
