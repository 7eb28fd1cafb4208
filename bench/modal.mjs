// Click → the modal is painted, what shifts meanwhile, and how long the page is held up.
import { setTimeout as sleep } from 'node:timers/promises';
import { By } from 'selenium-webdriver';
import { withBrowser } from './lib/browser.mjs';
import { median, round, spread } from './lib/figures.mjs';
import { alternate } from './lib/rounds.mjs';

export const title = 'The modal';
/** Only it tells of layout shifts and long tasks. */
export const engines = ['chromium'];

const compared = { hand: 'written by hand', cold: 'cold', prepared: 'after `prepare()`' };

/** In the page. */
async function getReady(name) {
  const { show } = await import('/bundle/hand-modal.esm');
  const { openAuthDialog, prepare } = await import('/bundle/ours.esm');
  if (name === 'prepared') {
    prepare();
    await new Promise((resolve) => setTimeout(resolve, 600));
  }
  window.seen = { shift: 0, tasks: [] };
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.seen.shift += value;
  }).observe({ type: 'layout-shift' });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.seen.tasks.push(duration);
  }).observe({ type: 'longtask' });
  const options = { partnerName: 'acme', authorizationCode: new Promise(() => {}), display: 'modal' };
  const open = name === 'hand' ? show : () => void openAuthDialog(options).result.catch(() => {});
  document.body.innerHTML = '<button type="button">Connect</button>';
  document.querySelector('button').onclick = () => {
    const start = performance.now();
    open();
    window.seen.opened = performance.now() - start;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (window.seen.painted = performance.now() - start);
      port2.postMessage('');
    });
  };
}

/** @param {import('./run.mjs').Context} context */
export async function measure({ engine, server, rounds }) {
  return withBrowser(engine, server, async (browser) => {
    const rows = [];
    for (const rate of [1, 4]) {
      await browser.slow(rate);
      const taken = await alternate(Object.keys(compared), rounds, async (name) => {
        await browser.visit('/blank.html');
        await browser.run(getReady, name);
        await browser.driver.findElement(By.css('button')).click();
        await sleep(600);
        const seen = await browser.run(() => window.seen);
        if (!seen.painted) throw new Error('was not painted');
        return seen;
      });
      for (const [name, { samples, failure }] of taken) {
        const label = `${compared[name]}, ${rate}×`;
        if (!samples.length) rows.push([label, failure ?? '', '', '', '']);
        else
          rows.push([
            label,
            spread(samples.map(({ opened }) => opened)),
            spread(samples.map(({ painted }) => painted)),
            round(median(samples.map(({ shift }) => shift))),
            round(median(samples.map(({ tasks }) => Math.max(0, ...tasks)))),
          ]);
      }
    }
    return {
      unit: 'ms from the click until the call returns and to the first painted frame: median (the middle half)',
      head: ['', 'returned', 'painted', 'layout shifts', 'longest task over 50 ms'],
      rows,
    };
  });
}
