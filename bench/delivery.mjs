// A finish that the dialog posts → the page's `await` goes on.
import { withBrowser } from './lib/browser.mjs';
import { contenders } from './lib/contenders.mjs';
import { median, spread, times } from './lib/figures.mjs';
import { alternate } from './lib/rounds.mjs';

export const title = 'Delivery';
export const engines = ['chromium', 'firefox', 'webkit'];

const compared = ['hand', 'ours', 'nango'];
const SERIES = 20;

/** In the page. Nango's window handling is that of its Connect UI: an iframe of its own, whose messages it hands on. */
async function deliver(name, origin, series) {
  const { delivery, speaker } = await import('/messages.js');
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
    const took = await delivery(own, follow, series, { type: 'connect', payload: { connectionId: 'auth-1' } });
    opened.close();
    return took;
  }
  const { follow } = await import(name === 'ours' ? '/bundle/ours-attached.esm' : '/bundle/hand.esm');
  const target = name === 'ours' ? frame : frame.contentWindow;
  await delivery(frame, () => follow(target, origin).result, 3);
  return delivery(frame, () => follow(target, origin).result, series);
}

/** @param {import('./run.mjs').Context} context */
export async function measure({ engine, server, rounds }) {
  return withBrowser(engine, server, async (browser) => {
    await browser.visit('/blank.html');
    const taken = await alternate(compared, rounds, (name) =>
      browser.run(deliver, name, server.origin('dialog'), SERIES),
    );
    const hand = taken.get('hand').samples;
    return {
      unit: `ms from the finish posted to the \`await\` that goes on, means of ${SERIES}: median (the middle half)`,
      head: ['', 'ms', 'against by hand'],
      rows: compared.map((name) => {
        const { samples, failure } = taken.get(name);
        return samples.length
          ? [contenders[name].label, spread(samples), times(samples, hand)]
          : [contenders[name].label, failure ?? '', ''];
      }),
      chart: {
        title: `Finish → await, ms (${engine})`,
        bars: compared
          .filter((name) => taken.get(name).samples.length)
          .map((name) => ({
            label: contenders[name].label,
            value: median(taken.get(name).samples),
            ours: contenders[name].ours,
          })),
      },
    };
  });
}
