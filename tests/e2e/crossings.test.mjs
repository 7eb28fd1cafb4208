// What a message that is for nobody costs, in calls: it enters the module as often whatever the number of its dialogs.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('crossings', ({ test, browser }) => {
  test('a foreign message enters the module as often with 100 dialogs open as with one', async () => {
    const page = await browser.open(
      {
        count: async (h) => {
          let crossings = 0;
          WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
            construct(Instance, given) {
              const { exports } = Reflect.construct(Instance, given);
              const counting =
                (call) =>
                (...args) => {
                  crossings++;
                  return call(...args);
                };
              const counted = Object.entries(exports).map(([name, value]) => [
                name,
                typeof value === 'function' ? counting(value) : value,
              ]);
              return { exports: Object.fromEntries(counted) };
            },
          });
          const frames = Array.from({ length: 101 }, () => document.body.appendChild(document.createElement('iframe')));
          const stranger = frames.pop().contentWindow;
          // One listener before the module's and one behind it: no timer comes between.
          let before = 0;
          let told;
          const atFirst = () => {
            before = crossings;
          };
          addEventListener('message', atFirst);
          const ofOne = () =>
            new Promise((resolve) => {
              told = resolve;
              stranger.eval("parent.postMessage({ type: 'tray.authpopup.finish', authId: 'a' }, '*')");
            });
          const controller = new AbortController();
          const { signal } = controller;
          const dialogs = [];
          const follow = (frame) => dialogs.push(h.package.attachAuthDialog(frame, { host: h.dialogOrigin, signal }));
          follow(frames[0]);
          const after = () => told(crossings - before);
          addEventListener('message', after);
          const one = await ofOne();
          for (const frame of frames.slice(1)) follow(frame);
          const many = await ofOne();
          controller.abort();
          await Promise.allSettled(dialogs.map(({ result }) => result));
          removeEventListener('message', atFirst);
          removeEventListener('message', after);
          for (const frame of document.querySelectorAll('iframe')) frame.remove();
          h.note({ one, many });
        },
      },
      { entry: '.' },
    );
    await page.call('count');
    const { one, many } = await page.note();
    assert.ok(one > 0, 'it is heard');
    assert.equal(many, one);
  });
});
