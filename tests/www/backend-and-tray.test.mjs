// What the back end sends to Tray, and what it makes of one that refuses, fails, talks nonsense or is not there. Tray is a stand-in here
// that says what it is told.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import express from 'express';
import { startBackend } from '../../www/backend/server.mjs';
import { listen } from '../../www/listen.mjs';
import { visitor } from './demo-client.mjs';

const PAGE = 'http://localhost:4000';
const MASTER_TOKEN = 'master-token-0123456789';

describe('the back end, towards Tray', () => {
  /** @type {(response: import('express').Response, operation: string, request: import('express').Request) => unknown} */
  let answer;
  let tray;
  let backend;
  let log;
  const start = (trayGraphqlUrl) =>
    startBackend({ pageOrigin: PAGE, trayGraphqlUrl, masterToken: MASTER_TOKEN, log: (line) => log.push(line) });

  before(async () => {
    const app = express().use(express.json());
    app.post('/graphql', (request, response) => answer(response, request.body.operationName, request));
    app.get('/elsewhere', (_request, response) => response.json({}));
    tray = await listen(app, { port: 0, publicHost: '127.0.0.1' });
    backend = await start(`${tray.origin}/graphql`);
  });
  beforeEach(() => {
    log = [];
  });
  after(() => Promise.all([backend.close(), tray.close()]));

  const signIn = (origin = backend.origin) => visitor(origin, PAGE).call('POST', '/session');

  it('sends the whole list of values first, and enables last, with the token of the user', async () => {
    const instance = {
      id: 'i-1',
      name: 'Demo',
      enabled: false,
      authValues: [
        { externalId: 'first', authId: 'a-1' },
        { externalId: 'second', authId: 'old' },
      ],
      solution: { id: 's-1' },
    };
    const solution = { id: 's-1', title: 'Demo', authSlots: [{ externalId: 'second' }] };
    const list = (...nodes) => ({ edges: nodes.map((node) => ({ node })), pageInfo: { hasNextPage: false } });
    const updates = [];
    answer = (response, operation, request) => {
      const { authorization } = request.headers;
      const data = {
        createExternalUser: { createExternalUser: { userId: 'u-1' } },
        authorize: { authorize: { accessToken: 'user-token' } },
        solutions: { viewer: { solutions: list(solution) } },
        authentications: { viewer: { authentications: list({ id: 'a-2', name: 'Mine', service: { title: 'Two' } }) } },
        solutionInstances: { viewer: { solutionInstances: list(instance) } },
        updateSolutionInstance: { updateSolutionInstance: { solutionInstance: instance } },
      }[operation];
      if (operation === 'updateSolutionInstance') {
        updates.push(request.body.variables.input);
        Object.assign(instance, request.body.variables.input);
      }
      assert.equal(
        authorization,
        `Bearer ${['createExternalUser', 'authorize', 'solutions'].includes(operation) ? MASTER_TOKEN : 'user-token'}`,
        operation,
      );
      response.json({ data });
    };
    const guest = visitor(backend.origin, PAGE);
    await guest.call('POST', '/session');
    const { status } = await guest.call('PATCH', '/solution-instances/i-1', {
      authValues: [{ externalId: 'second', authId: 'a-2' }],
    });
    assert.equal(status, 200);
    assert.deepEqual(updates, [
      {
        solutionInstanceId: 'i-1',
        authValues: [
          { externalId: 'first', authId: 'a-1' },
          { externalId: 'second', authId: 'a-2' },
        ],
      },
      { solutionInstanceId: 'i-1', enabled: true },
    ]);
  });

  it('says that a token was refused, and which', async () => {
    answer = (response) => response.status(401).json({ errors: [{ message: 'Unauthorized' }] });
    const { status, body } = await signIn();
    assert.equal(status, 502);
    assert.deepEqual(body.error, {
      code: 'tray_refused_token',
      message:
        'Tray refused the master token for createExternalUser (HTTP 401): Unauthorized. Check that `masterToken` is the master token of your account, and `region` the region of that account.',
    });
  });

  it("passes on Tray's own words, shortened and without the token that they repeat", async () => {
    answer = (response) =>
      response.json({ errors: [{ message: `No rights for ${MASTER_TOKEN} ${'x'.repeat(5000)}` }] });
    const { body, text } = await signIn();
    assert.equal(body.error.code, 'tray_error');
    assert.match(body.error.message, /^Tray refused createExternalUser: No rights for … xxx/);
    assert.ok(body.error.message.length < 400);
    assert.ok(!text.includes(MASTER_TOKEN) && !log.join().includes(MASTER_TOKEN));
  });

  it('says so when an answer has another form than is known', async () => {
    answer = (response) => response.json({ data: { createExternalUser: { userId: 7 } } });
    const { status, body } = await signIn();
    assert.deepEqual([status, body.error.code], [502, 'tray_unexpected']);
  });

  for (const [what, pageInfo] of [
    ['never ends', { hasNextPage: true, endCursor: 'the-same' }],
    ['go on without a cursor', { hasNextPage: true, endCursor: null }],
  ])
    it(`gives up a list whose pages ${what}`, async () => {
      answer = (response, operation) =>
        response.json({
          data: {
            createExternalUser: { createExternalUser: { userId: 'u-1' } },
            authorize: { authorize: { accessToken: 'user-token' } },
            authentications: { viewer: { authentications: { edges: [], pageInfo } } },
          }[operation],
        });
      const guest = visitor(backend.origin, PAGE);
      await guest.call('POST', '/session');
      const { status, body } = await guest.call('GET', '/authentications');
      assert.deepEqual([status, body.error.code], [502, 'tray_unexpected']);
    });

  it('says so when the answer is no JSON at all', async () => {
    answer = (response) => response.status(503).send('<h1>Maintenance</h1>');
    const { body } = await signIn();
    assert.equal(body.error.code, 'tray_unexpected');
    assert.match(body.error.message, /HTTP 503/);
  });

  it('does not carry its token along a redirect', async () => {
    answer = (response) => response.redirect(303, '/elsewhere');
    const { body } = await signIn();
    assert.equal(body.error.code, 'tray_unreachable');
  });

  it('says where Tray was looked for when nobody is there', async () => {
    const gone = await listen(express(), { port: 0, publicHost: '127.0.0.1' });
    await gone.close();
    const lonely = await start(`${gone.origin}/graphql`);
    try {
      const { status, body } = await signIn(lonely.origin);
      assert.deepEqual([status, body.error.code], [502, 'tray_unreachable']);
      assert.ok(body.error.message.includes(`${gone.origin} could not be reached`), body.error.message);
    } finally {
      await lonely.close();
    }
  });

  it('signs nobody in when half of the sign-in failed', async () => {
    answer = (response, operation) =>
      operation === 'createExternalUser'
        ? response.json({ data: { createExternalUser: { userId: 'u-1' } } })
        : response.json({ errors: [{ message: 'Try later' }] });
    const guest = visitor(backend.origin, PAGE);
    const { setCookie } = await guest.call('POST', '/session');
    assert.equal(setCookie, undefined);
    assert.equal((await guest.call('GET', '/solutions')).status, 401);
  });
});
