// `tray-auth-dialog/backend` against the simulated Tray: each call under Tray's own name, with the token that it needs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse, validate } from 'graphql';
import { trayBackend } from 'tray-auth-dialog/backend';
import * as operations from '../../pkg/backend/operations.js';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { schema } from '../../www/tray/graphql/schema.mjs';
import { LONGEST_PAGE } from '../../www/tray/graphql/connection.mjs';
import { setUp, SLACK } from './backend-entry-support.mjs';
import { http, SOLUTION } from './tray-support.mjs';

describe('the back-end entry', () => {
  for (const [name, operation] of Object.entries(operations))
    it(`sends ${name} under Tray's own name, as its schema has it`, () => {
      assert.equal(operation.name, name);
      assert.deepEqual(validate(schema, parse(operation.document)), []);
    });

  it('goes the whole way: a user, an instance, a code that opens the dialog', async (t) => {
    const { server, backend, userId, userToken, solutionInstanceId } = await setUp(t);
    assert.equal(server.store.user(userId).isTestUser, true);
    const [solution] = await backend.solutions();
    assert.equal(solution.id, SOLUTION);
    assert.deepEqual(solution.authSlots[0], { externalId: SLACK, title: 'Slack' });
    const { authorizationCode } = await backend.generateAuthorizationCode({ userId });
    const url = backend.dialogUrl({
      partnerName: 'acme',
      host: server.origin,
      solutionInstanceId,
      externalAuthId: solution.authSlots[0].externalId,
      authorizationCode,
    });
    const { status } = await http(server, new URL(url).pathname + new URL(url).search);
    assert.equal(status, 200);
    const [instance] = await backend.solutionInstances({ userToken });
    assert.deepEqual(instance, {
      id: solutionInstanceId,
      name: 'First',
      enabled: false,
      authValues: [],
      solution: { id: SOLUTION },
    });
  });

  it("lists the user's authentications to the last page, and nobody else's", async (t) => {
    const { backend, user, userToken, authenticate } = await setUp(t);
    const stranger = await user('Bob');
    authenticate('slack', stranger.userId);
    const ids = Array.from({ length: 2 * LONGEST_PAGE + 1 }, () => authenticate());
    const listed = await backend.authentications({ userToken });
    assert.deepEqual(
      listed.map(({ id }) => id),
      ids,
    );
    assert.deepEqual(listed[0], { id: ids[0], name: 'My Slack', service: { title: 'Slack' } });
  });

  for (const [region, graphql, dialog] of [
    [undefined, 'https://tray.io/graphql', 'https://embedded.tray.io/'],
    ['us', 'https://tray.io/graphql', 'https://embedded.tray.io/'],
    ['eu', 'https://eu1.tray.io/graphql', 'https://embedded.eu1.tray.io/'],
    ['apac', 'https://ap1.tray.io/graphql', 'https://embedded.ap1.tray.io/'],
  ])
    it(`asks ${graphql} in the region ${region}, and opens dialogs beside it`, async () => {
      const asked = [];
      const answer = { data: { authorize: { accessToken: 'token-of-a-user' } } };
      const fetch = async (url, { method, redirect, headers }) => {
        asked.push([url, method, redirect, headers.authorization]);
        return new Response(JSON.stringify(answer));
      };
      const backend = trayBackend({ masterToken: 'master', region, fetch });
      assert.deepEqual(await backend.authorize({ userId: 'u' }), { accessToken: 'token-of-a-user' });
      assert.deepEqual(asked, [[graphql, 'POST', 'manual', 'Bearer master']]);
      assert.ok(backend.dialogUrl({ partnerName: 'acme', authorizationCode: 'c' }).startsWith(dialog));
    });

  it("gives its functions without a `this`, and takes another dialog's region or host", () => {
    const { dialogUrl } = trayBackend({ masterToken: 'master', region: 'eu' });
    const options = { partnerName: 'acme', authorizationCode: 'c' };
    assert.equal(
      dialogUrl({ ...options, region: 'apac' }),
      'https://embedded.ap1.tray.io/external/auth/create/acme?code=c',
    );
    assert.equal(
      dialogUrl({ ...options, host: 'auth.acme.com' }),
      'https://auth.acme.com/external/auth/create/acme?code=c',
    );
  });

  it('makes the same URLs as the package does in the page, and refuses the same options', () => {
    const own = [
      'partnerName',
      'authorizationCode',
      'solutionInstanceId',
      'externalAuthId',
      'authId',
      'serviceId',
    ].concat(['serviceEnvironmentId', 'scopes', 'region', 'host', 'skipTitleField', 'skipAuthSettings']);
    const { dialogUrl } = trayBackend({ masterToken: 'master' });
    const { cases } = JSON.parse(readFileSync(inRoot('tests', 'vectors', 'urls.json'), 'utf8'));
    // Written so because JSON has no `undefined`.
    const asWritten = ([name, value]) => [name, value === '(undefined)' ? undefined : value];
    let tried = 0;
    for (const { name, options, url, error, field } of cases) {
      // The others are about options that a URL has no use for.
      if (!Object.keys(options).every((option) => own.includes(option) || option === field)) continue;
      tried++;
      let made;
      try {
        made = { url: dialogUrl(Object.fromEntries(Object.entries(options).map(asWritten))) };
      } catch (thrown) {
        made = { error: thrown.code, field: thrown.field };
      }
      assert.deepEqual(made, url === undefined ? { error, field } : { url }, name);
    }
    assert.ok(tried > 150, `${tried} vectors`);
  });
});
