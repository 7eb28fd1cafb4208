// A page at the end of its stack that calls the package while it unwinds: any call may then end anywhere in it. Every dialog
// still settles, and the next call works.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

suite('a page at the end of its stack', ({ test, browser }) => {
  const setUp = {
    /**
     * Calls `use()` on the way up from where a recursion ran out of stack, until one has gone through `enough` times. Not at
     * every level: each one that fails may cost an instance, and Chromium has room for some 125 in a process. Beyond that each
     * start is a slow failure.
     */
    unwind: (_h, _args, use, enough = 50) => {
      let worked = 0;
      let level = 0;
      let full;
      const sink = () => {
        try {
          sink();
        } catch {
          // Out of stack, here or below.
        }
        if (full || worked >= enough || level >= 3_000 || level++ % 3) return;
        try {
          use();
          worked++;
        } catch (error) {
          // Not enough stack yet, or there is no memory for an instance.
          if (/memory/.test(error?.cause?.message)) full = error.cause;
        }
      };
      sink();
      if (full) throw full;
      return worked;
    },
    open: (h, { code, modal }) => {
      h.open(h.create({ authorizationCode: code }), 'popup');
      h.open(h.create({ authorizationCode: modal, display: 'modal' }), 'modal');
    },
    next: (h, { next }) => h.open(h.create({ authorizationCode: next }), 'next'),
  };
  const prepared = async (handlers) => {
    const page = await browser.prepared({
      handlers: { ...setUp, ...handlers },
      args: { modal: browser.server.dialog(), next: browser.finishing('auth-next') },
    });
    // An event that the browser delivers then may fail because no stack is left, too.
    page.allowProblem(/RangeError|InternalError|stack|recursion/i);
    return page;
  };

  /** No frame is left, and the next call works. */
  const nextFinishes = async (page) => {
    assert.equal(await page.run(() => document.querySelectorAll('iframe').length), 0);
    await page.click('next');
    await page.finishes({ id: 'auth-next', name: 'next' });
  };

  /** What the page calls; each gets `h`. */
  const calls = {
    'close()': (h) => h.handle('popup').close(),
    'focus()': (h) => h.handle('modal').focus(),
    'parseAuthMessage()': (h) => h.package.parseAuthMessage({ type: 'tray.authpopup.finish', authId: 'auth-1' }),
    'authDialogUrl()': (h) =>
      h.package.authDialogUrl({ partnerName: 'acme', authId: 'auth-1', authorizationCode: 'any' }),
    'isAuthDialogError()': (h) => h.package.isAuthDialogError(new Error('another')),
    'openAuthDialog() with bad options': (h) => {
      try {
        h.package.openAuthDialog({ partnerName: '' });
      } catch (error) {
        // A RangeError is the stack's.
        if (error.code !== 'invalid_options') throw error;
      }
    },
    'abort()': (h) => {
      const controller = new AbortController();
      const frame = document.getElementById('main').appendChild(document.createElement('iframe'));
      try {
        h.package.attachAuthDialog(frame, { signal: controller.signal });
        controller.abort();
      } finally {
        frame.remove();
      }
    },
  };

  for (const [name, use] of Object.entries(calls)) {
    test(`${name} there: no dialog stays pending, and the next call works`, async () => {
      const page = await prepared({ use, all: (h) => h.note(h.call('unwind', () => h.call('use'))) });
      await page.click();
      await page.event('navigate', 'modal');
      await page.dialog();
      await page.call('all');
      const worked = await page.note();
      assert.ok(worked >= 50, `the call went through ${worked} times on the way up`);
      // Whatever came of the two: they can be ended, and end once.
      await page.run(() => {
        for (const which of ['popup', 'modal']) harness.handle(which).close();
      });
      for (const which of ['popup', 'modal']) {
        const { error } = await page.settlement(which);
        assert.match(error.code, /^(closed|internal)$/, which);
      }
      await page.windows.allClosed();
      await nextFinishes(page);
    });
  }

  test('what could not be removed because no stack was left is removed soon', async () => {
    const page = await browser.prepared({
      display: 'modal',
      options: { closeGrace: 0 },
      handlers: {
        close: (h) => {
          const { remove } = Element.prototype;
          Element.prototype.remove = () => {
            Element.prototype.remove = remove;
            throw new RangeError('Maximum call stack size exceeded');
          };
          h.handle().close();
        },
      },
    });
    const elements = () => document.body.children.length;
    const before = await page.run(elements);
    await page.click();
    await page.event('navigate');
    await page.call('close');
    await page.settlement();
    await until('the modal to be removed', async () => (await page.run(elements)) === before);
  });

  test('openAuthDialog() there: each dialog that it gives ends, and no frame is left', async () => {
    const page = await prepared({
      all: (h) => {
        const display = document.getElementById('main');
        const ends = [];
        h.call('unwind', () => {
          const never = new Promise(() => {});
          ends.push(h.package.openAuthDialog(h.create({ authorizationCode: never, display })));
        });
        for (const { close } of ends) close();
        Promise.allSettled(ends.map(({ result }) => result)).then((all) =>
          h.note({ count: ends.length, codes: [...new Set(all.map(({ reason }) => reason?.code))] }),
        );
      },
    });
    await page.call('all');
    const { count, codes } = await page.note();
    assert.ok(count > 0);
    for (const code of codes) assert.equal(typeof code, 'string', `ends: ${codes}`);
    await nextFinishes(page);
    // The listeners of modules that failed stay, and do nothing.
    page.left = true;
  });
});
