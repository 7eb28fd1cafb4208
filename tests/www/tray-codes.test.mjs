// Authorization codes and user tokens of the simulated Tray: how often and how long they serve.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CODE_LIFETIME, Codes } from '../../www/tray/codes.mjs';
import { TOKEN_LIFETIME } from '../../www/tray/store.mjs';
import { graphql, openCreate, partner, postedError, tray } from './tray-support.mjs';

test('a code lives five minutes', () => assert.equal(CODE_LIFETIME, 300_000));

test('a code serves its user once', () => {
  const codes = new Codes(() => 0);
  const code = codes.issue('ada');
  assert.equal(codes.redeem(code), 'ada');
  assert.throws(() => codes.redeem(code), /already been used/);
});

test('a code serves until just before its end, and not at its end', () => {
  let now = 1_000;
  const codes = new Codes(() => now);
  const [first, second] = [codes.issue('ada'), codes.issue('ada')];
  now += CODE_LIFETIME - 1;
  assert.equal(codes.redeem(first), 'ada');
  now += 1;
  assert.throws(() => codes.redeem(second), /expired/);
});

test('a code that nobody made, or none at all, is refused', () => {
  const codes = new Codes(() => 0);
  assert.throws(() => codes.redeem('made-up'), /not valid/);
  assert.throws(() => codes.redeem(undefined), /missing/);
  assert.throws(() => codes.redeem(''), /missing/);
  assert.throws(() => codes.redeem(['a', 'b']), /missing/);
});

test('no two codes are the same, and none can be guessed from another', () => {
  const codes = new Codes(() => 0);
  const made = new Set(Array.from({ length: 1_000 }, () => codes.issue('ada')));
  assert.equal(made.size, 1_000);
  for (const code of made) assert.match(code, /^[0-9a-f]{40}$/);
});

test('of ten requests with one code at once, exactly one gets a dialog', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const code = await ada.code();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => openCreate(server, { ...ada, code: async () => code })),
  );
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array(9).fill(403)]);
});

test('an expired code shows an error page that says so and posts it', async (t) => {
  let now = Date.now();
  const server = await tray(t, { clock: () => now });
  const ada = await partner(server);
  const code = await ada.code();
  now += CODE_LIFETIME;
  const response = await openCreate(server, { ...ada, code: async () => code });
  assert.equal(response.status, 403);
  const posted = postedError(response);
  assert.equal(posted.type, 'tray.authPopup.error');
  assert.match(posted.error, /expired/);
});

test('looking at the headers of a dialog does not use up its code', async (t) => {
  const server = await tray(t);
  const ada = await partner(server);
  const code = await ada.code();
  const head = await fetch(
    `http://127.0.0.1:${server.port}/external/auth/create/acme/${ada.instanceId}/external_slack_authentication?code=${code}`,
    { method: 'HEAD' },
  );
  assert.equal(head.status, 200);
  assert.equal((await openCreate(server, { ...ada, code: async () => code })).status, 200);
});

test('a user token lives two days', async (t) => {
  let now = Date.now();
  const server = await tray(t, { clock: () => now });
  const { accessToken } = await partner(server);
  now += TOKEN_LIFETIME - 1;
  assert.equal((await graphql(server, accessToken, '{ viewer { details { name } } }')).data.viewer.details.name, 'Ada');
  now += 1;
  assert.equal((await graphql(server, accessToken, '{ viewer { details { name } } }')).status, 401);
});
