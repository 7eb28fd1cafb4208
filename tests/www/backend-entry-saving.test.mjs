// `saveAuthentication` of `tray-auth-dialog/backend`: whose it is, what is kept, when the instance is enabled, saves at once.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { trayBackend } from 'tray-auth-dialog/backend';
import { LONGEST_PAGE } from '../../www/tray/graphql/connection.mjs';
import { failure, MAILCHIMP, replaceLists, setUp, SHEETS, SLACK } from './backend-entry-support.mjs';
import { SOLUTION } from './tray-support.mjs';

describe('saving an authentication', () => {
  it('says what is missing, and enables the instance when all are there', async (t) => {
    const { server, backend, userToken, solutionInstanceId, authenticate, instance } = await setUp(t);
    const updates = t.mock.method(server.store, 'updateInstance').mock;
    const seen = [];
    for (const [externalId, service] of [
      [SLACK, 'slack'],
      [SHEETS, 'google-sheets'],
      [MAILCHIMP, 'mailchimp'],
    ]) {
      const authValue = { externalId, authId: authenticate(service) };
      const { solutionInstance, missing } = await backend.saveAuthentication({
        userToken,
        solutionInstanceId,
        authValue,
      });
      assert.ok(solutionInstance.authValues.some((value) => value.authId === authValue.authId));
      seen.push([solutionInstance.enabled, missing.map((slot) => slot.title)]);
    }
    assert.deepEqual(seen, [
      [false, ['Google Sheets', 'Mailchimp']],
      [false, ['Mailchimp']],
      [true, []],
    ]);
    assert.equal(instance().enabled, true);
    const sent = updates.calls.map(({ arguments: [, { authValues = [], enabled }] }) => [authValues.length, enabled]);
    assert.deepEqual(
      sent,
      [
        [1, undefined],
        [2, undefined],
        [3, undefined],
        [0, true],
      ],
      'the whole list each time, and last that it is enabled',
    );
  });

  it('leaves a complete instance as it is where `enable` is false', async (t) => {
    const { backend, userToken, solutionInstanceId, authenticate, instance } = await setUp(t);
    const { missing } = await backend.saveAuthentications({
      userToken,
      solutionInstanceId,
      authValues: [
        { externalId: SLACK, authId: authenticate() },
        { externalId: SHEETS, authId: authenticate('google-sheets') },
        { externalId: MAILCHIMP, authId: authenticate('mailchimp') },
      ],
      enable: false,
    });
    assert.deepEqual([missing, instance().enabled, instance().authValues.length], [[], false, 3]);
  });

  it('puts a new authentication in the place of the one before', async (t) => {
    const { backend, userToken, solutionInstanceId, authenticate, instance } = await setUp(t);
    for (const authId of [authenticate(), authenticate()]) {
      await backend.saveAuthentication({ userToken, solutionInstanceId, authValue: { externalId: SLACK, authId } });
      assert.deepEqual(instance().authValues, [{ externalId: SLACK, authId }]);
    }
  });

  it("refuses another user's, in the words that a made-up one gets", async (t) => {
    const { backend, user, userToken, solutionInstanceId, authenticate, instance } = await setUp(t);
    const foreign = authenticate('slack', (await user('Bob')).userId);
    const saved = { externalId: SLACK, authId: authenticate() };
    await backend.saveAuthentication({ userToken, solutionInstanceId, authValue: saved });
    const messages = [];
    for (const authId of [foreign, 'made-up']) {
      const authValue = { externalId: SLACK, authId };
      const error = await failure(() => backend.saveAuthentication({ userToken, solutionInstanceId, authValue }));
      assert.equal(error.code, 'not_your_authentication');
      assert.ok(!error.message.includes(authId));
      messages.push(error.message);
    }
    assert.equal(messages[0], messages[1]);
    assert.deepEqual(instance().authValues, [saved]);
  });

  for (const [what, missed, asked] of [
    ['once where it is listed at once', 0, 1],
    ['three times more before it gives up, where it is listed at last', 3, 4],
    ['three times more before it gives up, where it never is', 4, 4],
  ])
    it(`asks whose it is ${what}`, async (t) => {
      const { server, backend, userToken, solutionInstanceId, authenticate, instance } = await setUp(t);
      const authValue = { externalId: SLACK, authId: authenticate() };
      const lists = t.mock.method(server.store, 'listedAuthentications').mock;
      for (let call = 0; call < missed; call++) lists.mockImplementationOnce(() => [], call);
      const saving = backend.saveAuthentication({ userToken, solutionInstanceId, authValue });
      const code = await saving.then(
        () => 'saved',
        (error) => error.code,
      );
      assert.deepEqual([code, lists.callCount()], [missed < 4 ? 'saved' : 'not_your_authentication', asked]);
      assert.equal(instance().authValues.length, missed < 4 ? 1 : 0);
    });

  it('follows the pages of a long list to what it saves: of authentications, and of instances', async (t) => {
    const { server, backend, userToken, authenticate } = await setUp(t);
    let authId;
    let last;
    for (let number = 0; number < 2 * LONGEST_PAGE + 1; number++) {
      authId = authenticate();
      last = await backend.createSolutionInstance({
        userToken,
        solutionId: SOLUTION,
        instanceName: `Instance ${number}`,
      });
    }
    const lists = t.mock.method(server.store, 'listedAuthentications').mock;
    const authValue = { externalId: SLACK, authId };
    const saved = await backend.saveAuthentication({ userToken, solutionInstanceId: last.id, authValue });
    assert.deepEqual([saved.solutionInstance.id, saved.solutionInstance.authValues], [last.id, [authValue]]);
    assert.equal(lists.callCount(), 3, 'a request for each page');
  });

  it('saves none of several if one is not the user’s, or has no place in the solution', async (t) => {
    const { backend, userToken, solutionInstanceId, authenticate, instance } = await setUp(t);
    const own = { externalId: SLACK, authId: authenticate() };
    for (const [other, code, field] of [
      [{ externalId: SHEETS, authId: 'made-up' }, 'not_your_authentication', 'authId'],
      [{ externalId: 'unheard-of', authId: own.authId }, 'unknown_slot', 'authValues.1.externalId'],
    ]) {
      const authValues = [own, other];
      const error = await failure(() => backend.saveAuthentications({ userToken, solutionInstanceId, authValues }));
      assert.deepEqual([error.code, error.field], [code, field]);
      assert.deepEqual(instance().authValues, []);
    }
  });

  it("refuses another user's instance", async (t) => {
    const { backend, user, solutionInstanceId, authenticate, instance } = await setUp(t);
    const { userId, userToken } = await user('Bob');
    const authValue = { externalId: SLACK, authId: authenticate('slack', userId) };
    const error = await failure(() => backend.saveAuthentication({ userToken, solutionInstanceId, authValue }));
    assert.deepEqual([error.code, error.field], ['not_found', 'solutionInstanceId']);
    assert.deepEqual(instance().authValues, []);
  });

  for (const [what, prepare] of [
    ['that merges lists', () => {}],
    ['that replaces them', replaceLists],
  ])
    it(`loses none of three saves at once, with a Tray ${what}`, async (t) => {
      const { server, settings, userToken, solutionInstanceId, authenticate, instance } = await setUp(t);
      prepare(server);
      const values = [
        { externalId: SLACK, authId: authenticate() },
        { externalId: SHEETS, authId: authenticate('google-sheets') },
        { externalId: MAILCHIMP, authId: authenticate('mailchimp') },
      ];
      // A back end for each request, as some frameworks make them.
      const saved = await Promise.all(
        values.map((authValue) =>
          trayBackend(settings).saveAuthentication({ userToken, solutionInstanceId, authValue }),
        ),
      );
      assert.deepEqual(new Set(instance().authValues.map(({ authId }) => authId)).size, 3);
      assert.equal(instance().enabled, true);
      assert.deepEqual(
        saved.map(({ missing }) => missing.length),
        [2, 1, 0],
      );
    });

  it('puts in again what another process has overwritten before it looked', async (t) => {
    const { server, settings, userToken, userId, solutionInstanceId, authenticate, instance } = await setUp(t);
    replaceLists(server);
    const other = { externalId: SHEETS, authId: authenticate('google-sheets') };
    let overwritten = 0;
    const fetch = async (url, init) => {
      const response = await globalThis.fetch(url, init);
      if (init.body.includes('mutation updateSolutionInstance') && overwritten++ < 2)
        server.store.updateInstance(userId, { solutionInstanceId, authValues: [other] });
      return response;
    };
    const authValue = { externalId: SLACK, authId: authenticate() };
    await trayBackend({ ...settings, fetch }).saveAuthentication({ userToken, solutionInstanceId, authValue });
    assert.deepEqual(new Set(instance().authValues), new Set([other, authValue]));
    assert.equal(overwritten, 3);
  });

  it('gives up when others overwrite it each time, and says what helps', async (t) => {
    const { server, settings, userToken, userId, solutionInstanceId, authenticate } = await setUp(t);
    replaceLists(server);
    const fetch = async (url, init) => {
      const response = await globalThis.fetch(url, init);
      if (init.body.includes('mutation updateSolutionInstance'))
        server.store.updateInstance(userId, { solutionInstanceId, authValues: [] });
      return response;
    };
    const authValue = { externalId: SLACK, authId: authenticate() };
    const backend = trayBackend({ ...settings, fetch });
    const error = await failure(() => backend.saveAuthentication({ userToken, solutionInstanceId, authValue }));
    assert.equal(error.code, 'conflict');
    assert.match(error.message, /`lock`/);
  });

  it('holds the lock that it was given while it reads and writes, and passes on what a lock throws', async (t) => {
    const { server, settings, userToken, solutionInstanceId, authenticate } = await setUp(t);
    const held = [];
    const updates = t.mock.method(server.store, 'updateInstance');
    const lock = async (id, work) => {
      held.push([id, updates.mock.callCount()]);
      const saved = await work();
      held.push([id, updates.mock.callCount()]);
      return saved;
    };
    const authValue = { externalId: SLACK, authId: authenticate() };
    const given = { userToken, solutionInstanceId, authValue };
    await trayBackend({ ...settings, lock }).saveAuthentication(given);
    assert.deepEqual(held, [
      [solutionInstanceId, 0],
      [solutionInstanceId, 1],
    ]);
    const busy = trayBackend({ ...settings, lock: () => Promise.reject(new Error('locked')) });
    assert.equal((await failure(() => busy.saveAuthentication(given))).message, 'locked');
    await trayBackend(settings).saveAuthentication(given);
  });

  it('goes on after a while when the one before it never ends, and at once when it is aborted', async (t) => {
    const { settings, userToken, solutionInstanceId, authenticate } = await setUp(t);
    const authValue = { externalId: SLACK, authId: authenticate() };
    const given = { userToken, solutionInstanceId, authValue };
    let begun;
    const holds = new Promise((resolve) => {
      begun = resolve;
    });
    const lock = () => {
      begun();
      return new Promise(() => {});
    };
    trayBackend({ ...settings, lock }).saveAuthentication(given);
    await holds;
    const { missing } = await trayBackend({ ...settings, timeout: 500 }).saveAuthentication(given);
    assert.equal(missing.length, 2);

    trayBackend({ ...settings, lock }).saveAuthentication(given);
    const controller = new AbortController();
    const waiting = failure(() => trayBackend(settings).saveAuthentication({ ...given, signal: controller.signal }));
    setTimeout(() => controller.abort(), 200);
    assert.equal((await waiting).code, 'aborted');
  });

  it('goes on after a save that failed', async (t) => {
    const { backend, settings, userToken, solutionInstanceId, authenticate } = await setUp(t);
    const authValue = { externalId: SLACK, authId: authenticate() };
    const lock = () => Promise.reject(new Error('locked'));
    const failed = failure(() =>
      trayBackend({ ...settings, lock }).saveAuthentication({ userToken, solutionInstanceId, authValue }),
    );
    const { missing } = await backend.saveAuthentication({ userToken, solutionInstanceId, authValue });
    await failed;
    assert.equal(missing.length, 2);
  });
});
