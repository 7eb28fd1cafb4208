// Objects of the page among the options that call back into the package, or throw, when they are used: signals of its own
// making, windows with accessors of its own, thenables.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('given objects', ({ test, browser }) => {
  const open = (h, { code, second, display }) => {
    const place = document.getElementById('main').appendChild(document.createElement('div'));
    place.id = 'place';
    h.open(h.create({ authorizationCode: second, display: place, closeGrace: 0 }), 'other');
    h.open(h.create({ authorizationCode: code, display, ...h.call('given') }));
  };
  /** A page with a dialog that gives what the handler `given` makes, and another one in an Element. */
  const withOther = (given, { second = browser.server.dialog(), ...how } = {}) =>
    browser.opened({ code: browser.finishing(), handlers: { given, make: how.make, open }, args: { second }, ...how });

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
    const page = await withOther(() => {
      window.own = { aborted: false, addEventListener() {}, removeEventListener() {} };
      return { authorizationCode: new Promise(() => {}), signal: window.own };
    });
    await page.event('open');
    await page.run(() => {
      window.own.aborted = true;
    });
    await page.failure('aborted');
  });

  for (const [what, { make }] of Object.entries(signals)) {
    for (const display of ['popup', 'modal']) {
      test(`a signal of the page's own ${what} (${display}): the dialog finishes`, async () => {
        const page = await withOther((h) => ({ signal: h.call('make') }), { make, display });
        await page.finishes();
        const place = await browser.frameOf(page, () => document.querySelector('#place iframe')).ready();
        await page.finishes({ place, id: 'auth-other', name: 'other' });
      });
    }
  }

  test('a given window whose accessors call the package: its dialog and the others finish', async () => {
    const page = await browser.opened({
      code: browser.finishing('auth-other'),
      handlers: {
        open: (h, { code }) => {
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
                  h.open(h.create({ authorizationCode: code, display }), 'other');
                }
                return typeof value === 'function' ? value.bind(own) : value;
              },
            });
          }
          h.open(h.create({ authorizationCode: h.promise('code'), popup: { window: own } }));
        },
      },
    });
    await page.finishes({ id: 'auth-other', name: 'other' });
    await page.resolve('code', browser.finishing());
    await page.finishes();
    await page.windows.allClosed();
  });

  for (const [what, make] of Object.entries({
    'that settles at once, and throws': () => ({
      // biome-ignore lint/suspicious/noThenProperty: a thenable of the page's own making
      then(resolve) {
        resolve(harness.args.code);
        throw new Error('too late');
      },
    }),
    'that settles in every way, again and again': () => ({
      // biome-ignore lint/suspicious/noThenProperty: as above
      then(resolve, reject) {
        resolve(harness.args.code);
        reject(new Error('no'));
        resolve('another');
      },
    }),
    'that closes another dialog when it is asked': () => ({
      // biome-ignore lint/suspicious/noThenProperty: as above
      then(resolve) {
        harness.handle('other').close();
        resolve(harness.args.code);
      },
    }),
  })) {
    test(`a thenable as code ${what}: the dialog finishes`, async () => {
      const page = await withOther((h) => ({ authorizationCode: h.call('make') }), { make });
      await page.finishes();
      if (what.includes('another dialog')) await page.failure('closed', 'other');
      else assert.equal((await page.report()).dialogs.other.settlements.length, 0);
    });
  }
});
