// Hostile data that a page gives to the parser itself: nothing is thrown. What comes as messages: tests/attacks.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('hostile data', ({ test, browser }) => {
  test('parseAuthMessage takes data that bites, and answers undefined', async () => {
    const page = await browser.open({
      parse: (h) => {
        const bite = () => {
          throw new Error('bitten');
        };
        const revoked = Proxy.revocable({}, {});
        revoked.revoke();
        const cyclic = {};
        cyclic.type = cyclic;
        const values = {
          proxy: new Proxy({}, { get: bite, has: bite, ownKeys: bite, getPrototypeOf: bite }),
          revoked: revoked.proxy,
          getter: {
            get type() {
              return bite();
            },
          },
          toString: { type: { toString: bite, valueOf: bite, [Symbol.toPrimitive]: bite } },
          function: Object.assign(() => {}, { type: 'tray.configPopup.finish' }),
          symbol: Symbol('tray.authpopup.finish'),
          'symbol type': { type: Symbol('tray.authpopup.finish') },
          window,
          cyclic,
          'no prototype': Object.create(null),
          bigint: 10n,
        };
        for (const [name, data] of Object.entries(values)) h.note([name, String(h.package.parseAuthMessage(data))]);
        // A finish whose other fields bite: the type is ours, so it is malformed, and still nothing is thrown.
        h.note([
          'authId bites',
          h.package.parseAuthMessage({
            type: 'tray.authpopup.finish',
            get authId() {
              return bite();
            },
          }).type,
        ]);
        h.note([
          'authType bites',
          h.package.parseAuthMessage({
            type: 'tray.authpopup.finish',
            authId: 'a',
            get authType() {
              return bite();
            },
          }).type,
        ]);
        h.note([
          'error bites',
          h.package.parseAuthMessage({
            type: 'tray.authpopup.error',
            get error() {
              return bite();
            },
            err: 'old',
          }).message,
        ]);
      },
    });
    await page.call('parse');
    const notes = Object.fromEntries((await page.report()).notes);
    const { 'authId bites': authId, 'authType bites': authType, 'error bites': error, ...rest } = notes;
    assert.deepEqual([authId, authType, error], ['malformed', 'finish', 'old']);
    assert.equal(Object.keys(rest).length, 11);
    for (const [name, answer] of Object.entries(rest)) assert.equal(answer, 'undefined', name);
  });
});
