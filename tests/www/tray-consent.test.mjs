// The simulated OAuth: to the provider's own origin and back, and every answer that must not be believed.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { http, json, openCreate, pageOf, partner, tray } from './tray-support.mjs';

/** A dialog on its way to the provider. */
async function begin(server, { host, query = '' } = {}) {
  const ada = await partner(server);
  const { api } = pageOf(await openCreate(server, ada, { host, query }));
  const response = await http(server, `${api}/consent?title=Mine&scopes=users:read`, { host });
  return { ada, api, response, url: new URL(response.headers.location) };
}

/** A request to wherever a redirect points. */
const follow = (server, url, options) => http(server, url.pathname + url.search, { host: url.host, ...options });

/** What the person's click on Allow or Deny sends. */
async function decide(server, url, decision) {
  const body = new URLSearchParams(url.searchParams);
  body.set('decision', decision);
  const response = await http(server, url.pathname, {
    host: url.host,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  return new URL(response.headers.location);
}

test('the consent page is on another origin, names what is asked for, and cannot be framed', async (t) => {
  const server = await tray(t);
  const { url } = await begin(server);
  assert.equal(url.origin, `http://provider.localhost:${server.port}`);
  const page = await follow(server, url);
  assert.equal(page.status, 200);
  assert.match(page.text, /Send messages/, 'what the service cannot do without');
  assert.match(page.text, /See the people/, 'what was chosen');
  assert.doesNotMatch(page.text, /list of public channels/, 'what was not');
  assert.match(page.headers['content-security-policy'], /frame-ancestors 'none'/);
});

test('denied: the dialog knows, cannot finish, and may ask again; allowed: it can, with what was chosen', async (t) => {
  const server = await tray(t);
  const { api, url } = await begin(server);
  const consent = async () => (await json(server, api)).body.consent;
  assert.equal(await consent(), 'pending');
  assert.equal((await json(server, `${api}/finish`, {})).status, 403, 'not before the consent');
  await follow(server, await decide(server, url, 'deny'));
  assert.equal(await consent(), 'denied');
  assert.equal((await json(server, `${api}/finish`, {})).status, 403);

  const again = new URL((await http(server, `${api}/consent?title=Mine&scopes=users:read`)).headers.location);
  assert.equal(await consent(), 'pending');
  assert.equal((await follow(server, await decide(server, again, 'allow'))).status, 200);
  assert.equal(await consent(), 'granted');
  const { status, body } = await json(server, `${api}/finish`, {});
  assert.deepEqual([status, body.authType], [200, 'oauth']);
  const [saved] = server.store.authentications();
  assert.deepEqual([saved.id, saved.name, saved.scopes], [body.authId, 'Mine', ['chat:write', 'users:read']]);
});

test('a dialog opened under another name goes on under that name', async (t) => {
  const server = await tray(t);
  const host = `acme.localhost:${server.port}`;
  const { url } = await begin(server, { host });
  assert.equal(new URL(url.searchParams.get('redirect_uri')).host, host);
  assert.equal((await follow(server, await decide(server, url, 'allow'))).status, 200);
});

for (const [what, change, host, status, consent] of [
  ['with a state that was not given out', ['state', 'made-up'], 'tray', 403, 'pending'],
  ['that comes to another origin than the question', [], 'acme', 403, 'pending'],
  ['with a code that the provider did not give for it', ['code', 'made-up'], 'tray', 200, 'denied'],
])
  test(`an answer ${what} is not believed`, async (t) => {
    const server = await tray(t);
    const { api, url } = await begin(server);
    const callback = await decide(server, url, 'allow');
    const forged = new URL(callback);
    if (change.length > 0) forged.searchParams.set(...change);
    const response = await follow(server, forged, { host: `${host}.localhost:${server.port}` });
    assert.equal(response.status, status);
    if (change[0] === 'state') assert.match(response.text, /OAuth state/);
    assert.deepEqual((await json(server, api)).body, { consent });
  });

test('an answer serves once, and only that to the last question', async (t) => {
  const server = await tray(t);
  const { api, url } = await begin(server);
  const earlier = await decide(server, url, 'allow');
  const again = new URL((await http(server, `${api}/consent`)).headers.location);
  assert.equal((await follow(server, earlier)).status, 403);
  const callback = await decide(server, again, 'allow');
  assert.equal((await follow(server, callback)).status, 200);
  assert.equal((await follow(server, callback)).status, 403, 'twice');
});

test('the provider sends nobody to a place or for an app that it does not know', async (t) => {
  const server = await tray(t);
  const { url } = await begin(server);
  for (const [name, value] of [
    ['redirect_uri', 'https://evil.example/external/auth/oauth/callback'],
    ['redirect_uri', `http://tray.localhost:${server.port}/elsewhere`],
    ['redirect_uri', 'javascript:alert(1)'],
    ['client_id', 'someone-else'],
    ['service', 'made-up'],
    ['response_type', 'token'],
  ]) {
    const asked = new URL(url);
    asked.searchParams.set(name, value);
    const response = await follow(server, asked);
    assert.deepEqual([response.status, response.headers.location], [400, undefined], `${name}=${value}`);
  }
});

test("neither the provider's pages nor Tray's are served under the other's name", async (t) => {
  const server = await tray(t);
  const { url } = await begin(server);
  assert.equal((await follow(server, url, { host: `tray.localhost:${server.port}` })).status, 404);
  assert.equal((await http(server, '/external/auth/create/acme?code=sim:silence', { host: url.host })).status, 404);
  assert.equal((await http(server, '/graphql', { host: url.host })).status, 404);
});

test('back in the same window, the dialog goes on where it was and plays nothing twice', async (t) => {
  const server = await tray(t);
  const { url } = await begin(server, {
    query: `&sim.provider.via=redirect&sim.onLoad=${encodeURIComponent('[{"post":1}]')}`,
  });
  const resumed = pageOf(await follow(server, await decide(server, url, 'allow')));
  assert.deepEqual([resumed.resumed, resumed.consent, resumed.steps.onLoad], [true, 'granted', []]);
});
