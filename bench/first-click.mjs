// Click → the call of `window.open`, in a page where nothing has run yet, and at the second click.
import { setTimeout as sleep } from 'node:timers/promises';
import { By } from 'selenium-webdriver';
import { ratesOf, withBrowser } from './lib/browser.mjs';
import { contenders } from './lib/contenders.mjs';
import { median, round, spread } from './lib/figures.mjs';
import { alternate } from './lib/rounds.mjs';
import { PREPARED } from './lib/summary.mjs';

const compared = ['hand', 'ours', 'prepared', 'slim', 'js', 'nango', 'oidc', 'auth0', 'msal', 'zoid'];
const label = (name) => (name === 'prepared' ? PREPARED : contenders[name].label);

/** @param {import('./lib/browser.mjs').Browser} browser @param {string} name @returns {Promise<object[]>} of each click */
async function clicks({ driver, visit, run }, name) {
  const query = name === 'prepared' ? 'contender=ours&prepared' : `contender=${name}`;
  await visit(`/click.html?${query}`);
  await run(() => window.load());
  for (let count = 1; count <= 2; count++) {
    // Idle, as a page is that waits for a click.
    await sleep(150);
    await driver.findElement(By.css('button')).click();
    await run(async (count) => {
      const end = performance.now() + 3000;
      while (window.clicks.length < count && performance.now() < end)
        await new Promise((resolve) => setTimeout(resolve, 10));
      if (window.clicks.length < count) throw new Error('opens no window in the click');
    }, count);
  }
  return run(() => window.clicks);
}

export const title = 'First click';
export const engines = ['chromium', 'firefox', 'webkit'];

/** @param {import('./run.mjs').Context} context */
export async function measure({ engine, server, rounds }) {
  const rates = ratesOf(engine, [1, 6]);
  return withBrowser(engine, server, async (browser) => {
    const taken = new Map();
    for (const rate of rates) {
      await browser.slow(rate);
      taken.set(rate, await alternate(compared, rounds, (name) => clicks(browser, name)));
    }
    const at = (rate, name) => taken.get(rate).get(name);
    const of = (rate, name, click, part = 'total') => at(rate, name).samples.map((clicks) => clicks[click][part] ?? 0);
    const rows = compared.map((name) => [
      label(name),
      ...rates.flatMap((rate) => {
        const { samples, failure } = at(rate, name);
        return samples.length ? [spread(of(rate, name, 0)), spread(of(rate, name, 1))] : [failure ?? '', ''];
      }),
    ]);
    const [compile, start] = ['Module', 'Instance'].map((part) => round(median(of(1, 'ours', 0, part))));
    return {
      unit: 'ms from the click to `window.open`: median (the middle half)',
      head: ['', ...rates.flatMap((rate) => [`first, ${rate}×`, `second, ${rate}×`])],
      rows,
      notes: [`Of the first click of \`.\`, compiling takes ${compile} ms and instantiating ${start} ms at 1×.`],
      chart: {
        short: `first click, ms, ${rates.at(-1)}× slowed`,
        title: `First click → window.open, ms (${engine}, ${rates.at(-1)}× slowed)`,
        bars: compared
          .filter((name) => at(rates.at(-1), name).samples.length)
          .map((name) => ({ label: label(name), value: median(of(rates.at(-1), name, 0)), ours: isOurs(name) })),
      },
    };
  });
}

const isOurs = (name) => name === 'prepared' || Boolean(contenders[name].ours);
