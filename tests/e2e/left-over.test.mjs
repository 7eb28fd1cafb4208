// What the browser itself counts when dialogs have come and gone: nothing is left, seen or unseen. Only Chromium tells.
import assert from 'node:assert/strict';
import { chosenEngines } from './harness/engines.mjs';
import { suite } from './harness/suite.mjs';

const displays = ['modal', 'inline', 'attached'];

suite(
  'what is left over',
  ({ test, browser }) => {
    const handlers = {
      run: async (h, _args, display) => {
        const place = document.getElementById('main');
        const own = display === 'attached' && place.appendChild(document.createElement('iframe'));
        for (let times = 0; times < 5; times++) {
          const controller = new AbortController();
          const { signal } = controller;
          const { result } = own
            ? h.package.attachAuthDialog(own, { host: h.dialogOrigin, signal })
            : h.package.openAuthDialog({
                partnerName: 'acme',
                authorizationCode: () => new Promise(() => {}),
                display: display === 'inline' ? place : display,
                signal,
              });
          controller.abort();
          await result.catch(() => {});
        }
        own?.remove?.();
        h.note(`${display} done`);
      },
    };

    /** Nodes and listeners of the page, without those that only wait to be collected. */
    const counted = async () => {
      const { devtools } = browser.session;
      await devtools('HeapProfiler.collectGarbage');
      const { nodes, jsEventListeners } = await devtools('Memory.getDOMCounters');
      return { nodes, listeners: jsEventListeners };
    };

    for (const display of displays) {
      test(`${display}: no node and no listener, also none that is out of the document`, async () => {
        const page = await browser.open(handlers);
        const run = async () => {
          const { length } = (await page.report()).notes;
          await page.call('run', display);
          await page.until('the end', ({ notes }) => notes.length > length);
        };
        await run();
        const first = await counted();
        await run();
        assert.deepEqual(await counted(), first);
      });
    }
  },
  { engines: chosenEngines().filter((name) => name === 'chromium') },
);
