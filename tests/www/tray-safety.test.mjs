// What the simulated Tray does not let in or out: markup, scripts, framers, host names, other addresses.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { services } from '../../www/tray/catalogue.mjs';
import { decode, http, json, make, open, openCreate, pageOf, partner, tray } from './tray-support.mjs';

const [slack] = services;

test("a dialog's requests need its secret", async (t) => {
  const server = await tray(t);
  const { status } = await json(server, '/external/auth/sessions/made-up/finish', {});
  assert.equal(status, 404);
});

test('the log of requests holds neither codes nor the secrets of dialogs', async (t) => {
  const lines = [];
  const server = await tray(t, { log: (line) => lines.push(line) });
  const { api } = pageOf(await openCreate(server, await partner(server)));
  await http(server, `${api}/consent`);
  assert.equal(lines.at(-1), 'GET /external/auth/sessions/…/consent');
  assert.doesNotMatch(lines.join(), /code=/);
  assert.ok(!lines.join().includes(api.split('/').at(-1)));
});

test('nothing from outside gets into the markup', async (t) => {
  const server = await tray(t, { partnerName: '<i>acme</i>' });
  const ada = await partner(server);
  const evil = '"><script>alert(1)</script>\'';
  const at = encodeURIComponent(evil);
  const { id } = make(server, ada.userId, 'slack', evil);
  const name = encodeURIComponent('<i>acme</i>');
  for (const response of [
    await open(server, ada, `/external/auth/create/${at}`),
    await open(server, ada, `/external/auth/create/${name}/${at}/${at}`),
    await open(server, ada, `/external/auth/create/${name}/${ada.instanceId}/${at}`),
    await open(server, ada, `/external/auth/edit/${name}/${id}`),
    await open(
      server,
      ada,
      `/external/auth/create/${name}`,
      `&serviceId=${slack.id}&serviceEnvironmentId=${slack.environments[0].id}&scopes[]=${at}`,
    ),
    await http(server, `/external/auth/create/${name}?code=${at}`),
  ]) {
    assert.match(response.headers['content-type'], /^text\/html/);
    assert.doesNotMatch(response.text, /<script>alert|<i>acme/);
    assert.match(decode(response.text), /alert\(1\)|not valid/, 'the text itself is shown, harmless');
  }
});

test('pages allow only their own scripts, and only listed pages may frame the dialog', async (t) => {
  const server = await tray(t, { frameAncestors: ['http://app.localhost:1', 'http://other.localhost:2'] });
  const { headers, text } = await openCreate(server, await partner(server));
  const policy = Object.fromEntries(
    headers['content-security-policy']
      .split('; ')
      .map((directive) => [directive.split(' ')[0], directive.split(' ').slice(1).join(' ')]),
  );
  assert.equal(policy['default-src'], "'none'");
  assert.equal(policy['script-src'], `'self' ${server.origin}`);
  assert.equal(policy['frame-ancestors'], 'http://app.localhost:1 http://other.localhost:2');
  assert.equal(headers['cross-origin-opener-policy'], undefined);
  assert.equal(headers['x-frame-options'], undefined);
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.doesNotMatch(text, /<style|style=|<script(?! type="module" src=)/);
});

test('only names of this machine are answered', async (t) => {
  const server = await tray(t);
  for (const host of [
    'evil.example',
    `tray.localhost.evil.example:${server.port}`,
    'localhost.evil.example',
    '192.168.1.2',
    `notlocalhost:${server.port}`,
    '127.0.0.1.evil.example',
    'localhost:port',
  ]) {
    assert.equal((await http(server, '/', { host })).status, 421, host);
  }
  for (const host of ['localhost', '127.0.0.1', 'TRAY.localhost', 'a.b.localhost', 'acme.localhost'].map(
    (name) => `${name}:${server.port}`,
  )) {
    assert.equal((await http(server, '/', { host })).status, 200, host);
  }
});

test('it starts on this machine only, and says so when a port is taken', async (t) => {
  const server = await tray(t);
  assert.equal(server.origin, `http://tray.localhost:${server.port}`);
  await assert.rejects(tray(t, { hostname: '0.0.0.0' }), /name of this machine/);
  await assert.rejects(tray(t, { publicHost: 'tray.example' }), /name of this machine/);
  await assert.rejects(tray(t, { port: server.port }), new RegExp(`Port ${server.port} is in use`));
});
