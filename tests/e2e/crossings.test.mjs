// How often JavaScript calls the module and the module calls JavaScript: a cost that is the same on every machine.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

const finish = { type: 'tray.authpopup.finish', authId: 'auth-1', authType: 'oauth' };

suite('crossings', ({ test, browser }) => {
  const handlers = {
    /** To be called before the module starts. */
    count: () => {
      window.crossings = { in: 0, out: 0 };
      const counting = (way, value) => {
        if (typeof value !== 'function') return value;
        return (...given) => {
          window.crossings[way]++;
          return value(...given);
        };
      };
      const counted = (way, functions) =>
        Object.fromEntries(Object.entries(functions).map(([name, value]) => [name, counting(way, value)]));
      WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
        construct(Instance, [module, { a }]) {
          const { exports } = Reflect.construct(Instance, [module, { a: counted('out', a) }]);
          return { exports: counted('in', exports) };
        },
      });
    },
    /** @param {number} dialogs that are open while a message comes from somebody else, or from the first of them */
    message: async (h, _args, { dialogs, from, say }) => {
      const frames = Array.from({ length: dialogs + 1 }, () => h.place().appendChild(document.createElement('iframe')));
      const isHeard = from === 'a dialog';
      const controller = new AbortController();
      const options = { host: location.origin, ...(!isHeard && { signal: controller.signal }) };
      // One listener before the module's and one after it: no timer runs in between.
      let before;
      const atFirst = () => {
        before = { ...window.crossings };
      };
      addEventListener('message', atFirst);
      const open = frames.slice(0, dialogs).map((frame) => h.package.attachAuthDialog(frame, options));
      const counted = new Promise((resolve) => {
        const end = () => resolve({ in: window.crossings.in - before.in, out: window.crossings.out - before.out });
        if (isHeard) open[0].result.then(end);
        else addEventListener('message', end, { once: true });
      });
      frames[isHeard ? 0 : dialogs].contentWindow.eval(`parent.postMessage(${JSON.stringify(say)}, '*')`);
      h.note(await counted);
      controller.abort();
      await Promise.allSettled(open.map(({ result }) => result));
      removeEventListener('message', atFirst);
      for (const frame of frames) frame.remove();
    },
    open: (h) => {
      window.open = () => {
        h.note({ ...window.crossings });
        return null;
      };
      h.package.openAuthDialog({ partnerName: 'acme', authorizationCode: 'c0de' }).result.catch(() => {});
    },
  };
  const counting = async () => {
    const page = await browser.open(handlers, { entry: '.' });
    await page.call('count');
    return page;
  };

  test('a foreign message enters the module once, and is compared once with the window of each dialog', async () => {
    const page = await counting();
    const given = { from: 'somebody else', say: finish };
    await page.call('message', { ...given, dialogs: 1 });
    const [one] = await page.notes(1);
    assert.deepEqual(one, { in: 1, out: 8 });
    await page.call('message', { ...given, dialogs: 100 });
    const [, many] = await page.notes(2);
    assert.deepEqual(many, { in: 1, out: one.out + 99 });
  });

  test('a finish enters the module twice before the `await` returns: for the message and for the text of its origin', async () => {
    const page = await counting();
    await page.call('message', { from: 'a dialog', say: finish, dialogs: 1 });
    const heard = await page.note();
    assert.equal(heard.in, 2);
    // Most of these are the characters of its texts.
    assert.ok(heard.out <= 100, `calls out ${heard.out} times`);
  });

  test('a click enters the module twice before the window opens, to start and to open, and reads only the given options', async () => {
    const page = await counting();
    await page.click();
    const opening = await page.note();
    assert.equal(opening.in, 2);
    // Reading an option that is not given would cost five more.
    assert.ok(opening.out <= 140, `calls out ${opening.out} times`);
  });
});
