// What `tray-auth-dialog/backend` makes of wrong tokens, of a Tray that refuses, talks nonsense, is late or is not there, and of
// bad input: a typed error that teaches, and that holds no secret.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import express from 'express';
import { isTrayBackendError, TrayBackendError, trayBackend } from 'tray-auth-dialog/backend';
import { listen } from '../../www/listen.mjs';
import { failure, setUp, SLACK } from './backend-entry-support.mjs';

const MASTER = 'master-token-0123456789';
const USER = 'user-token-0123456789';

/** All that somebody who logs the error would log. */
const logged = (error) => JSON.stringify({ ...error, message: error.message, text: String(error) });

describe('wrong tokens', () => {
  for (const [what, options, call, token] of [
    ['a made-up master token', { masterToken: 'made-up' }, (tray) => tray.solutions(), 'master'],
    ['a made-up user token', {}, (tray) => tray.authentications({ userToken: 'made-up' }), undefined],
    [
      'a user token as the master token',
      undefined,
      (tray, { userId }) => tray.generateAuthorizationCode({ userId }),
      'master',
    ],
  ])
    it(`${what}: says which token, for which operation, and what to do`, async (t) => {
      const { settings, userId, userToken } = await setUp(t);
      const backend = trayBackend({ ...settings, ...(options ?? { masterToken: userToken }) });
      const error = await failure(() => call(backend, { userId }));
      assert.equal(error.code, 'tray_refused_token');
      assert.equal(error.token, token ?? 'user');
      assert.match(error.message, new RegExp(`^Tray refused the ${error.token} token for ${error.operation} `));
      assert.match(error.message, error.token === 'master' ? /Check that `masterToken`/ : /`authorize`/);
      for (const secret of [settings.masterToken, userToken, 'made-up', userId])
        assert.ok(!logged(error).includes(secret));
    });

  it('the master token in place of a user token is refused before it is sent', async (t) => {
    const { settings, backend } = await setUp(t);
    const error = await failure(() => backend.authentications({ userToken: settings.masterToken }));
    assert.deepEqual([error.code, error.field], ['invalid_options', 'userToken']);
    assert.ok(!logged(error).includes(settings.masterToken));
  });

  it('an expired user token: says to make a new one', async (t) => {
    const { server, backend, userToken } = await setUp(t);
    t.mock.method(server.store, 'userOfToken', () => undefined);
    const error = await failure(() => backend.solutionInstances({ userToken }));
    assert.deepEqual([error.code, error.token, error.status], ['tray_refused_token', 'user', 401]);
    assert.match(error.message, /Make a new user token with `authorize`/);
  });
});

describe('a Tray that does not do as expected', () => {
  /** A back end whose Tray says what it is told. */
  async function against(t, answer, options) {
    const app = express().use(express.json());
    app.use((request, response) => answer(response, request));
    const { origin, close } = await listen(app, { port: 0, publicHost: '127.0.0.1' });
    t.after(close);
    return { origin, backend: trayBackend({ masterToken: MASTER, graphqlUrl: `${origin}/graphql`, ...options }) };
  }

  it('a GraphQL error: quotes it, shortened, without tokens and ids of people', async (t) => {
    const { backend } = await against(t, (response) =>
      response.json({ errors: [{ message: `No ${MASTER}, no ${USER}, no user-7. ${'x'.repeat(5_000)}` }] }),
    );
    const error = await failure(() => backend.generateAuthorizationCode({ userId: 'user-7' }));
    assert.equal(error.code, 'tray_error');
    assert.match(error.message, /^Tray refused generateAuthorizationCode: No …, no /);
    assert.ok(error.message.length < 420);
    for (const secret of [MASTER, 'user-7']) assert.ok(!logged(error).includes(secret));
    const own = await failure(() => backend.authentications({ userToken: USER }));
    assert.ok(!logged(own).includes(USER) && !logged(own).includes(MASTER));
  });

  const listed = (pageInfo) => (response) =>
    response.json({ data: { viewer: { authentications: { edges: [], pageInfo } } } });
  const listing = (backend) => backend.authentications({ userToken: USER });
  const created = { id: 'i', name: 'n', enabled: false, authValues: [null], solution: { id: 's' } };
  const creating = (backend) => backend.createSolutionInstance({ userToken: USER, solutionId: 's', instanceName: 'n' });
  for (const [what, answer, call = (backend) => backend.authorize({ userId: 'u' })] of [
    ['a page', (response) => response.status(503).send('<h1>Maintenance</h1>')],
    ['nothing', (response) => response.status(200).end()],
    ['null', (response) => response.json(null)],
    ['no data', (response) => response.json({ data: null })],
    ['an id of another type', (response) => response.json({ data: { authorize: { accessToken: 7 } } })],
    ['a list that goes on without a cursor', listed({ hasNextPage: true, endCursor: null }), listing],
    [
      'a slot that is null',
      (response) => response.json({ data: { createSolutionInstance: { solutionInstance: created } } }),
      creating,
    ],
    ['errors that are no list', (response) => response.json({ errors: 'no', data: {} })],
  ])
    it(`answers with ${what}: tray_unexpected, with the status`, async (t) => {
      const { backend, origin } = await against(t, answer);
      const error = await failure(() => call(backend));
      assert.equal(error.code, 'tray_unexpected');
      assert.ok(error.status >= 200);
      assert.ok(error.message.includes(`HTTP ${error.status}`) && error.message.includes(origin), error.message);
    });

  it('answers with a list that never ends: gives it up', async (t) => {
    const { backend } = await against(t, listed({ hasNextPage: true, endCursor: 'the-same' }));
    assert.equal((await failure(() => listing(backend))).code, 'tray_unexpected');
  });

  it('a redirect: is not followed, because it would carry the token along', async (t) => {
    const paths = [];
    const { backend } = await against(t, (response, request) => {
      paths.push(request.path);
      response.redirect(307, '/elsewhere');
    });
    const error = await failure(() => backend.solutions());
    assert.equal(error.code, 'tray_unreachable');
    assert.match(error.message, /redirect/);
    assert.deepEqual(paths, ['/graphql']);
  });

  it('no network: says where Tray was looked for, and keeps what the platform said', async (t) => {
    const { origin, close } = await listen(express(), { port: 0, publicHost: '127.0.0.1' });
    await close();
    t.after(() => {});
    const backend = trayBackend({ masterToken: MASTER, graphqlUrl: `${origin}/graphql` });
    const error = await failure(() => backend.solutions());
    assert.equal(error.code, 'tray_unreachable');
    assert.ok(error.message.includes(origin));
    assert.ok(error.cause instanceof Error);
    assert.ok(!Object.keys(error).includes('cause'));
  });

  for (const [what, answer] of [
    ['says nothing', () => {}],
    ['stops in the middle of its answer', (response) => response.write('{ "data": ')],
  ])
    it(`one that ${what}: timeout`, async (t) => {
      const { backend } = await against(t, answer, { timeout: 100 });
      const error = await failure(() => backend.solutions());
      assert.equal(error.code, 'timeout');
      assert.match(error.message, /within 100 ms/);
    });

  it('an aborted signal gives the call up, before it and during it, and leaves no listener', async (t) => {
    let asked;
    const arrived = new Promise((resolve) => {
      asked = resolve;
    });
    const { backend } = await against(t, () => asked());
    const reason = new Error('the visitor is gone');
    const early = await failure(() => backend.solutions({ signal: AbortSignal.abort(reason) }));
    assert.deepEqual([early.code, early.cause], ['aborted', reason]);
    const controller = new AbortController();
    const removed = t.mock.method(controller.signal, 'removeEventListener');
    const call = failure(() => backend.solutions({ signal: controller.signal }));
    await arrived;
    controller.abort(reason);
    const late = await call;
    assert.deepEqual([late.code, late.cause, late.operation], ['aborted', reason, 'solutions']);
    assert.equal(removed.mock.callCount(), 1);
  });

  it('an aborted signal ends the wait for an authentication that is not listed yet', async (t) => {
    const { server, backend, userToken, solutionInstanceId } = await setUp(t);
    const controller = new AbortController();
    t.mock.method(server.store, 'listedAuthentications', () => {
      setTimeout(() => controller.abort(), 50);
      return [];
    });
    const authValue = { externalId: SLACK, authId: 'not-there' };
    const error = await failure(() =>
      backend.saveAuthentication({ userToken, solutionInstanceId, authValue, signal: controller.signal }),
    );
    assert.equal(error.code, 'aborted');
  });
});

describe('bad input', () => {
  const create = (options) => () => trayBackend({ masterToken: MASTER, ...options });
  for (const [what, field, make] of [
    ['no options', 'options', () => trayBackend()],
    ['no master token', 'masterToken', () => trayBackend({ masterToken: undefined })],
    ['a token with a line end', 'masterToken', create({ masterToken: `${MASTER}\n` })],
    ['a token with its scheme', 'masterToken', create({ masterToken: `Bearer ${MASTER}` })],
    ['a region that Tray does not have', 'region', create({ region: 'mars' })],
    ['a region of the prototype', 'region', create({ region: 'constructor' })],
    ['an endpoint that is no URL', 'graphqlUrl', create({ graphqlUrl: 'tray.io/graphql' })],
    ['an endpoint over plain http', 'graphqlUrl', create({ graphqlUrl: 'http://tray.io/graphql' })],
    ['an endpoint with credentials', 'graphqlUrl', create({ graphqlUrl: 'https://a:b@tray.io/graphql' })],
    ['a timeout of 0', 'timeout', create({ timeout: 0 })],
    ['a timeout as a text', 'timeout', create({ timeout: '1' })],
    ['a fetch that is none', 'fetch', create({ fetch: 'fetch' })],
    ['a lock that is none', 'lock', create({ lock: true })],
    ['an unknown option', 'masterToken2', create({ masterToken2: 'x' })],
  ])
    it(`${what}: invalid_options for ${field}`, () => {
      assert.throws(make, (error) => {
        assert.ok(error instanceof TrayBackendError && isTrayBackendError(error, 'invalid_options'));
        assert.equal(error.field, field);
        assert.ok(!logged(error).includes(MASTER));
        return true;
      });
    });

  const saving = { userToken: USER, solutionInstanceId: 'i', authValue: { externalId: SLACK, authId: 'a' } };
  for (const [call, given, field] of [
    ['generateAuthorizationCode', undefined, 'options'],
    ['generateAuthorizationCode', {}, 'userId'],
    ['generateAuthorizationCode', { userId: '' }, 'userId'],
    ['generateAuthorizationCode', { userId: 'u', userToken: USER }, 'userToken'],
    ['authorize', { userId: 7 }, 'userId'],
    ['createExternalUser', { name: ' ', externalUserId: 'x' }, 'name'],
    ['createExternalUser', { name: 'Ada', externalUserId: 'x\ny' }, 'externalUserId'],
    ['createExternalUser', { name: 'Ada', externalUserId: 'x', isTestUser: 'yes' }, 'isTestUser'],
    ['createSolutionInstance', { userToken: USER, instanceName: 'x' }, 'solutionId'],
    ['createSolutionInstance', { userToken: USER, solutionId: '..', instanceName: 'x' }, 'solutionId'],
    ['createSolutionInstance', { solutionId: 's', instanceName: 'x' }, 'userToken'],
    ['authentications', { userToken: 'two words' }, 'userToken'],
    ['authentications', { userToken: USER, first: 10 }, 'first'],
    ['solutions', { signal: {} }, 'signal'],
    ['saveAuthentication', { ...saving, solutionInstanceId: undefined }, 'solutionInstanceId'],
    ['saveAuthentication', { ...saving, authValue: undefined }, 'authValue'],
    ['saveAuthentication', { ...saving, authValue: { externalId: SLACK } }, 'authValue.authId'],
    ['saveAuthentication', { ...saving, enable: 1 }, 'enable'],
    ['saveAuthentications', { ...saving }, 'authValues'],
    ['saveAuthentications', { userToken: USER, solutionInstanceId: 'i', authValues: [] }, 'authValues'],
    [
      'saveAuthentications',
      { userToken: USER, solutionInstanceId: 'i', authValues: [saving.authValue, saving.authValue] },
      'authValues',
    ],
  ])
    it(`${call}(${JSON.stringify(given)}) rejects with invalid_options for ${field}, and sends nothing`, async () => {
      const sent = [];
      const backend = trayBackend({ masterToken: MASTER, fetch: async (url) => sent.push(url) });
      const error = await failure(() => backend[call](given));
      assert.deepEqual([error.code, error.field, sent], ['invalid_options', field, []]);
    });
});

describe('a browser', () => {
  for (const [what, name, value] of [
    ['with a document', 'document', {}],
    ['in a worker of a page', 'navigator', { userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36' }],
    ['in an app', 'navigator', { product: 'ReactNative' }],
  ])
    it(`${what}: throws on use, and says why`, (t) => {
      const before = Object.getOwnPropertyDescriptor(globalThis, name);
      Object.defineProperty(globalThis, name, { value, configurable: true });
      t.after(() => {
        if (before) Object.defineProperty(globalThis, name, before);
        else delete globalThis[name];
      });
      assert.throws(
        () => trayBackend({ masterToken: MASTER }),
        (error) => error.code === 'in_browser' && /holds your master token/.test(error.message),
      );
    });

  it('that calls itself Node, Deno or a Cloudflare worker is none', (t) => {
    const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    t.after(() => {
      if (before) Object.defineProperty(globalThis, 'navigator', before);
      else delete globalThis.navigator;
    });
    for (const userAgent of ['Node.js/24', 'Deno/2.1', 'Cloudflare-Workers', undefined]) {
      Object.defineProperty(globalThis, 'navigator', { value: { userAgent }, configurable: true });
      assert.ok(trayBackend({ masterToken: MASTER }));
    }
  });
});
