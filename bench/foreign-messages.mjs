// What a message costs that is for nobody: pages have hundreds a second, of frames, extensions and developer tools.
import { withBrowser } from './lib/browser.mjs';
import { contenders } from './lib/contenders.mjs';
import { median, spread, times } from './lib/figures.mjs';
import { alternate } from './lib/rounds.mjs';

export const title = 'Foreign messages';
export const engines = ['chromium', 'firefox', 'webkit'];

/** Chromium lets a page have 1,000 frames. */
const CROWDS = [0, 1, 10, 100, 990];
const COUNT = 2_000;
const listeners = ['none', 'hand', 'penpal', 'post-robot'];
const compared = [...listeners, ...CROWDS.map((count) => `ours ${count}`)];

const label = (name) => {
  if (name === 'none') return 'no listener';
  if (!name.startsWith('ours')) return contenders[name].label;
  const count = Number(name.split(' ')[1]);
  return `\`.\`, ${count} ${count === 1 ? 'dialog' : 'dialogs'} open`;
};

/** In the page: µs of a message, of a burst that another frame posts. */
async function burst(name, dialogOrigin, otherOrigin, count) {
  window.made ??= import('/messages.js').then(async (messages) => ({
    ...messages,
    dialog: await messages.speaker(dialogOrigin),
    other: await messages.speaker(otherOrigin),
    frames: [],
  }));
  const { burst, dialog, other, frames } = await window.made;
  const [who, crowd] = name.split(' ');
  const open = [];
  if (who === 'ours') {
    const { follow } = await import('/bundle/ours-attached.esm');
    while (frames.length < Number(crowd) - 1) frames.push(document.body.appendChild(document.createElement('iframe')));
    if (Number(crowd) > 0) open.push(follow(dialog, dialogOrigin));
    for (const frame of frames.slice(0, Math.max(0, Number(crowd) - 1))) open.push(follow(frame, dialogOrigin));
  } else if (who !== 'none') {
    const { follow } = await import(`/bundle/${who}.esm`);
    open.push(follow(dialog.contentWindow, dialogOrigin));
  }
  // Warm, as pages are that have hundreds a second.
  await burst(other, 200);
  const took = await burst(other, count);
  for (const { close, result } of open) {
    close();
    result?.catch?.(() => {});
  }
  await Promise.allSettled(
    open.map(
      ({ result }) => result?.catch && Promise.race([result, new Promise((resolve) => setTimeout(resolve, 500))]),
    ),
  );
  return (took / count) * 1000;
}

/** @param {import('./run.mjs').Context} context */
export async function measure({ engine, server, rounds }) {
  return withBrowser(engine, server, async (browser) => {
    await browser.visit('/blank.html');
    const [dialog, other] = ['dialog', 'other'].map((host) => server.origin(host));
    const taken = await alternate(compared, rounds, (name) => browser.run(burst, name, dialog, other, COUNT));
    const hand = taken.get('hand').samples;
    const one = taken.get('ours 1').samples;
    return {
      unit: `µs of the main thread for a message, in bursts of ${COUNT.toLocaleString('en')}: median (the middle half)`,
      head: ['', 'µs', 'against by hand', 'against one dialog'],
      rows: compared.map((name) => {
        const { samples, failure } = taken.get(name);
        if (!samples.length) return [label(name), failure ?? '', '', ''];
        return [label(name), spread(samples), times(samples, hand), name.startsWith('ours') ? times(samples, one) : ''];
      }),
      chart: {
        short: 'a foreign message, µs',
        title: `A foreign message, µs (${engine})`,
        bars: compared
          .filter((name) => taken.get(name).samples.length)
          .map((name) => ({
            label: label(name),
            value: median(taken.get(name).samples),
            ours: name.startsWith('ours'),
            ...(name === 'ours 1' && { as: contenders.ours.label }),
          })),
      },
    };
  });
}
