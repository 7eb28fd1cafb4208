// What a script costs the page before anybody clicks: parsing and evaluating it on the main thread, and the memory that it
// keeps.
import { ratesOf, withBrowser } from './lib/browser.mjs';
import { bundle, contenders } from './lib/contenders.mjs';
import { median, round, spread } from './lib/figures.mjs';
import { alternate } from './lib/rounds.mjs';

export const title = 'Before a click';
export const engines = ['chromium', 'firefox', 'webkit'];

/** In the page: as a script in its own text, so that nothing of it is done by other threads. */
async function evaluate(name) {
  const code = await (await fetch(`/bundle/${name}.iife`)).text();
  const script = document.createElement('script');
  script.textContent = code;
  await new Promise((resolve) => setTimeout(resolve, 50));
  const start = performance.now();
  document.head.append(script);
  const took = performance.now() - start;
  if (typeof contender === 'undefined') throw new Error('does not run in a page');
  return took;
}

/** @param {import('./lib/browser.mjs').Browser} browser @returns {Promise<number>} kB of JavaScript's heap that are in use */
async function heap({ devtools }) {
  await devtools('HeapProfiler.collectGarbage');
  return (await devtools('Runtime.getHeapUsage')).usedSize / 1000;
}

/** @param {import('./run.mjs').Context} context */
export async function measure({ engine, server, rounds }) {
  const rates = ratesOf(engine, [1, 4, 6]);
  const names = Object.keys(contenders);
  const unbuilt = new Map();
  for (const name of names) await bundle(name, 'iife').catch((error) => unbuilt.set(name, error.message));
  return withBrowser(engine, server, async (browser) => {
    const taken = new Map();
    for (const rate of rates) {
      await browser.slow(rate);
      taken.set(
        rate,
        await alternate(names, rounds, async (name) => {
          if (unbuilt.has(name)) throw new Error(unbuilt.get(name));
          await browser.visit('/blank.html');
          if (engine !== 'chromium' || rate > 1) return { took: await browser.run(evaluate, name) };
          const before = await heap(browser);
          const took = await browser.run(evaluate, name);
          return { took, kept: (await heap(browser)) - before };
        }),
      );
    }
    // The bench's own part is in every sample.
    const least =
      engine === 'chromium'
        ? median(
            taken
              .get(1)
              .get('hand')
              .samples.map(({ kept }) => kept),
          )
        : 0;
    const rows = names.map((name) => [
      contenders[name].label,
      ...rates.map((rate) => {
        const { samples, failure } = taken.get(rate).get(name);
        return samples.length ? spread(samples.map(({ took }) => took)) : (failure ?? '');
      }),
      ...(engine === 'chromium'
        ? [
            taken
              .get(1)
              .get(name)
              .samples.map(({ kept }) => kept - least),
          ].map((kept) => (kept.length ? round(median(kept)) : ''))
        : []),
    ]);
    const slowest = taken.get(rates.at(-1));
    return {
      unit: 'ms to parse and evaluate: median (the middle half)',
      head: [
        '',
        ...rates.map((rate) => `${rate}×`),
        ...(engine === 'chromium' ? ['kB of heap, more than by hand'] : []),
      ],
      rows,
      chart: {
        short: `evaluating, ms, ${rates.at(-1)}× slowed`,
        title: `Parse and evaluate, ms (${engine}, ${rates.at(-1)}× slowed)`,
        bars: names
          .filter((name) => slowest.get(name).samples.length)
          .map((name) => ({
            label: contenders[name].label,
            value: median(slowest.get(name).samples.map(({ took }) => took)),
            ours: contenders[name].ours,
          })),
      },
    };
  });
}
