// The dialog's pages: every form of URL, what each shows, what it refuses, and what it makes.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { services } from '../../www/tray/catalogue.mjs';
import {
  SLOT,
  decode,
  http,
  json,
  make,
  open,
  openCreate,
  pageOf,
  partner,
  postedError,
  tray,
} from './tray-support.mjs';

const [slack, , mailchimp] = services;
const legends = ({ text }) => [...text.matchAll(/<legend>(.*?)<\/legend>/g)].map(([, legend]) => legend);

test('create for a solution instance: the parts that its service has, but for those that the URL skips', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const token = 'external_mailchimp_authentication';
  for (const [query, slot, expected] of [
    ['', SLOT, ['Name', 'Settings', 'Permissions']],
    ['&skipTitleField=true', SLOT, ['Settings', 'Permissions']],
    ['&skipAuthSettings=true', SLOT, ['Name', 'Permissions']],
    ['&skipTitleField=true&skipAuthSettings=true', SLOT, ['Permissions']],
    ['&skipTitleField=false&skipAuthSettings=', SLOT, ['Name', 'Settings', 'Permissions']],
    ['', token, ['Name', 'Credentials']],
    // Credentials are no settings.
    ['&skipTitleField=true&skipAuthSettings=true', token, ['Credentials']],
  ]) {
    const response = await openCreate(server, ada, { slot, query });
    assert.equal(response.status, 200);
    assert.match(response.text, /Simulation\./);
    assert.deepEqual(legends(response), expected, query);
  }
});

test('edit: shows what the authentication has', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const { id } = make(server, ada.userId, 'slack', 'Work "chat"');
  const response = await open(server, ada, `/external/auth/edit/acme/${id}`);
  assert.match(response.text, /<h1>Edit Slack<\/h1>/);
  assert.match(decode(response.text), /value="Work "chat""/);
  assert.match(response.text, new RegExp(`value="${slack.environments[1].id}" selected`));
});

test('create for a service: only the scopes that the URL names', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const query = `&serviceId=${slack.id}&serviceEnvironmentId=${slack.environments[0].id}&scopes[]=chat:write&scopes[]=files:read`;
  const response = await open(server, ada, '/external/auth/create/acme', query);
  assert.deepEqual(
    [...response.text.matchAll(/name="scopes" value="(.*?)"/g)].map(([, scope]) => scope),
    ['chat:write', 'files:read'],
  );
});

test('create for a service: an environment of another service is the error that Tray documents', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  for (const [query, message] of [
    [`&serviceId=${slack.id}&serviceEnvironmentId=${mailchimp.environments[0].id}`, /environment does not match/],
    [`&serviceId=${slack.id}`, /environment does not match/],
    [`&serviceId=made-up&serviceEnvironmentId=${slack.environments[0].id}`, /no service "made-up"/],
    [`&serviceEnvironmentId=${slack.environments[0].id}`, /no service/],
  ]) {
    assert.match(postedError(await open(server, ada, '/external/auth/create/acme', query)).error, message);
  }
});

test('bare create: the person chooses the service first', async (t) => {
  const server = await tray(t);
  const response = await open(server, await partner(server), '/external/auth/create/acme');
  for (const { id, title } of services) assert.match(response.text, new RegExp(`value="${id}".*${title}`));
  const choose = (body) =>
    http(server, `${pageOf(response).api}/service`, {
      method: 'POST',
      body,
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    });
  assert.equal((await choose('serviceId=made-up')).status, 422);
  assert.deepEqual(legends(await choose(`serviceId=${mailchimp.id}`)), ['Name', 'Credentials']);
});

test('by default a dialog says nothing before its end, then finish or close, and closes', async (t) => {
  const server = await tray(t);
  const { steps, via } = pageOf(await openCreate(server, await partner(server)));
  assert.equal(via, 'popup');
  assert.deepEqual(steps, {
    onLoad: [],
    onFinish: [
      { post: { type: 'tray.authpopup.finish', authType: '$authType', authId: '$authId' } },
      { closeWindow: true },
    ],
    onCancel: [{ post: { type: 'tray.authpopup.close' } }, { closeWindow: true }],
    onPagehide: [],
  });
});

test('what cannot be opened is an error page that posts why', async (t) => {
  const server = await tray(t);
  const [ada, bob] = [await partner(server, 'Ada'), await partner(server, 'Bob')];
  const { id } = make(server, bob.userId, 'slack');
  for (const [path, status, message] of [
    ['/external/auth/create/someone-else', 404, /no partner "someone-else"/],
    [`/external/auth/create/acme/${bob.instanceId}/${SLOT}`, 404, /no solution instance/],
    [`/external/auth/create/acme/${ada.instanceId}/external_nothing`, 404, /external_nothing/],
    [`/external/auth/edit/acme/${id}`, 404, /no authentication/],
  ]) {
    const response = await open(server, ada, path);
    assert.equal(response.status, status, path);
    assert.deepEqual(Object.keys(postedError(response)), ['type', 'error']);
    assert.equal(postedError(response).type, 'tray.authPopup.error');
    assert.match(postedError(response).error, message);
  }
  const missing = await http(server, `/external/auth/create/acme/${ada.instanceId}/${SLOT}`);
  assert.deepEqual([missing.status, postedError(missing).error], [400, 'The authorization code is missing.']);
});

test('credentials are checked, and name the field; then the authentication exists and can be used and edited', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const { api } = pageOf(await openCreate(server, ada, { slot: 'external_mailchimp_authentication' }));
  const finish = (body) => json(server, `${api}/finish`, body);
  for (const [fields, field] of [
    [undefined, 'apiKey'],
    [{ apiKey: ' ', server: 'us1' }, 'apiKey'],
    [{ apiKey: 'k' }, 'server'],
    [{ apiKey: 'invalid', server: 'us1' }, 'apiKey'],
  ]) {
    const { status, body } = await finish({ title: 'News', fields });
    assert.deepEqual([status, body.field], [422, field]);
  }
  assert.equal((await finish({ title: ' ', fields: { apiKey: 'k', server: 'us1' } })).body.field, 'title');

  const { status, body } = await finish({ title: 'News', fields: { apiKey: 'k', server: 'us1' } });
  assert.deepEqual([status, body.authType], [200, 'token']);
  assert.deepEqual(
    (await finish({ title: 'Again', fields: { apiKey: 'k', server: 'us1' } })).body,
    body,
    'a dialog ends once',
  );
  server.store.updateInstance(ada.userId, {
    solutionInstanceId: ada.instanceId,
    authValues: [{ externalId: 'external_mailchimp_authentication', authId: body.authId }],
  });

  const edit = pageOf(await open(server, ada, `/external/auth/edit/acme/${body.authId}`));
  assert.deepEqual(
    (await json(server, `${edit.api}/finish`, { title: 'Newer', fields: { apiKey: 'k2', server: 'us2' } })).body,
    body,
    'the same authentication',
  );
  const [saved, ...more] = server.store.authentications();
  assert.deepEqual([saved.name, saved.fields, more], ['Newer', { apiKey: 'k2', server: 'us2' }, []]);
});
