// Who may do what with the simulated Tray's GraphQL API: tokens, owners, browsers.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SOLUTION, graphql, partner, tray } from './tray-support.mjs';

const refusal = ({ status, errors }) => ({ status, code: errors[0].extensions.code });

test('without a token, or with one that nobody gave out, every operation is refused', async (t) => {
  const server = await tray(t);
  for (const token of [undefined, 'made-up', `${server.masterToken}x`]) {
    const answer = await graphql(server, token, '{ viewer { details { name } } }');
    assert.deepEqual(refusal(answer), { status: 401, code: 'UNAUTHENTICATED' });
  }
});

for (const [whose, needs, operationsOf] of [
  [
    'the partner refuse a user token',
    'the master token',
    ({ userId }) => [
      'mutation { createExternalUser(input: { name: "x", externalUserId: "x" }) { userId } }',
      `mutation { authorize(input: { userId: "${userId}" }) { accessToken } }`,
      `mutation { generateAuthorizationCode(input: { userId: "${userId}" }) { authorizationCode } }`,
      '{ users { edges { node { id } } } }',
      '{ viewer { solutions { edges { node { id } } } } }',
      `{ viewer { solutionInstances(criteria: { owner: "${userId}" }) { totalCount } } }`,
    ],
  ],
  [
    'a user refuse the master token',
    'a user token',
    ({ instanceId }) => [
      `mutation { createSolutionInstance(input: { solutionId: "${SOLUTION}", instanceName: "x" }) { clientMutationId } }`,
      `mutation { updateSolutionInstance(input: { solutionInstanceId: "${instanceId}", enabled: true }) { clientMutationId } }`,
      `mutation { removeSolutionInstance(input: { solutionInstanceId: "${instanceId}" }) { clientMutationId } }`,
      'mutation { removeAuthentication(input: { authenticationId: "x" }) { clientMutationId } }',
    ],
  ],
])
  test(`operations of ${whose}`, async (t) => {
    const server = await tray(t);
    const ada = await partner(server);
    const wrong = needs === 'a user token' ? server.masterToken : ada.accessToken;
    for (const operation of operationsOf(ada)) {
      const { errors } = await graphql(server, wrong, operation);
      assert.equal(errors[0].extensions.code, 'FORBIDDEN', operation);
      assert.ok(errors[0].message.includes(`needs ${needs}`), errors[0].message);
    }
  });

test('a browser gets no CORS header, so it cannot read an answer', async (t) => {
  const server = await tray(t);
  const headers = {
    origin: 'http://app.localhost:1',
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  };
  const preflight = await fetch(server.graphqlUrl, { method: 'OPTIONS', headers });
  const answer = await graphql(server, server.masterToken, '{ viewer { details { name } } }');
  for (const response of [preflight, answer]) {
    assert.deepEqual(
      [...response.headers.keys()].filter((name) => name.startsWith('access-control')),
      [],
    );
  }
  assert.equal(preflight.ok, false);
});

test("another user's instance is not found", async (t) => {
  const server = await tray(t);
  const [ada, bob] = [await partner(server, 'Ada'), await partner(server, 'Bob')];
  const answer = await graphql(
    server,
    bob.accessToken,
    `mutation { updateSolutionInstance(input: { solutionInstanceId: "${ada.instanceId}", enabled: true }) { clientMutationId } }`,
  );
  assert.equal(answer.errors[0].extensions.code, 'NOT_FOUND');
});
