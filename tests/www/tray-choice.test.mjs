// How a case is chosen for a simulated dialog: by code, user, query; and that nonsense is refused with a sentence.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { failureCases } from '../../www/backend/failures.mjs';
import { GROUPS, NAMES } from '../../www/case-names.mjs';
import { parseBehaviour, parseSteps } from '../../www/tray/sim/behaviour.mjs';
import { caseNamed, cases } from '../../www/tray/sim/cases.mjs';
import { readSimCode, simCode } from '../../www/tray/sim/code.mjs';
import { closeWindow, error, finish } from '../../www/tray/sim/steps.mjs';
import { http, json, openCreate, openSim, pageOf, partner, postedError, tray } from './tray-support.mjs';

const DOUBLE = caseNamed('double-finish').behaviour.onLoad;

test('every case has a name and a label of its own, a valid behaviour, an expectation, and a line in the README', async () => {
  const readme = (await readFile(new URL('../../www/tray/README.md', import.meta.url), 'utf8')).replace(/ +\|/g, ' |');
  assert.equal(new Set(cases.map(({ name }) => name)).size, cases.length);
  assert.deepEqual(Object.keys(NAMES).sort(), cases.map(({ name }) => name).sort());
  for (const { id } of failureCases) assert.ok(!(id in NAMES), id);
  for (const { name, about, behaviour, expect } of cases) {
    assert.ok(GROUPS[expect], `${name} expects ${expect}`);
    assert.doesNotThrow(() => parseBehaviour(behaviour), name);
    assert.match(expect, /^(finish|closed|dialog_error|opener_severed|pending)$/);
    assert.ok(readme.includes(`| \`${name}\` | ${about} |`), `README: | \`${name}\` | ${about} | ${expect} |`);
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
  assert.equal(
    (await json(server, '/__sim/behave', { userId: ada.userId, behaviour: { onLoad: [closeWindow] } })).status,
    204,
  );
  assert.deepEqual(pageOf(await openCreate(server, ada)).steps.onLoad, [closeWindow]);

  const forged = await http(server, '/__sim/behave', {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({ behaviour: 'silence' }),
  });
  assert.equal(forged.status, 400, 'what a page of any origin could send');
  assert.deepEqual((await json(server, '/__sim/cases')).body, cases);
});

test('a code that describes itself needs no back end, and serves as often as one likes', async (t) => {
  const server = await tray(t);
  for (const code of [simCode('double-finish'), simCode({ onLoad: DOUBLE }), simCode('double-finish')]) {
    const page = pageOf(await openSim(server, code));
    assert.deepEqual(page.steps.onLoad, DOUBLE);
    const [owner] = server.store.users();
    assert.equal(
      server.store.authentication(owner.id, page.result.authId).service.name,
      'slack',
      'the authentication exists',
    );
  }
  assert.deepEqual(pageOf(await openSim(server, simCode())).steps.onLoad, []);
  const edited = pageOf(await http(server, `/external/auth/edit/acme/any-auth?code=${simCode('finish-then-close')}`));
  assert.equal(edited.result.authId, 'any-auth');
  const bare = pageOf(await http(server, `/external/auth/create/acme?code=${simCode('finish-then-close')}`));
  assert.equal(typeof bare.result.authId, 'string');
});

test('such codes are the same after they were text', () => {
  for (const behaviour of ['silence', {}, { tag: 'ÿ>?~“"' }, { onLoad: [finish] }]) {
    assert.deepEqual(readSimCode(simCode(behaviour)), behaviour);
    assert.match(simCode(behaviour), /^sim:[\w-]*$/);
  }
  assert.equal(readSimCode('37d1a4fa990fb412'), undefined);
});

test('sim.* parameters change single values, on top of a case or of nothing', async (t) => {
  const server = await tray(t);
  const page = await openSim(
    server,
    simCode('coop-same-origin'),
    '&sim.http.coop=same-origin-allow-popups&sim.askBeforeClose=true',
  );
  assert.equal(page.headers['cross-origin-opener-policy'], 'same-origin-allow-popups');
  assert.equal(pageOf(page).askBeforeClose, true);
  const play = encodeURIComponent(JSON.stringify([{ after: 50, ...finish }]));
  assert.deepEqual(pageOf(await openSim(server, simCode(), `&sim.onLoad=${play}`)).steps.onLoad, [
    { after: 50, ...finish },
  ]);
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
    const response = await openSim(server, code, query);
    assert.equal(response.status, 400, `${code} ${query}`);
    assert.match(postedError(response).error, message);
  }
  assert.equal({}.polluted, undefined);
  assert.throws(() => parseSteps([{ post: 1, closeWindow: true }]), /not a valid steps/);
});
