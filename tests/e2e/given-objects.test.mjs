// Objects of the page among the options that call back into the package, or throw, when they are used: signals of its own
// making, windows with accessors of its own, thenables.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('given objects', ({ test, browser }) => {
  /** Signals of the page's own making: what they say of themselves is looked at, and nobody listens to them. */
  const signals = {
    'that throws when it is left': {
      make: () => ({
        aborted: false,
        addEventListener() {},
        removeEventListener() {
          throw new Error('no');
        },
      }),
    },
    'that can not be left': { make: () => ({ aborted: false, addEventListener() {} }) },
    'that calls back at once': {
      make: () => ({
        aborted: false,
        addEventListener(type, callback) {
          const event = new Event(type);
          if (typeof callback === 'function') callback.call(this, event);
          else callback.handleEvent(event);
        },
        removeEventListener() {},
      }),
    },
    'that calls back when it is left': {
      make: () => ({
        aborted: false,
        addEventListener(_type, callback) {
          this.callback = callback;
        },
        removeEventListener(type) {
          const event = new Event(type);
          if (typeof this.callback === 'function') this.callback(event);
          else this.callback?.handleEvent(event);
        },
      }),
    },
    'whose state calls the package': {
      make: (h) => ({
        get aborted() {
          h.package.parseAuthMessage({ type: 'tray.authpopup.close' });
          return false;
        },
        addEventListener() {
          h.package.parseAuthMessage({ type: 'tray.authpopup.close' });
        },
        removeEventListener() {
          h.package.parseAuthMessage({ type: 'tray.authpopup.close' });
        },
      }),
    },
  };

  test("a signal of the page's own making that is aborted later: aborted", async () => {
    const page = await browser.open({
      open: (h) => {
        window.own = { aborted: false, addEventListener() {}, removeEventListener() {} };
        h.open(h.create({ authorizationCode: h.promise('code'), signal: window.own }));
      },
    });
    await page.click();
    await page.event('open');
    await page.run(() => {
      window.own.aborted = true;
    });
    await page.failure('aborted');
  });

  for (const [what, { make }] of Object.entries(signals)) {
    for (const display of ['popup', 'modal']) {
      test(`a signal of the page's own ${what} (${display}): the dialog finishes`, async () => {
        const codes = [browser.server.dialog((dialog) => dialog.finish('auth-1')), browser.server.dialog()];
        const page = await browser.open(
          {
            make,
            open: (h, { codes, display }) => {
              const place = document.getElementById('main').appendChild(document.createElement('div'));
              place.id = 'place';
              h.open(h.create({ authorizationCode: codes[1], display: place }), 'other');
              h.open(h.create({ authorizationCode: codes[0], display, signal: h.call('make') }));
            },
          },
          { args: { codes, display } },
        );
        await page.click();
        assert.equal((await page.result()).authId, 'auth-1');
        const other = await browser.frameOf(page, () => document.querySelector('#place iframe')).ready();
        await other.run(() => window.dialog.finish('auth-other'));
        assert.equal((await page.result('other')).authId, 'auth-other');
      });
    }
  }

  test('a given window whose accessors call the package: its dialog and the others finish', async () => {
    const codes = ['auth-1', 'auth-other'].map((id) =>
      browser.server.dialog((dialog, { id }) => dialog.finish(id), { args: { id } }),
    );
    const page = await browser.open(
      {
        open: (h, { codes }) => {
          const own = window.open('', '_blank', 'width=300,height=300');
          let calls = 0;
          for (const name of ['closed', 'parent', 'opener', 'close', 'focus', 'postMessage', 'length']) {
            const value = own[name];
            Object.defineProperty(own, name, {
              configurable: true,
              get() {
                h.package.parseAuthMessage({ type: 'tray.authpopup.close' });
                if (calls++ === 0) {
                  const display = document.getElementById('main');
                  h.open(h.create({ authorizationCode: codes[1], display }), 'other');
                }
                return typeof value === 'function' ? value.bind(own) : value;
              },
            });
          }
          h.open(h.create({ authorizationCode: h.promise('code'), popup: { window: own } }));
        },
      },
      { args: { codes } },
    );
    await page.click();
    assert.equal((await page.result('other')).authId, 'auth-other');
    await page.resolve('code', codes[0]);
    assert.equal((await page.result()).authId, 'auth-1');
    await page.windows.allClosed();
  });

  for (const [what, make] of Object.entries({
    'that settles at once, and throws': () => ({
      // biome-ignore lint/suspicious/noThenProperty: a thenable of the page's own making
      then(resolve) {
        resolve(harness.args.codes[0]);
        throw new Error('too late');
      },
    }),
    'that settles in every way, again and again': () => ({
      // biome-ignore lint/suspicious/noThenProperty: as above
      then(resolve, reject) {
        resolve(harness.args.codes[0]);
        reject(new Error('no'));
        resolve('another');
      },
    }),
    'that closes another dialog when it is asked': () => ({
      // biome-ignore lint/suspicious/noThenProperty: as above
      then(resolve) {
        harness.handle('other').close();
        resolve(harness.args.codes[0]);
      },
    }),
  })) {
    test(`a thenable as code ${what}: the dialog finishes`, async () => {
      const codes = [browser.server.dialog((dialog) => dialog.finish('auth-1')), browser.server.dialog()];
      const page = await browser.open(
        {
          make,
          open: (h, { codes }) => {
            const display = document.getElementById('main');
            h.open(h.create({ authorizationCode: codes[1], display, closeGrace: 0 }), 'other');
            h.open(h.create({ authorizationCode: h.call('make') }));
          },
        },
        { args: { codes } },
      );
      await page.click();
      assert.equal((await page.result()).authId, 'auth-1');
      if (what.includes('another dialog')) await page.failure('closed', 'other');
      else assert.equal((await page.report()).dialogs.other.settlements.length, 0);
    });
  }
});
