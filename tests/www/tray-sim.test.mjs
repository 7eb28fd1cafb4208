// Cases on demand: that each can be chosen in every way, is what it says, and that nonsense is refused with a sentence.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { parseBehaviour, parseSteps } from '../../www/tray/sim/behaviour.mjs';
import { caseNamed, cases } from '../../www/tray/sim/cases.mjs';
import { readSimCode, simCode } from '../../www/tray/sim/code.mjs';
import { closeWindow, error, finish } from '../../www/tray/sim/steps.mjs';
import { SLOT, http, json, openCreate, pageOf, partner, postedError, tray } from './tray-support.mjs';

const DOUBLE = caseNamed('double-finish').behaviour.onLoad;
const sim = (server, code, query = '', host) => http(server, `/external/auth/create/acme/any-instance/${SLOT}?code=${encodeURIComponent(code)}${query}`, { host });

test('every case has a name of its own, a valid behaviour, an expectation, and a line in the README', async () => {
  const readme = await readFile(new URL('../../www/tray/README.md', import.meta.url), 'utf8');
  assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
  for (const { name, about, behaviour, expect } of cases) {
    assert.doesNotThrow(() => parseBehaviour(behaviour), name);
    assert.match(expect, /^(finish|closed|dialog_error|opener_severed|pending)$/);
    assert.ok(readme.includes(`| \`${name}\` | ${about} |`), `README: | \`${name}\` | ${about} | ${expect} |`);
  }
});

test('every case opens: as a dialog, or as the answer that it asks for', async (t) => {
  const server = await tray(t);
  for (const { name, behaviour } of cases) {
    if (behaviour.http?.delay) continue; // the test of delays has it
    const { status } = await sim(server, simCode(name));
    assert.equal(status, behaviour.http?.status ?? (behaviour.http?.redirect ? 302 : 200), name);
  }
});

test('a behaviour is chosen by code, user, everybody, in this order', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const onLoad = async (query) => pageOf(await openCreate(server, ada, { query })).steps.onLoad;
  assert.deepEqual(await onLoad(), []);
  server.store.behaviours.setDefault({ onLoad: [closeWindow] });
  assert.deepEqual(await onLoad(), [closeWindow]);
  server.store.behaviours.setForUser(ada.userId, { onLoad: [error('mine')] });
  assert.deepEqual(await onLoad(), [error('mine')]);
  const code = await ada.code();
  server.store.behave(code, 'double-finish');
  assert.deepEqual(pageOf(await openCreate(server, { ...ada, code: async () => code })).steps.onLoad, DOUBLE);
  assert.deepEqual(await onLoad('&sim.case=silence'), [], 'the query comes before all');
});

test('the same by HTTP, as application/json only', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const code = await ada.code();
  assert.equal((await json(server, '/__sim/behave', { code, behaviour: 'double-finish' })).status, 204);
  assert.deepEqual(pageOf(await openCreate(server, { ...ada, code: async () => code })).steps.onLoad, DOUBLE);
  assert.equal((await json(server, '/__sim/behave', { userId: ada.userId, behaviour: { onLoad: [closeWindow] } })).status, 204);
  assert.deepEqual(pageOf(await openCreate(server, ada)).steps.onLoad, [closeWindow]);

  const forged = await http(server, '/__sim/behave', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: JSON.stringify({ behaviour: 'silence' }) });
  assert.equal(forged.status, 400, 'what a page of any origin could send');
  assert.deepEqual((await json(server, '/__sim/cases')).body, cases);
});

test('a code that describes itself needs no back end, and serves as often as one likes', async (t) => {
  const server = await tray(t);
  for (const code of [simCode('double-finish'), simCode({ onLoad: DOUBLE }), simCode('double-finish')]) {
    const page = pageOf(await sim(server, code));
    assert.deepEqual(page.steps.onLoad, DOUBLE);
    const [owner] = server.store.users();
    assert.equal(server.store.authentication(owner.id, page.result.authId).service.name, 'slack', 'the authentication exists');
  }
  assert.deepEqual(pageOf(await sim(server, simCode())).steps.onLoad, []);
  const edited = pageOf(await http(server, `/external/auth/edit/acme/any-auth?code=${simCode('finish-then-close')}`));
  assert.equal(edited.result.authId, 'any-auth');
  const bare = pageOf(await http(server, `/external/auth/create/acme?code=${simCode('finish-then-close')}`));
  assert.equal(typeof bare.result.authId, 'string');
});

test('such codes survive the way through text', () => {
  for (const behaviour of ['silence', {}, { tag: 'ÿ>?~“"' }, { onLoad: [finish] }]) {
    assert.deepEqual(readSimCode(simCode(behaviour)), behaviour);
    assert.match(simCode(behaviour), /^sim:[\w-]*$/);
  }
  assert.equal(readSimCode('37d1a4fa990fb412'), undefined);
});

test('sim.* parameters change single values, on top of a case or of nothing', async (t) => {
  const server = await tray(t);
  const page = await sim(server, simCode('coop-same-origin'), '&sim.http.coop=same-origin-allow-popups&sim.askBeforeClose=true');
  assert.equal(page.headers['cross-origin-opener-policy'], 'same-origin-allow-popups');
  assert.equal(pageOf(page).askBeforeClose, true);
  const play = encodeURIComponent(JSON.stringify([{ after: 50, ...finish }]));
  assert.deepEqual(pageOf(await sim(server, simCode(), `&sim.onLoad=${play}`)).steps.onLoad, [{ after: 50, ...finish }]);
});

test('nonsense is an error page with a sentence that names it', async (t) => {
  const server = await tray(t);
  for (const [code, query, message] of [
    ['sim:made-up', '', /no case "made-up"/],
    [simCode({ onload: [] }), '', /onload/],
    [simCode(), '&sim.case=made-up', /no case "made-up"/],
    [simCode(), '&sim.http.delay=soon', /delay/],
    [simCode(), '&sim.http.coop.deep=1', /coop/],
    [simCode(), '&sim.__proto__.polluted=1', /__proto__/],
    [simCode(), '&sim.http.redirect=https://evil.example/', /redirect/],
    [simCode({ onLoad: [{ go: 'javascript:alert(1)' }] }), '', /onLoad/],
    [simCode({ onPagehide: [{ after: 1, ...finish }] }), '', /cannot|nothing in it can wait/],
  ]) {
    const response = await sim(server, code, query);
    assert.equal(response.status, 400, `${code} ${query}`);
    assert.match(postedError(response).error, message);
  }
  assert.equal({}.polluted, undefined);
  assert.throws(() => parseSteps([{ post: 1, closeWindow: true }]), /not a valid steps/);
});

test('the headers that sever or refuse are sent, and only on demand', async (t) => {
  const server = await tray(t);
  const headers = async (name) => (await sim(server, simCode(name))).headers;
  assert.equal((await headers('coop-same-origin'))['cross-origin-opener-policy'], 'same-origin');
  assert.match((await headers('frame-ancestors'))['content-security-policy'], /frame-ancestors 'none'/);
  const refused = await headers('x-frame-options');
  assert.equal(refused['x-frame-options'], 'DENY');
  assert.doesNotMatch(refused['content-security-policy'], /frame-ancestors/, 'which would overrule it');
});

test('a slow dialog comes, and not before its time', async (t) => {
  const server = await tray(t);
  assert.equal((await sim(server, simCode({ http: { delay: 5 } }))).status, 200);

  const code = simCode({ http: { delay: 600_000 } });
  const slow = sim(server, code).catch((error) => error.code);
  const quick = (async () => {
    for (let n = 0; n < 20; n++) await sim(server, simCode());
    return 'the quick ones';
  })();
  assert.equal(await Promise.race([slow, quick]), 'the quick ones');
  await server.close();
  assert.equal(await slow, 'ECONNRESET');
});

test("a provider's COOP header and decision are passed on to it", async (t) => {
  const server = await tray(t);
  const to = async (provider) => {
    const { api } = pageOf(await sim(server, simCode({ provider })));
    const url = new URL((await http(server, `${api}/consent`)).headers.location);
    return http(server, url.pathname + url.search, { host: url.host });
  };
  assert.equal((await to({ coop: 'same-origin' })).headers['cross-origin-opener-policy'], 'same-origin');
  assert.match((await to({ decide: 'allow' })).headers.location, /\/external\/auth\/oauth\/callback\?code=/);
  assert.match((await to({ decide: 'deny' })).headers.location, /error=access_denied/);
  assert.match((await to({ via: 'frame' })).headers['content-security-policy'], /frame-ancestors http:\/\/tray\.localhost/);
});

test('places are filled in, also inside the URL of a page that speaks', async (t) => {
  const server = await tray(t);
  const host = `acme.localhost:${server.port}`;
  const [{ go }] = pageOf(await sim(server, simCode('moves-and-comes-back'), '', host)).steps.onLoad;
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
  const { api } = pageOf(await sim(server, simCode({ tag: 'mine' })));
  await sim(server, simCode({ tag: 'other' }));
  const answer = { kind: 'message', origin: 'http://app.localhost:1', fromHost: true, data: { type: 'tray.authpopup.accountIdRequest', data: 'account' } };
  assert.equal((await json(server, `${api}/log`, { ...answer, tag: 'forged', n: -1 })).status, 204);

  const { body } = await json(server, '/__sim/log?tag=mine');
  assert.deepEqual(body.map(({ kind }) => kind), ['opened', 'message']);
  assert.deepEqual([body[1].origin, body[1].data.data, body[1].fromHost, body[1].n > body[0].n], ['http://app.localhost:1', 'account', true, true]);
  assert.deepEqual((await json(server, `/__sim/log?kind=message&after=${body[0].n}`)).body, [body[1]]);
  assert.deepEqual(await waiting, body[1]);
  await assert.rejects(server.store.log.waitFor(() => false, { timeout: 1 }), /logged nothing of the kind/);
});
