// Pages whose platform is patched, as by zone.js, a polyfill or a tracker: listeners that are called while they are added,
// events in a Proxy, timers without arguments, promises that take their time, signals and windows that call back.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

/** Patches that a dialog works with; each runs in the page before the package is loaded. */
const patches = {
  'setTimeout that drops further arguments': () => {
    const { setTimeout } = window;
    window.setTimeout = (callback, delay) => Reflect.apply(setTimeout, window, [callback, delay]);
  },
  'addEventListener that calls back while it adds': () => {
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (...given) {
      const [target, type] = [this ?? window, given[0]];
      Reflect.apply(addEventListener, target, given);
      if (['message', 'focus', 'blur', 'visibilitychange'].includes(type)) target.dispatchEvent(new Event(type));
    };
  },
  'removeEventListener that calls back before it removes': () => {
    const { removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.removeEventListener = function (...given) {
      const [target, type] = [this ?? window, given[0]];
      if (['message', 'focus', 'blur', 'visibilitychange'].includes(type)) target.dispatchEvent(new Event(type));
      Reflect.apply(removeEventListener, target, given);
    };
  },
  'addEventListener that gives each event in a Proxy': () => {
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const wrapped = new WeakMap();
    const look = (event, name) => {
      const value = Reflect.get(event, name);
      return typeof value === 'function' ? value.bind(event) : value;
    };
    const wrap = (callback) => {
      if (!callback) return callback;
      if (!wrapped.has(callback)) {
        wrapped.set(callback, function (event) {
          const proxy = new Proxy(event, { get: look });
          return callback.handleEvent ? callback.handleEvent(proxy) : Reflect.apply(callback, this, [proxy]);
        });
      }
      return wrapped.get(callback);
    };
    for (const method of [addEventListener, removeEventListener])
      EventTarget.prototype[method.name] = function (type, callback, options) {
        return Reflect.apply(method, this ?? window, [type, wrap(callback), options]);
      };
  },
  'hasFocus that says that there was a focus event': () => {
    const { hasFocus } = Document.prototype;
    Document.prototype.hasFocus = function () {
      window.dispatchEvent(new Event('focus'));
      return Reflect.apply(hasFocus, this, []);
    };
  },
  'then and queueMicrotask that come a task later': () => {
    const { then } = Promise.prototype;
    const late =
      (callback) =>
      (...given) => {
        if (typeof callback !== 'function') return given[0];
        return new Promise((resolve) => setTimeout(() => resolve(callback(...given))));
      };
    const { queueMicrotask } = window;
    window.patch = () => {
      // biome-ignore lint/suspicious/noThenProperty: it is what is patched
      Promise.prototype.then = function (resolved, rejected) {
        const onRejected = typeof rejected === 'function' ? late(rejected) : rejected;
        return Reflect.apply(then, this, [late(resolved), onRejected]);
      };
      window.queueMicrotask = (callback) => setTimeout(callback);
    };
    window.unpatch = () => {
      // biome-ignore lint/suspicious/noThenProperty: as above
      Promise.prototype.then = then;
      window.queueMicrotask = queueMicrotask;
    };
  },
};

/** What runs before the package: with the module of the handlers. */
const early = (patch) => `(() => { (${patch})(); return () => {}; })()`;

/** Runs in the page: while it is bare, listeners get events that are proxies, of which nothing can be read. */
const bare = () => {
  const { addEventListener } = EventTarget.prototype;
  window.bare = () => {
    EventTarget.prototype.addEventListener = function (type, callback, options) {
      const wrap = (event) => (callback.handleEvent ?? callback).call(this ?? window, new Proxy(event, {}));
      return Reflect.apply(addEventListener, this ?? window, [type, wrap, options]);
    };
  };
  window.whole = () => {
    EventTarget.prototype.addEventListener = addEventListener;
  };
};

suite('a patched platform', ({ test, browser }) => {
  /** A dialog, and a second one beside it, in the page's own Element unless `open` says otherwise. */
  const withOther = ({ handlers, ...how }) => {
    const open = (h, { code, display, options }) => {
      h.call('again');
      h.open(h.create({ authorizationCode: code, display, ...options }));
    };
    return browser.opened({ args: { second: browser.server.dialog() }, handlers: { open, ...handlers }, ...how });
  };
  const otherFinishes = async (page) => {
    const place = await browser.frameOf(page, () => document.querySelector('#main iframe')).ready();
    await page.finishes({ place, id: 'auth-other', name: 'second' });
  };
  const handlers = {
    open: (h, { codes }) => {
      window.patch?.();
      const [place, other] = ['place', 'other'].map((id) => {
        const made = document.getElementById('main').appendChild(document.createElement('div'));
        made.id = id;
        return made;
      });
      const { signal } = new AbortController();
      h.open(h.create({ authorizationCode: h.promise('code'), signal }), 'popup');
      h.open(h.create({ authorizationCode: codes.removed, display: place, closeGrace: 0 }), 'removed');
      h.open(h.create({ authorizationCode: h.promise('never'), display: other, timeout: 500 }), 'slow');
      h.open(h.create({ authorizationCode: () => codes.modal, display: 'modal' }), 'modal');
    },
  };

  for (const [what, patch] of Object.entries(patches)) {
    test(`${what}: dialogs finish, are found gone and time out as ever`, async () => {
      const codes = { modal: browser.finishing('auth-modal'), removed: browser.server.dialog() };
      const page = await browser.opened({ handlers: { early: early(patch), ...handlers }, args: { codes } });
      await page.finishes({ id: 'auth-modal', name: 'modal' });
      await page.resolve('code', browser.finishing('auth-popup'));
      await page.finishes({ id: 'auth-popup', name: 'popup' });
      await page.failure('timeout', 'slow');
      await page.run(() => document.getElementById('place').remove());
      await page.closedBy('app', 'removed');
      await page.run(() => window.unpatch?.());
      await page.windows.allClosed();
      await page.returnsToBaseline();
    });
  }

  test('what is missed while it is at work is looked at soon, also in a page that nobody sees', async () => {
    const page = await browser.opened({
      display: 'inline',
      // Nothing else is due meanwhile.
      options: { frame: { stallAfter: 1_000_000 }, closeGrace: 0 },
      handlers: {
        miss: () => {
          Object.defineProperty(document, 'hidden', { get: () => true });
          const look = () => window.dispatchEvent(new Event('focus'));
          let asked = 0;
          document.hasFocus = () => {
            // It has looked at the frame by then.
            if (++asked === 2) {
              document.getElementById('main').remove();
              look();
            }
            return false;
          };
          look();
        },
      },
    });
    await page.event('navigate');
    await page.call('miss');
    await page.failure('closed');
  });

  test('a modal that cannot be removed: it is closed all the same, and another dialog goes on', async () => {
    const removing = () => {
      const { remove } = Element.prototype;
      Element.prototype.remove = function () {
        if (this.shadowRoot) throw new TypeError('this page removes nothing');
        Reflect.apply(remove, this, []);
      };
    };
    const options = { closeGrace: 0 };
    const page = await withOther({ display: 'modal', options, handlers: { early: early(removing) } });
    await page.event('navigate');
    await page.call('close');
    await page.failure('closed');
    await until('the focus to come back', () => page.run(() => document.activeElement?.id === 'open'));
    await otherFinishes(page);
  });

  test('a fetch whose answers are Proxies: a popup that the user closes is closed, and another dialog finishes', async () => {
    const wrapping = () => {
      const { fetch } = window;
      window.fetch = async (...given) => {
        const response = await Reflect.apply(fetch, window, given);
        window.asked = true;
        return new Proxy(response, {});
      };
    };
    const page = await withOther({ handlers: { early: early(wrapping) } });
    await (await page.dialog()).close();
    await page.failure('closed');
    assert.equal(await page.run(() => window.asked), true);
    await otherFinishes(page);
  });

  test('a fetch that never answers gets one HEAD in the person’s session, which ends with the dialog', async () => {
    const page = await browser.opened({
      options: { closeGrace: 0 },
      handlers: {
        early: early(() => {
          window.requests = [];
          window.fetch = (...given) => {
            window.requests.push(new Request(...given));
            return new Promise(() => {});
          };
        }),
      },
    });
    await (await page.dialog()).close();
    await page.failure('closed');
    const requests = await page.run(() =>
      window.requests.map(({ url, method, credentials, redirect, signal }) => [
        url === location.href,
        ...[method, credentials, redirect, signal.aborted],
      ]),
    );
    assert.deepEqual(requests, [[true, 'HEAD', 'same-origin', 'manual', true]]);
  });

  for (const nth of [1, 2, 3]) {
    test(`hasFocus that says at call ${nth} after the window has closed that there was a focus event: closed`, async () => {
      const patch = `() => {
        const { open } = window;
        let popup;
        window.open = (...given) => (popup = Reflect.apply(open, window, given));
        const { hasFocus } = Document.prototype;
        let calls = 0;
        Document.prototype.hasFocus = function () {
          if (popup?.closed && ++calls === ${nth}) window.dispatchEvent(new Event('focus'));
          return Reflect.apply(hasFocus, this, []);
        };
      }`;
      // At once: then the page's own header is asked for, because it may have cut the window off.
      const page = await browser.opened({ script: () => window.close(), handlers: { early: early(patch) } });
      await page.closedBy('user');
    });
  }

  const unreadable = async (open, more) => {
    const page = await withOther({ handlers: { early: early(bare), open, ...more } });
    // Listeners that were wrapped cannot be removed.
    page.left = true;
    return { page, popup: await page.dialog() };
  };

  test('a page whose events cannot even be read: what is refused or clicked there ends no dialog', async () => {
    const open = (h, { code, second }) => {
      window.bare();
      h.open(h.create({ authorizationCode: code }), 'popup');
      h.open(h.create({ authorizationCode: second, display: 'modal' }), 'modal');
      window.whole();
    };
    const touch = () => {
      document.dispatchEvent(new SecurityPolicyViolationEvent('securitypolicyviolation'));
      const modal = [...document.body.children].find(({ shadowRoot }) => shadowRoot).shadowRoot;
      for (const type of ['pointerdown', 'pointerup', 'mousedown', 'keydown', 'keypress', 'click'])
        modal
          .querySelector('dialog')
          .dispatchEvent(new Event(type, { bubbles: true, composed: true, cancelable: true }));
      modal.querySelector('[part=close]').click();
    };
    const { page, popup } = await unreadable(open, { touch });
    await page.event('navigate', 'modal');
    await page.call('touch');
    await page.failure('closed', 'modal');
    await popup.close();
    await page.failure('closed', 'popup');
  });

  test('a page whose events cannot even be read: a dialog is not heard, and ends when its window does', async () => {
    const { page, popup } = await unreadable((h, { code, second }) => {
      window.bare();
      h.open(h.create({ authorizationCode: code }), 'first');
      const display = document.getElementById('main');
      h.open(h.create({ authorizationCode: second, display, timeout: 1_000 }), 'second');
    });
    await popup.finish();
    await page.messagesFrom(page.server.origin('dialog.localhost'));
    await page.failure('timeout', 'second');
    await popup.close();
    await page.failure('closed', 'first');
    await page.run(() => window.whole());
  });
});
