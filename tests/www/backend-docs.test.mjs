// What docs/backend.md tells partners to send and to paste: its GraphQL is that of `tray-auth-dialog/backend` and of Tray's
// schema, and its handlers run, against the simulated Tray.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import express from 'express';
import { parse, print, validate } from 'graphql';
import * as operations from '../../pkg/backend/operations.js';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { listen } from '../../www/listen.mjs';
import { startTray } from '../../www/tray/server.mjs';
import { schema } from '../../www/tray/graphql/schema.mjs';
import { codeBlocks } from '../packaging/support/docs.mjs';
import { temporaryFolder } from '../packaging/support/temporary.mjs';
import { make, SOLUTION } from './tray-support.mjs';

const document = 'docs/backend.md';
const SLACK = 'external_slack_authentication';

test('docs/backend.md shows the operations that the package sends, and each is one of the API', () => {
  const shown = codeBlocks(document, 'graphql').map((text) => print(parse(text)));
  const sent = Object.values(operations).map((operation) => print(parse(operation.document)));
  assert.deepEqual(shown.sort(), sent.sort());
  for (const text of shown) assert.deepEqual(validate(schema, parse(text)), [], text);
});

describe('the handlers of docs/backend.md', () => {
  let folder;
  let tray;
  /** The visitor who is signed in, as the partner stores them. */
  let user;
  before(async () => {
    tray = await startTray();
    folder = temporaryFolder('handlers');
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(inRoot(), join(folder, 'node_modules', 'tray-auth-dialog'), 'dir');
    for (const name of ['express', 'hono'])
      symlinkSync(inRoot('node_modules', name), join(folder, 'node_modules', name), 'dir');
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const files = codeBlocks(document, 'js').flatMap((code) => {
      const name = /^\/\/ (\S+\.js)\n/.exec(code)?.[1];
      return name ? [[name, code]] : [];
    });
    assert.deepEqual(
      files.map(([name]) => name),
      [
        'tray.js',
        'account.js',
        'express.js',
        'answer.js',
        'app/api/tray/code/route.js',
        'app/api/tray/save/route.js',
        'hono.js',
      ],
    );
    const place = (name, code) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), code);
    };
    for (const [name, code] of files) place(name, code);
    // The simulation in place of a region, and the sign-in that every partner has.
    const [, ours] = files[0];
    assert.match(ours, /region: 'us'/);
    place('tray.js', ours.replace("region: 'us'", `graphqlUrl: '${tray.graphqlUrl}'`));
    const [, account] = files[1];
    place('account.js', `${account}\nasync function yourSignedInUser() { return globalThis.signedInUser(); }\n`);
    // It is read when tray.js is loaded. Other tests start the demo, which would take it for theirs.
    process.env.TRAY_MASTER_TOKEN = tray.masterToken;
    const { createAccount } = await load('account.js');
    delete process.env.TRAY_MASTER_TOKEN;
    user = await createAccount({ id: 'user-1', name: 'Ada' }, SOLUTION);
    globalThis.signedInUser = () => user;
  });
  after(() => tray?.close());

  const load = (name) => import(pathToFileURL(join(folder, name)).href);
  const json = (body = {}) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

  /** How each framework is asked: a path, a body. @type {Record<string, (t: any) => Promise<(path: string, body?: object) => Promise<Response>>>} */
  const frameworks = {
    Express: async (t) => {
      const { trayRoutes } = await load('express.js');
      const { origin, close } = await listen(express().use('/api/tray', trayRoutes), {
        port: 0,
        publicHost: '127.0.0.1',
      });
      t.after(close);
      return (path, body) => fetch(`${origin}/api/tray/${path}`, json(body));
    },
    Next: async () => async (path, body) => {
      const { POST } = await load(`app/api/tray/${path}/route.js`);
      return POST(new Request(`https://acme.example/api/tray/${path}`, json(body)));
    },
    Hono: async () => {
      const { Hono } = await import('hono');
      const { trayRoutes } = await load('hono.js');
      const app = new Hono().route('/api/tray', trayRoutes);
      return async (path, body) => app.request(`/api/tray/${path}`, json(body));
    },
  };

  for (const [name, serve] of Object.entries(frameworks)) {
    test(`${name}: a code that opens the dialog for this user, which nobody caches`, async (t) => {
      const ask = await serve(t);
      const response = await ask('code');
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('cache-control'), 'no-store');
      const { authorizationCode } = await response.json();
      assert.equal(tray.store.codes.redeem(authorizationCode), user.userId);
    });

    test(`${name}: saves what is the user's own, and says what is missing`, async (t) => {
      const ask = await serve(t);
      const { solutionInstanceId } = user;
      const authValue = { externalId: SLACK, authId: make(tray, user.userId, 'slack').id };
      const response = await ask('save', { solutionInstanceId, authValue });
      assert.equal(response.status, 200);
      const { missing } = await response.json();
      assert.equal(missing.length, 2);
      assert.deepEqual(tray.store.instance(user.userId, solutionInstanceId).authValues, [authValue]);
    });

    for (const [what, body, status, code] of [
      [
        "an authentication that is not the user's",
        { authValue: { externalId: SLACK, authId: 'x' } },
        403,
        'not_your_authentication',
      ],
      ['no authentication', {}, 400, 'invalid_options'],
      // Express refuses other JSON than objects and lists by itself.
      ['what is no object', name === 'Express' ? [] : null, 400, 'invalid_options'],
    ])
      test(`${name}: answers ${what} with ${status}, and logs no secret`, async (t) => {
        const ask = await serve(t);
        const logged = t.mock.method(console, 'error', () => {});
        const response = await ask(
          'save',
          body && !Array.isArray(body) ? { solutionInstanceId: user.solutionInstanceId, ...body } : body,
        );
        assert.equal(response.status, status);
        assert.deepEqual(await response.json(), { error: { code } });
        const text = logged.mock.calls
          .map(({ arguments: [error] }) => `${error.stack} ${JSON.stringify(error)}`)
          .join();
        for (const secret of [tray.masterToken, user.userId]) assert.ok(!text.includes(secret));
      });
  }
});
