// A finish that the dialog posts → the page's `await` goes on.
import { withBrowser } from './lib/browser.mjs';
import { contenders } from './lib/contenders.mjs';
import { median, spread, times } from './lib/figures.mjs';
import { alternate } from './lib/rounds.mjs';

export const title = 'Delivery';
export const engines = ['chromium', 'firefox', 'webkit'];

const compared = ['hand', 'ours', 'nango'];
const SERIES = 20;

/** So many come first, and do not count. */
const WARMING = 3;

/** In the page. Nango's window handling is that of its Connect UI: an iframe of its own, whose messages it hands on. */
async function deliver(name, origin, warming, series) {
  const { delivery, noteArrivals, speaker } = await import('/messages.js');
  noteArrivals();
  window.speaking ??= speaker(origin);
  const frame = await window.speaking;
  if (name === 'nango') {
    const { connect } = await import('/bundle/nango.esm');
    let go;
    const opened = connect(`${origin}/nango/`, (event) => event.type === 'connect' && go());
    const own = document.getElementById('connect-ui');
    await Promise.race([
      new Promise((resolve) => own.addEventListener('load', resolve, { once: true })),
      new Promise((resolve) => setTimeout(resolve, 3_000)),
    ]);
    const follow = () => new Promise((resolve) => (go = resolve));
    const connected = { type: 'connect', payload: { connectionId: 'auth-1' } };
    await delivery(own, follow, warming, connected);
    const took = await delivery(own, follow, series, connected);
    opened.close();
    return took;
  }
  const { follow } = await import(name === 'ours' ? '/bundle/ours-attached.esm' : '/bundle/hand.esm');
  const target = name === 'ours' ? frame : frame.contentWindow;
  await delivery(frame, () => follow(target, origin).result, warming);
  return delivery(frame, () => follow(target, origin).result, series);
}

/** @param {import('./run.mjs').Context} context */
export async function measure({ engine, server, rounds }) {
  return withBrowser(engine, server, async (browser) => {
    await browser.visit('/blank.html');
    const taken = await alternate(compared, rounds, (name) =>
      browser.run(deliver, name, server.origin('dialog'), WARMING, SERIES),
    );
    const of = (name, part) => taken.get(name).samples.map((sample) => sample[part]);
    return {
      unit: `ms until the \`await\` continues, medians of ${SERIES}: their median (the middle half)`,
      head: ['', 'from the finish posted', 'against by hand', 'from its arrival at the page'],
      rows: compared.map((name) => {
        const whole = of(name, 'whole');
        return whole.length
          ? [contenders[name].label, spread(whole), times(whole, of('hand', 'whole')), spread(of(name, 'page'))]
          : [contenders[name].label, taken.get(name).failure ?? '', '', ''];
      }),
      chart: {
        short: 'finish → `await`, ms',
        title: `Finish posted → await, ms (${engine})`,
        bars: compared
          .filter((name) => taken.get(name).samples.length)
          .map((name) => ({
            label: contenders[name].label,
            value: median(of(name, 'whole')),
            ours: contenders[name].ours,
          })),
      },
    };
  });
}
