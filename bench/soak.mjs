// 10,000 dialogs one after another: what the page holds after the first 100, and at the end.
import { withBrowser } from './lib/browser.mjs';
import { round } from './lib/figures.mjs';

export const title = 'Soak';
/** Only its protocol counts. */
export const engines = ['chromium'];
const COUNTS = [100, 10_000];

/** In the page. */
async function run(count, origin) {
  const { speaker } = await import('/messages.js');
  if (!window.memories) {
    window.memories = [];
    const { instantiate } = { instantiate: WebAssembly.Instance };
    WebAssembly.Instance = new Proxy(instantiate, {
      construct(target, given) {
        const instance = Reflect.construct(target, given);
        window.memories.push(...Object.values(instance.exports).filter((value) => value instanceof WebAssembly.Memory));
        return instance;
      },
    });
    window.frame = await speaker(origin);
  }
  const { follow } = await import('/bundle/ours-attached.esm');
  for (let at = 0; at < count; at++) {
    const { close, result } = follow(window.frame, origin);
    close();
    await result.catch(() => {});
  }
  return window.memories.reduce((sum, memory) => sum + memory.buffer.byteLength / 65_536, 0);
}

/** @param {import('./run.mjs').Context} context */
export async function measure({ engine, server }) {
  return withBrowser(engine, server, async (browser) => {
    await browser.visit('/blank.html');
    await browser.devtools('Performance.enable');
    const held = [];
    let done = 0;
    for (const count of COUNTS) {
      const pages = await browser.run(run, count - done, server.origin('dialog'));
      done = count;
      await browser.devtools('HeapProfiler.collectGarbage');
      const { metrics } = await browser.devtools('Performance.getMetrics');
      const of = (name) => metrics.find((metric) => metric.name === name).value;
      held.push([of('JSHeapUsedSize') / 1000, pages, of('JSEventListeners'), of('Nodes')]);
    }
    return {
      unit: 'what is left after this many dialogs',
      head: ['', ...COUNTS.map((count) => `${count.toLocaleString('en')} dialogs`)],
      rows: ['kB of heap', 'pages of WebAssembly memory', 'listeners', 'nodes'].map((name, at) => [
        name,
        ...held.map((values) => round(values[at])),
      ]),
    };
  });
}
