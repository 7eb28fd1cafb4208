// The simulated Tray's GraphQL API: operations, shapes and errors as Tray documents them.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LONGEST_PAGE } from '../../www/tray/graphql/connection.mjs';
import { SLOT, SOLUTION, data, graphql, make, openCreate, partner, tray } from './tray-support.mjs';

const UPDATE =
  'mutation ($input: UpdateSolutionInstanceInput!) { updateSolutionInstance(input: $input) { solutionInstance { id name enabled authValues { externalId authId } configValues { externalId value } } } }';

test('a mutation gives its clientMutationId back', async (t) => {
  const server = await tray(t);
  const { createExternalUser } = await data(
    server,
    server.masterToken,
    'mutation { createExternalUser(input: { name: "x", externalUserId: "x", clientMutationId: "mine" }) { userId clientMutationId } }',
  );
  assert.equal(createExternalUser.clientMutationId, 'mine');
});

test('an external user is made once, and found by either id', async (t) => {
  const server = await tray(t);
  const { userId } = await partner(server, 'Ada');
  await partner(server, 'Bob');
  const find = (criteria) =>
    data(
      server,
      server.masterToken,
      'query ($criteria: UserSearchCriteria) { users(criteria: $criteria) { edges { node { id name externalUserId isTestUser } cursor } pageInfo { hasNextPage } } }',
      { criteria },
    );
  for (const criteria of [{ userId }, { externalUserId: 'Ada' }, { name: 'Ada' }]) {
    const { users } = await find(criteria);
    assert.deepEqual(
      users.edges.map(({ node }) => node),
      [{ id: userId, name: 'Ada', externalUserId: 'Ada', isTestUser: false }],
    );
  }
  assert.equal((await find()).users.edges.length, 2);
  const again = await graphql(
    server,
    server.masterToken,
    'mutation { createExternalUser(input: { name: "Eve", externalUserId: "Ada" }) { userId } }',
  );
  assert.match(again.errors[0].message, /exists already/);
});

test("a user sees only their own instances, the partner everybody's", async (t) => {
  const server = await tray(t);
  const [ada, bob] = [await partner(server, 'Ada'), await partner(server, 'Bob')];
  const list = async (token, criteria) => {
    const { viewer } = await data(
      server,
      token,
      `query ($criteria: SolutionInstanceSearchCriteria) { viewer { solutionInstances(criteria: $criteria) {
      totalCount edges { node { id name enabled owner created solution { id } authValues { externalId authId } configValues { externalId value }
      solutionVersionFlags { hasNewerVersion requiresUserInputToUpdateVersion requiresSystemInputToUpdateVersion } } } } } }`,
      { criteria },
    );
    return viewer.solutionInstances.edges.map(({ node }) => node);
  };
  const [own] = await list(ada.accessToken);
  assert.deepEqual(
    { ...own, created: '' },
    {
      id: ada.instanceId,
      name: 'First',
      enabled: false,
      owner: ada.userId,
      created: '',
      solution: { id: SOLUTION },
      authValues: [],
      configValues: [],
      solutionVersionFlags: {
        hasNewerVersion: false,
        requiresUserInputToUpdateVersion: false,
        requiresSystemInputToUpdateVersion: false,
      },
    },
  );
  assert.ok(!Number.isNaN(Date.parse(own.created)));
  assert.deepEqual(
    (await list(server.masterToken)).map(({ id }) => id),
    [ada.instanceId, bob.instanceId],
  );
  assert.deepEqual(
    (await list(server.masterToken, { owner: bob.userId })).map(({ id }) => id),
    [bob.instanceId],
  );
});

test('an instance takes authentications of its user, keeps the ones that are not named, and is enabled', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const [slack, mailchimp] = [make(server, ada.userId, 'slack'), make(server, ada.userId, 'mailchimp')];
  const update = async (input) =>
    (await data(server, ada.accessToken, UPDATE, { input: { solutionInstanceId: ada.instanceId, ...input } }))
      .updateSolutionInstance.solutionInstance;

  await update({ authValues: [{ externalId: SLOT, authId: slack.id }] });
  await update({
    authValues: [{ externalId: 'external_mailchimp_authentication', authId: mailchimp.id }],
    configValues: [{ externalId: 'external_channel', value: '"#news"' }],
  });
  assert.deepEqual(await update({ enabled: true, instanceName: 'Second' }), {
    id: ada.instanceId,
    name: 'Second',
    enabled: true,
    authValues: [
      { externalId: SLOT, authId: slack.id },
      { externalId: 'external_mailchimp_authentication', authId: mailchimp.id },
    ],
    configValues: [{ externalId: 'external_channel', value: '"#news"' }],
  });
  assert.equal(server.store.authentications().length, 2);
});

test('an authentication that does not fit is refused, and nothing is changed', async (t) => {
  const server = await tray(t);
  const [ada, bob] = [await partner(server, 'Ada'), await partner(server, 'Bob')];
  const good = { externalId: SLOT, authId: make(server, ada.userId, 'slack').id };
  for (const [bad, message] of [
    [{ externalId: SLOT, authId: 'made-up' }, /no authentication "made-up"/],
    [{ externalId: SLOT, authId: make(server, bob.userId, 'slack').id }, /no authentication .* of this user/],
    [{ externalId: SLOT, authId: make(server, ada.userId, 'mailchimp').id }, /takes Slack/],
    [{ externalId: 'external_nothing', authId: good.authId }, /no authentication with the external id/],
  ]) {
    const { errors } = await graphql(server, ada.accessToken, UPDATE, {
      input: { solutionInstanceId: ada.instanceId, enabled: true, authValues: [good, bad] },
    });
    assert.match(errors[0].message, message);
  }
  const after = server.store.instance(ada.userId, ada.instanceId);
  assert.deepEqual([after.enabled, after.authValues], [false, []]);
});

test('an instance that misses authentications can be enabled, unless the partner asks to be told', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const input = { solutionInstanceId: ada.instanceId, enabled: true };
  const { errors } = await graphql(server, ada.accessToken, UPDATE, {
    input: { ...input, errorOnEnablingWithMissingValues: true },
  });
  assert.match(errors[0].message, new RegExp(SLOT));
  assert.equal(
    (await data(server, ada.accessToken, UPDATE, { input })).updateSolutionInstance.solutionInstance.enabled,
    true,
  );
});

test("a user's authentications are listed with service and environment, a page at a time", async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const made = ['slack', 'mailchimp', 'google-sheets'].map((name) => make(server, ada.userId, name));
  make(server, (await partner(server, 'Bob')).userId, 'slack');
  const list = async (token, page = {}) =>
    (
      await data(
        server,
        token,
        `query ($first: Int, $last: Int, $before: String, $after: String) { viewer {
    authentications(first: $first, last: $last, before: $before, after: $after) {
      edges { cursor node { id name customFields service { id name title version icon } serviceEnvironment { id title } } }
      pageInfo { startCursor endCursor hasNextPage hasPreviousPage } } } }`,
        page,
      )
    ).viewer.authentications;

  const all = await list(ada.accessToken);
  assert.deepEqual(
    all.edges.map(({ node }) => node.id),
    made.map(({ id }) => id),
  );
  const [{ node }] = all.edges;
  assert.deepEqual(
    [node.service.name, node.service.title, node.serviceEnvironment.title],
    ['slack', 'Slack', 'Slack (GovSlack)'],
  );
  assert.match(node.service.icon, /^http:\/\/tray\.localhost:\d+\//);

  const first = await list(ada.accessToken, { first: 2 });
  assert.deepEqual([first.edges.length, first.pageInfo.hasNextPage, first.pageInfo.hasPreviousPage], [2, true, false]);
  const rest = await list(ada.accessToken, { first: 2, after: first.pageInfo.endCursor });
  assert.deepEqual(
    [rest.edges.map((edge) => edge.node.id), rest.pageInfo.hasNextPage, rest.pageInfo.hasPreviousPage],
    [[made[2].id], false, true],
  );
  const back = await list(ada.accessToken, { last: 1, before: rest.pageInfo.startCursor });
  assert.deepEqual(
    back.edges.map((edge) => edge.node.id),
    [made[1].id],
  );

  assert.deepEqual((await list(server.masterToken)).edges, [], 'the partner has none of its own');
});

test('a page has a limit, whatever is asked for, and says where the next one begins', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const made = Array.from({ length: LONGEST_PAGE + 1 }, () => make(server, ada.userId, 'slack').id);
  const list = async (page) => {
    const query = `{ viewer { authentications${page} { edges { node { id } } pageInfo { endCursor hasNextPage } } } }`;
    const { edges, pageInfo } = (await data(server, ada.accessToken, query)).viewer.authentications;
    return { ids: edges.map(({ node }) => node.id), ...pageInfo };
  };
  for (const page of ['', '(first: 1000)']) {
    const { ids, endCursor, hasNextPage } = await list(page);
    assert.deepEqual([ids, hasNextPage], [made.slice(0, LONGEST_PAGE), true]);
    const rest = await list(`(after: "${endCursor}")`);
    assert.deepEqual([rest.ids, rest.hasNextPage], [made.slice(LONGEST_PAGE), false]);
  }
  assert.deepEqual((await list('(last: 1000)')).ids, made.slice(-LONGEST_PAGE));
});

test('a dialog can be told that its authentication is listed late', async (t) => {
  let now = 0;
  const server = await tray(t, { clock: () => now });
  const ada = await partner(server);
  server.store.behaviours.setForUser(ada.userId, 'listed-late');
  await openCreate(server, ada);
  const count = async () =>
    (await data(server, ada.accessToken, '{ viewer { authentications { edges { node { id } } } } }')).viewer
      .authentications.edges.length;
  assert.equal(await count(), 0);
  now = 1000;
  assert.equal(await count(), 1);
});

test('what was removed is gone', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const { id } = make(server, ada.userId, 'slack');
  const remove = `mutation { removeAuthentication(input: { authenticationId: "${id}" }) { clientMutationId } removeSolutionInstance(input: { solutionInstanceId: "${ada.instanceId}" }) { clientMutationId } }`;
  await data(server, ada.accessToken, remove);
  assert.deepEqual([server.store.authentications(), server.store.instances()], [[], []]);
  assert.equal((await graphql(server, ada.accessToken, remove)).errors[0].extensions.code, 'NOT_FOUND');
});

test('an operation that the schema does not have is told so', async (t) => {
  const server = await tray(t);
  const { errors } = await graphql(server, server.masterToken, '{ viewer { workflows { id } } }');
  assert.match(errors[0].message, /Cannot query field "workflows"/);
});
