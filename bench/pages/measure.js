// Runs in the page: what is compared, measured in alternation, so that a noisy machine is as noisy for both.
import { attachAuthDialog, authDialogUrl } from '/pkg/dist/esm/index.js';

const FINISH = { type: 'tray.authpopup.finish', authId: 'auth-1', authType: 'oauth' };
const BURST = 2_000;
const SERIES = 20;

const next = (wanted) =>
  new Promise((resolve) => {
    addEventListener('message', function listen({ data }) {
      if (data !== wanted) return;
      removeEventListener('message', listen);
      resolve();
    });
  });

async function speaker(origin) {
  const frame = document.createElement('iframe');
  frame.src = `${origin}/speaker.html`;
  const ready = next('ready');
  document.body.append(frame);
  await ready;
  return frame;
}

/** A listener as a careful partner would write it by hand: the same checks in the same order. */
function byHand(source, origin) {
  let done;
  const result = new Promise((resolve) => (done = resolve));
  const listen = (event) => {
    if (!event.isTrusted || !event.source || event.source !== source || event.origin !== origin) return;
    const { type, authId, authType } = event.data;
    if (type !== 'tray.authpopup.finish' || typeof authId !== 'string') return;
    removeEventListener('message', listen);
    done({ authId, authType });
  };
  addEventListener('message', listen);
  return { result, close: () => removeEventListener('message', listen) };
}

const packaged = (frame, host) => attachAuthDialog(frame, { host, closeGrace: 0 });

/** Main-thread time from the first to the last message of a burst that a foreign frame posts, ms. */
async function burst(from) {
  const end = next('end');
  let start = 0;
  addEventListener('message', () => (start = performance.now()), { once: true });
  from.contentWindow.postMessage({ count: BURST, message: FINISH }, '*');
  await end;
  return performance.now() - start;
}

/** The mean of a series: one alone is near the resolution of the clock. */
async function finishes(frame, follow) {
  let took = 0;
  for (let count = 0; count < SERIES; count++) {
    const { result } = follow();
    const end = next('end');
    const start = performance.now();
    frame.contentWindow.postMessage({ count: 1, message: FINISH }, '*');
    await result;
    took += performance.now() - start;
    await end;
  }
  return took / SERIES;
}

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

/** Alternates the two, and compares medians. */
async function compare(rounds, ours, theirs) {
  const times = [[], []];
  for (let round = 0; round < rounds; round++) {
    times[0].push(await ours());
    times[1].push(await theirs());
  }
  const [our, their] = times.map(median);
  return { ours: our, baseline: their, ratio: our / their };
}

export function firstCall() {
  const options = { partnerName: 'acme', authorizationCode: 'c0de' };
  const start = performance.now();
  authDialogUrl(options);
  return performance.now() - start;
}

export async function measure(dialogOrigin, otherOrigin) {
  const dialog = await speaker(dialogOrigin);
  const other = await speaker(otherOrigin);

  const withOne = (follow) => async () => {
    const followed = follow();
    const took = await burst(other);
    followed.close();
    await followed.result?.catch?.(() => {});
    return took;
  };
  const ours = withOne(() => packaged(dialog, dialogOrigin));
  const theirs = withOne(() => ({ close: byHand(dialog.contentWindow, dialogOrigin).close }));
  await ours();
  await theirs();
  const foreign = await compare(21, ours, theirs);

  const settled = await compare(
    21,
    () => finishes(dialog, () => packaged(dialog, dialogOrigin)),
    () => finishes(dialog, () => byHand(dialog.contentWindow, dialogOrigin)),
  );

  // Chromium lets a page have 1,000 frames.
  const frames = Array.from({ length: 990 }, () => document.body.appendChild(document.createElement('iframe')));
  const many = async () => {
    const dialogs = frames.map((frame) => packaged(frame, dialogOrigin));
    const took = await ours();
    for (const { close, result } of dialogs) {
      close();
      result.catch(() => {});
    }
    await Promise.allSettled(dialogs.map(({ result }) => result));
    return took;
  };
  const crowd = await compare(11, many, ours);
  return { foreign, settled, crowd };
}
