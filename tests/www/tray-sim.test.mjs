// What the chosen case makes of a simulated dialog's answer: headers, places, the provider's part, the log.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { cases } from '../../www/tray/sim/cases.mjs';
import { simCode } from '../../www/tray/sim/code.mjs';
import { http, json, openSim, pageOf, tray } from './tray-support.mjs';

test('every case opens: as a dialog, or as the answer that it asks for', async (t) => {
  const server = await tray(t);
  for (const { name, behaviour } of cases) {
    if (behaviour.http?.delay) continue; // the test of delays has it
    const { status } = await openSim(server, simCode(name));
    assert.equal(status, behaviour.http?.status ?? (behaviour.http?.redirect ? 302 : 200), name);
  }
});

test('the headers that sever or refuse are sent, and only on demand', async (t) => {
  const server = await tray(t);
  const headers = async (name) => (await openSim(server, simCode(name))).headers;
  assert.equal((await headers('coop-same-origin'))['cross-origin-opener-policy'], 'same-origin');
  assert.match((await headers('frame-ancestors'))['content-security-policy'], /frame-ancestors 'none'/);
  const refused = await headers('x-frame-options');
  assert.equal(refused['x-frame-options'], 'DENY');
  assert.doesNotMatch(refused['content-security-policy'], /frame-ancestors/, 'which would overrule it');
});

test('a slow dialog comes, and not before its time', async (t) => {
  const server = await tray(t);
  assert.equal((await openSim(server, simCode({ http: { delay: 5 } }))).status, 200);

  const code = simCode({ http: { delay: 600_000 } });
  const slow = openSim(server, code).catch((error) => error.code);
  const quick = (async () => {
    for (let n = 0; n < 20; n++) await openSim(server, simCode());
    return 'the quick ones';
  })();
  assert.equal(await Promise.race([slow, quick]), 'the quick ones');
  await server.close();
  assert.equal(await slow, 'ECONNRESET');
});

test("a provider's COOP header and decision are passed on to it", async (t) => {
  const server = await tray(t);
  const to = async (provider) => {
    const { api } = pageOf(await openSim(server, simCode({ provider })));
    const url = new URL((await http(server, `${api}/consent`)).headers.location);
    return http(server, url.pathname + url.search, { host: url.host });
  };
  assert.equal((await to({ coop: 'same-origin' })).headers['cross-origin-opener-policy'], 'same-origin');
  assert.match((await to({ decide: 'allow' })).headers.location, /\/external\/auth\/oauth\/callback\?code=/);
  assert.match((await to({ decide: 'deny' })).headers.location, /error=access_denied/);
  assert.match(
    (await to({ via: 'frame' })).headers['content-security-policy'],
    /frame-ancestors http:\/\/tray\.localhost/,
  );
});

test('places are filled in, also inside the URL of a page that speaks', async (t) => {
  const server = await tray(t);
  const host = `acme.localhost:${server.port}`;
  const [{ go }] = pageOf(await openSim(server, simCode('moves-and-comes-back'), '', host)).steps.onLoad;
  assert.ok(go.startsWith(`http://elsewhere.localhost:${server.port}/`));
  const url = new URL(go);
  const spoken = pageOf(await http(server, url.pathname + url.search, { host: url.host }));
  assert.equal(spoken.steps[0].post.authId, 'forged');
  assert.ok(spoken.steps[1].go.startsWith(`http://${host}/`), 'back to where the dialog was opened');
});

test('a page that speaks escapes what it is given', async (t) => {
  const server = await tray(t);
  const steps = encodeURIComponent(JSON.stringify([{ post: '"><script>alert(1)</script>' }]));
  const { status, text } = await http(server, `/__sim/speak?steps=${steps}`);
  assert.equal(status, 200);
  assert.doesNotMatch(text, /<script>alert/);
  assert.equal((await http(server, '/__sim/speak?steps=nonsense')).status, 400);
});

test('the log tells what happened in a dialog, by its tag', async (t) => {
  const server = await tray(t);
  const waiting = server.store.log.waitFor(({ kind }) => kind === 'message');
  const { api } = pageOf(await openSim(server, simCode({ tag: 'mine' })));
  await openSim(server, simCode({ tag: 'other' }));
  const answer = {
    kind: 'message',
    origin: 'http://app.localhost:1',
    fromHost: true,
    data: { type: 'tray.authpopup.accountIdRequest', data: 'account' },
  };
  assert.equal((await json(server, `${api}/log`, { ...answer, tag: 'forged', n: -1 })).status, 204);

  const { body } = await json(server, '/__sim/log?tag=mine');
  assert.deepEqual(
    body.map(({ kind }) => kind),
    ['opened', 'message'],
  );
  assert.deepEqual(
    [body[1].origin, body[1].data.data, body[1].fromHost, body[1].n > body[0].n],
    ['http://app.localhost:1', 'account', true, true],
  );
  assert.deepEqual((await json(server, `/__sim/log?kind=message&after=${body[0].n}`)).body, [body[1]]);
  assert.deepEqual(await waiting, body[1]);
  await assert.rejects(
    server.store.log.waitFor(() => false, { timeout: 1 }),
    /logged nothing of the kind/,
  );
});
