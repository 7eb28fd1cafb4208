// Messages that were never meant for us, of every shape that a browser can deliver: ignored, nothing thrown, page alive.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('hostile data', ({ test, browser }) => {
  test("data of every shape from the dialog's own window settles nothing and throws nothing", async () => {
    const code = browser.server.dialog(async (dialog) => {
      const cyclic = { type: 'tray.authpopup.nearly' };
      cyclic.type = cyclic;
      const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]));
      let deep = {};
      for (let depth = 0; depth < 500; depth++) deep = { type: deep };
      const channel = new MessageChannel();
      const buffer = new ArrayBuffer(8);
      const bitmap = await createImageBitmap(new ImageData(2, 2));
      const posted = [
        undefined,
        null,
        true,
        0,
        -1.5,
        NaN,
        Infinity,
        '',
        'tray.authpopup.finish',
        [],
        [{ type: 'tray.authpopup.finish', authId: 'x' }],
        {},
        10n,
        new Date(),
        new Date(NaN),
        /tray/,
        new Map([['type', 'tray.authpopup.finish']]),
        new Set(['tray.authpopup.finish']),
        new Uint8Array(4),
        new Blob(['tray.authpopup.finish']),
        new Error('tray.authpopup.finish'),
        new String('tray.authpopup.finish'),
        { type: null },
        { type: 1 },
        { type: {} },
        { type: [] },
        { type: ['tray.authpopup.finish'] },
        { type: new String('tray.authpopup.finish'), authId: 'x' },
        { type: '' },
        { type: 'tray.authpopup.' },
        { type: '\u0000' },
        { type: '\ud800' },
        { type: 'tray.authpopup.finish\u0000', authId: 'x' },
        cyclic,
        wide,
        deep,
        'x'.repeat(50_000_000),
        { type: 'x'.repeat(5_000_000) },
        { type: 'tray.authpopup.'.padEnd(5_000_000, 'x') },
        { type: 'tray.authpopup.ready', payload: 'x'.repeat(5_000_000) },
      ];
      for (const data of posted) dialog.post(data);
      dialog.host.postMessage(buffer, '*', [buffer]);
      dialog.host.postMessage({ port: channel.port1 }, '*', [channel.port1]);
      dialog.host.postMessage(bitmap, '*', [bitmap]);
      dialog.posted = posted.length + 3;
    });
    const page = await browser.open(
      { open: (h, { code }) => h.open(h.create({ authorizationCode: code })) },
      { args: { code } },
    );
    await page.click();
    const popup = await page.popup();
    await popup.until('everything to be posted', () => window.dialog?.posted);
    const count = await popup.run(() => window.dialog.posted);
    // A text of 50 MB takes its time from one process to another.
    await page.messagesFrom(page.server.origin('dialog.localhost'), count, { patience: 120_000 });
    const { dialog } = (await page.report()).dialogs;
    assert.deepEqual(dialog.settlements, []);
    assert.deepEqual(
      dialog.events.filter(({ type }) => type !== 'message').map(({ type }) => type),
      ['open', 'navigate'],
    );
    for (const { name } of dialog.events.filter(({ type }) => type === 'message'))
      assert.ok(name.length <= 1000, 'names are cut');
    for (const pages of await page.run(() => instrument.memoryPages()))
      assert.ok(pages < 100, `long texts do not enter the module: ${pages} pages`);
    await popup.run(() => window.dialog.finish('auth-1'));
    assert.equal((await page.result()).authId, 'auth-1');
  });

  test('a synthetic MessageEvent with the right origin and source is not accepted', async () => {
    const code = browser.server.dialog();
    const page = await browser.open(
      {
        open: (h, { code }) => h.open(h.create({ authorizationCode: code })),
        forge: (h) => {
          const data = { type: 'tray.authpopup.finish', authId: 'auth-forged' };
          window.dispatchEvent(
            new MessageEvent('message', { data, origin: h.dialogOrigin, source: instrument.windows[0] }),
          );
        },
      },
      { args: { code } },
    );
    await page.click();
    const popup = await (await page.popup()).ready();
    await page.call('forge');
    assert.equal((await page.report()).messages.length, 1, 'the forged event was dispatched');
    assert.deepEqual((await page.report()).dialogs.dialog.settlements, []);
    await popup.run(() => window.dialog.finish('auth-true'));
    assert.equal((await page.result()).authId, 'auth-true');
  });

  test('synthetic events whose data bites are ignored, and their data is not even read', async () => {
    const code = browser.server.dialog();
    const page = await browser.open(
      {
        open: (h, { code }) => h.open(h.create({ authorizationCode: code })),
        forge: (h) => {
          let reads = 0;
          const biting = new Proxy(
            {},
            {
              get: () => {
                reads++;
                throw new Error('bitten');
              },
              has: () => {
                reads++;
                throw new Error('bitten');
              },
              ownKeys: () => {
                reads++;
                throw new Error('bitten');
              },
              getPrototypeOf: () => {
                reads++;
                throw new Error('bitten');
              },
            },
          );
          const getter = {
            get type() {
              reads++;
              throw new Error('bitten');
            },
          };
          const odd = {
            type: {
              toString: () => {
                reads++;
                throw new Error('bitten');
              },
            },
          };
          for (const data of [biting, getter, odd, { type: biting }]) {
            window.dispatchEvent(
              new MessageEvent('message', { data, origin: h.dialogOrigin, source: instrument.windows[0] }),
            );
            const bare = new Event('message');
            Object.defineProperties(bare, {
              data: { value: data },
              origin: { value: h.dialogOrigin },
              source: {
                get: () => {
                  throw new Error('bitten');
                },
              },
            });
            window.dispatchEvent(bare);
          }
          window.dispatchEvent(new CustomEvent('message', { detail: 1 }));
          h.note({ reads });
        },
      },
      { args: { code } },
    );
    await page.click();
    const popup = await (await page.popup()).ready();
    await page.call('forge');
    assert.deepEqual(await page.note(), { reads: 0 });
    await popup.run(() => window.dialog.finish('auth-true'));
    assert.equal((await page.result()).authId, 'auth-true');
  });

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

  test('a polluted Object.prototype neither sets options nor completes messages', async () => {
    const code = browser.server.dialog((dialog) => {
      dialog.post({});
      dialog.post({ type: 'tray.authpopup.finish' });
    });
    const page = await browser.open(
      {
        pollute: (h) => {
          const polluted = {
            type: 'tray.authpopup.finish',
            authId: 'auth-forged',
            region: 'eu',
            extraOrigins: [h.origin('evil.localhost')],
          };
          for (const [name, value] of Object.entries(polluted))
            Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
        },
        open: (h, { code }) => h.open(h.create({ authorizationCode: code })),
      },
      { args: { code } },
    );
    await page.call('pollute');
    await page.click();
    // A finish without an authId of its own is malformed, whatever the prototype says.
    const error = await page.failure('dialog_error');
    assert.match(error.message, /authId/);
  });
});
