// Objects of the page among the options that call back into the package, or throw, when they are used: signals of its own
// making, windows with accessors of its own, thenables.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('given objects', ({ test, browser }) => {
  /** A page with a dialog that gives what the handler `given` makes, and another one in an Element. */
  const withOther = (given, { display } = {}) => {
    const open = (h, { code, second, display }) => {
      h.open(h.create({ authorizationCode: second, display: h.place({ id: 'place' }), closeGrace: 0 }), 'other');
      h.open(h.create({ authorizationCode: code, display, ...h.call('given') }));
    };
    const args = { second: browser.server.dialog() };
    return browser.opened({ code: browser.finishing(), display, handlers: { given, open }, args });
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

  /** Signals of the page's own making: the package reads `aborted`, and does not listen to them. */
  const signals = {
    'that throws when it is left': () => {
      const removeEventListener = () => {
        throw new Error('no');
      };
      return { signal: { aborted: false, addEventListener() {}, removeEventListener } };
    },
    'that can not be left': () => ({ signal: { aborted: false, addEventListener() {} } }),
    'that calls back at once': () => {
      const addEventListener = (type, callback) => (callback.handleEvent ?? callback).call(callback, new Event(type));
      return { signal: { aborted: false, addEventListener, removeEventListener() {} } };
    },
    'that calls back when it is left': () => {
      let kept;
      const addEventListener = (_type, callback) => (kept = callback);
      const removeEventListener = (type) => (kept?.handleEvent ?? kept)?.call(kept, new Event(type));
      return { signal: { aborted: false, addEventListener, removeEventListener } };
    },
    'whose state calls the package': (h) => {
      const call = () => h.package.parseAuthMessage({ type: 'tray.authpopup.close' });
      const signal = { addEventListener: call, removeEventListener: call };
      return { signal: Object.defineProperty(signal, 'aborted', { get: () => !call() }) };
    },
  };
  for (const [what, given] of Object.entries(signals)) {
    for (const display of ['popup', 'modal']) {
      test(`a signal of the page's own ${what} (${display}): the dialog finishes`, async () => {
        const page = await withOther(given, { display });
        await page.finishes();
        const place = await browser.frameOf(page, () => document.querySelector('#place iframe')).ready();
        await page.finishes({ place, id: 'auth-other', name: 'other' });
      });
    }
  }

  test('a given window whose accessors call the package: its dialog and the others finish', async () => {
    const open = (h, { code }) => {
      const own = window.open('', '_blank', 'width=300,height=300');
      let calls = 0;
      for (const name of ['closed', 'parent', 'opener', 'close', 'focus', 'postMessage', 'length']) {
        const value = own[name];
        Object.defineProperty(own, name, {
          configurable: true,
          get() {
            h.package.parseAuthMessage({ type: 'tray.authpopup.close' });
            if (calls++ === 0) h.open(h.create({ authorizationCode: code, display: 'inline' }), 'other');
            return typeof value === 'function' ? value.bind(own) : value;
          },
        });
      }
      h.open(h.create({ authorizationCode: h.promise('code'), popup: { window: own } }));
    };
    const page = await browser.opened({ code: browser.finishing('auth-other'), handlers: { open } });
    await page.finishes({ id: 'auth-other', name: 'other' });
    await page.resolve('code', browser.finishing());
    await page.finishes();
    await page.windows.allClosed();
  });

  const thenables = {
    'that settles at once, and throws': (resolve) => {
      resolve(harness.args.code);
      throw new Error('too late');
    },
    'that settles in every way, again and again': (resolve, reject) => {
      resolve(harness.args.code);
      reject(new Error('no'));
      resolve('another');
    },
    'that closes another dialog when it is asked': (resolve) => {
      harness.handle('other').close();
      resolve(harness.args.code);
    },
  };
  for (const [what, then] of Object.entries(thenables)) {
    test(`a thenable as code ${what}: the dialog finishes`, async () => {
      const page = await withOther(`() => ({ authorizationCode: { then: ${then} } })`);
      await page.finishes();
      if (what.includes('another dialog')) await page.failure('closed', 'other');
      else assert.equal((await page.report()).dialogs.other.settlements.length, 0);
    });
  }
});
