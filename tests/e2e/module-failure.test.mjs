// A module that fails, by a trap or because no memory is left: every open dialog ends as `internal`, the facade undoes all, and the
// next call works on a new instance.
import assert from 'node:assert/strict';
import { failing } from './harness/failed-module.mjs';
import { suite } from './harness/suite.mjs';

/**
 * A handler, for before the module is compiled: it gets `spare` pages more memory than it begins with, and then no more,
 * as on a device that has none left.
 */
const limitMemory = (_h, _args, spare) => {
  const MEMORY_SECTION = 5;
  const limited = (bytes) => {
    let at = 8;
    const number = () => {
      for (let value = 0, shift = 0; ; shift += 7) {
        const byte = bytes[at++];
        value |= (byte & 127) << shift;
        if (byte < 128) return value;
      }
    };
    for (;;) {
      const section = bytes[at++];
      const size = number();
      if (section === MEMORY_SECTION) {
        const [count, flags, pages] = bytes.subarray(at, at + size);
        if (count !== 1 || flags !== 0 || pages + spare > 127) throw new Error('memory of another kind');
        const most = [4, 1, 1, pages, pages + spare];
        return new Uint8Array([...bytes.subarray(0, at - 1), ...most, ...bytes.subarray(at + size)]);
      }
      at += size;
    }
  };
  WebAssembly.Module = new Proxy(WebAssembly.Module, {
    construct: (Module, [bytes]) => new Module(limited(bytes)),
  });
};

suite('a module that fails', ({ test, browser }) => {
  const handlers = {
    breakClock: failing.breakClock,
    /** Makes the module fail as the page closes that dialog. */
    failIn: (h, _args, name) => {
      const repair = h.call('breakClock');
      h.handle(name).close();
      repair();
    },
    next: (h, { next }) => h.open(h.create({ authorizationCode: next }), 'next'),
  };
  const prepared = ({ handlers: more, args, ...how }) =>
    browser.prepared({
      handlers: { ...handlers, ...more },
      args: { next: browser.finishing('auth-next'), ...args },
      ...how,
    });
  const opened = async (how) => {
    const page = await prepared(how);
    await page.click();
    return page;
  };
  const nextFinishes = async (page) => {
    await page.click('next');
    await page.finishes({ id: 'auth-next', name: 'next' });
  };

  /**
   * Two dialogs are open when `fail(h)` runs, in which the module must fail; both end as `internal`, with that as `cause`.
   * Whatever `fail` notes comes back.
   */
  const bothEnd = async (fail, { cause, prepare, ...how }) => {
    const page = await prepared({
      ...how,
      args: { modal: browser.server.dialog() },
      handlers: {
        open: (h, { code, modal }) => {
          h.open(h.create({ authorizationCode: code }), 'popup');
          h.open(h.create({ authorizationCode: modal, display: 'modal' }), 'modal');
        },
        fail,
        limitMemory,
      },
    });
    await prepare?.(page);
    const before = await page.run(() => document.documentElement.outerHTML);
    await page.click();
    await page.event('navigate', 'modal');
    await page.dialog();
    await page.call('fail');
    for (const name of ['popup', 'modal']) {
      const error = await page.failure('internal', name);
      assert.match(error.message, /a bug in tray-auth-dialog/);
      assert.match(error.cause, cause);
    }
    const noted = await page.note();
    await page.windows.allClosed();
    assert.equal(await page.run(() => document.documentElement.outerHTML), before);
    await nextFinishes(page);
    return { page, noted };
  };

  test('an exception that goes through it', async () => {
    const fail = (h) => {
      h.call('failIn', 'popup');
      h.note('close() throws nothing');
    };
    const { noted } = await bothEnd(fail, { cause: /no clock/ });
    assert.equal(noted, 'close() throws nothing');
  });

  test('a dialog opened in onError of one that failed is not ended with it', async () => {
    const page = await opened({
      handlers: {
        open: (h, { next }) => {
          const options = h.create({ authorizationCode: next, display: 'modal' });
          const onError = () => {
            window.repair();
            h.open(options, 'next');
          };
          h.open(h.create({ authorizationCode: h.promise('first'), onError, display: 'modal' }), 'failed');
        },
        fail: (h) => {
          window.repair = h.call('breakClock');
          h.handle('failed').close();
        },
      },
    });
    await page.event('open', 'failed');
    await page.call('fail');
    await page.failure('internal', 'failed');
    await page.finishes({ id: 'auth-next', name: 'next' });
  });

  test('a window that is used again is nothing to the dialog that failed in it', async () => {
    const second = browser.server.dialog();
    const page = await opened({
      args: { second },
      handlers: {
        open: (h, { code }) => {
          window.controller = new AbortController();
          const { signal } = window.controller;
          window.own = window.open('', '_blank', 'width=300,height=300');
          h.open(h.create({ authorizationCode: code, popup: { window: window.own }, signal }), 'failed');
        },
        again: (h, { second }) =>
          h.open(h.create({ authorizationCode: second, popup: { window: window.own } }), 'next'),
        abort: () => window.controller.abort(),
      },
    });
    const popup = await page.popup();
    await page.event('navigate', 'failed');
    await popup.ready();
    await page.call('failIn', 'failed');
    await page.failure('internal', 'failed');
    await page.click('again');
    await page.event('navigate', 'next');
    await page.call('abort');
    await popup.until('the second dialog', (code) => location.href.includes(code) && window.dialog?.ready, second);
    await page.finishes({ place: popup, name: 'next' });
  });

  test('a call that was refused before is told of no failure', async () => {
    const page = await opened({
      handlers: {
        open: (h, { code }) => {
          h.open({ partnerName: '', onError: () => h.note('told'), onEvent: () => h.note('told') }, 'refused');
          h.open(h.create({ authorizationCode: code, display: 'modal' }));
        },
      },
    });
    assert.equal((await page.thrown('refused')).code, 'invalid_options');
    await page.call('failIn', 'dialog');
    await page.failure('internal');
    assert.deepEqual((await page.report()).notes, []);
  });

  test('a failure within a callback: every dialog ends once, and the next call starts a new instance', async () => {
    const page = await opened({
      handlers: {
        open: (h) => {
          const onClose = () => h.call('failIn', 'other');
          const display = document.getElementById('main');
          h.open(h.create({ authorizationCode: h.promise('a'), onClose, display }), 'outer');
          h.open(h.create({ authorizationCode: h.promise('b'), display: 'modal' }), 'other');
        },
      },
    });
    await page.event('open', 'other');
    await page.call('close', 'outer');
    await page.failure('internal', 'other');
    // It was settled before the callback was called.
    await page.failure('closed', 'outer');
    assert.deepEqual(await page.eventTypes('outer'), ['open', 'close']);
    await nextFinishes(page);
  });

  test('a trap when there is no more memory, with a hundred dialogs open', async () => {
    const { page, noted } = await bothEnd(
      async (h) => {
        // Each keeps its account id in the module.
        const accountId = 'x'.repeat(400);
        const place = document.body.appendChild(document.createElement('div'));
        const dialogs = [];
        let thrown;
        while (!thrown && dialogs.length < 1_000) {
          const frame = place.appendChild(document.createElement('iframe'));
          try {
            dialogs.push(h.package.attachAuthDialog(frame, { host: h.dialogOrigin, accountId }));
          } catch (error) {
            thrown = error;
          }
        }
        const ends = await Promise.allSettled(dialogs.map(({ result }) => result));
        place.remove();
        h.note({
          thrown: thrown?.code,
          count: dialogs.length,
          ends: [...new Set(ends.map(({ reason }) => reason?.code))],
          memory: instrument.memoryPages(),
        });
      },
      {
        cause: /RuntimeError/,
        // The translation to JavaScript has no memory of its own to run out of.
        entry: '.',
        prepare: (page) => page.call('limitMemory', 4),
      },
    );
    const { count, memory, ...rest } = noted;
    assert.deepEqual(rest, { thrown: 'internal', ends: ['internal'] });
    assert.ok(count >= 100, `${count} dialogs`);
    const [first, next] = await page.run(() => instrument.memoryPages());
    assert.equal(first, memory[0]);
    assert.ok(next < first, `a new instance, with ${next} pages instead of ${first}`);
  });
});
