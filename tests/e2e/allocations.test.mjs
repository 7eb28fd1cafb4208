// That a foreign message allocates nothing in the module, not even for a moment: it is decided when no byte is free there.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('allocations', ({ test, browser }) => {
  const handlers = {
    /** To be called before the module starts: its memory has a limit, and `fillMemory` takes all that is free. */
    confine: () => {
      /** The module with a limit to its memory: a few pages more than at the start. @param {Uint8Array} bytes */
      const confined = (bytes) => {
        // Behind the header: each section is its kind, its length (LEB128), its content.
        for (let at = 8; at < bytes.length; ) {
          const start = at;
          const kind = bytes[at++];
          let length = 0;
          for (let shift = 0; ; shift += 7) {
            length |= (bytes[at] & 127) << shift;
            if (bytes[at++] < 128) break;
          }
          const content = bytes.slice(at, at + length);
          at += length;
          if (kind !== 5) continue;
          const [, , pages] = content;
          if (content.join() !== `1,0,${pages}` || pages > 100) throw new Error(`a memory section of ${content}`);
          // One memory; with a limit; the least, and the most.
          const section = [5, 4, 1, 1, pages, pages + 4];
          return Uint8Array.of(...bytes.slice(0, start), ...section, ...bytes.slice(at));
        }
        throw new Error('no memory section');
      };
      WebAssembly.Module = new Proxy(WebAssembly.Module, {
        construct: (Module, [bytes]) => Reflect.construct(Module, [confined(bytes)]),
      });
      window.entered = { times: 0, trapped: 0 };
      let isOut = false;
      let allocate;
      const outward =
        (call) =>
        (...given) => {
          isOut = true;
          try {
            return call(...given);
          } finally {
            isOut = false;
          }
        };
      const inward =
        (call) =>
        (...given) => {
          // The glue asks for room when it passes a text in: so many bytes, at any address.
          if (isOut && given.length === 2 && given[1] === 1) allocate = call;
          window.entered.times++;
          try {
            return call(...given);
          } catch (trap) {
            window.entered.trapped++;
            throw trap;
          }
        };
      const each = (wrap, functions) =>
        Object.fromEntries(
          Object.entries(functions).map(([name, value]) => [name, typeof value === 'function' ? wrap(value) : value]),
        );
      WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
        construct(Instance, [module, { a }]) {
          const { exports } = Reflect.construct(Instance, [module, { a: each(outward, a) }]);
          return { exports: each(inward, exports) };
        },
      });
      window.fillMemory = () => {
        let blocks = 0;
        for (let size = 65_536; size >= 1; size /= 2) {
          try {
            for (;;) {
              allocate(size, 1);
              blocks++;
            }
          } catch {
            // No block of this size is free.
          }
        }
        return blocks;
      };
    },
    /** @param {number} dialogs that are open while a message comes from somebody else, or from the last of them */
    message: (h, _args, { dialogs, from, say }) => {
      const frames = Array.from({ length: dialogs + 1 }, () =>
        document.body.appendChild(document.createElement('iframe')),
      );
      let blocks;
      let before;
      // One listener before the module's and one behind it: no timer, which may allocate, comes between.
      addEventListener(
        'message',
        () => {
          blocks = window.fillMemory();
          before = { ...window.entered };
        },
        { once: true },
      );
      for (const [at, frame] of frames.slice(0, dialogs).entries())
        h.attach(frame, { host: location.origin }, `dialog ${at}`);
      addEventListener(
        'message',
        () => {
          const { times, trapped } = window.entered;
          h.note({ filled: blocks > 0, entered: times > before.times, trapped: trapped - before.trapped });
        },
        { once: true },
      );
      frames[from === 'a dialog' ? dialogs - 1 : dialogs].contentWindow.eval(
        `parent.postMessage(${JSON.stringify(say)}, '*')`,
      );
    },
  };
  const finish = { type: 'tray.authpopup.finish', authId: 'auth-1', authType: 'oauth' };
  const noted = async (given) => {
    const page = await browser.open(handlers, { entry: '.' });
    await page.call('confine');
    await page.call('message', given);
    return page.note();
  };

  for (const [what, say] of [
    ['that looks like a finish', finish],
    ['of other data', 'x'.repeat(10_000)],
  ]) {
    test(`a foreign message ${what} needs no memory, whether one dialog is open or a hundred`, async () => {
      for (const dialogs of [1, 100]) {
        const seen = await noted({ from: 'somebody else', say, dialogs });
        assert.deepEqual(seen, { filled: true, entered: true, trapped: 0 }, `${dialogs} open`);
      }
    });
  }

  test("a dialog's own finish does: so there was no memory left", async () => {
    const seen = await noted({ from: 'a dialog', say: finish, dialogs: 1 });
    assert.equal(seen.filled, true);
    assert.notEqual(seen.trapped, 0);
  });
});
