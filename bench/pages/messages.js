// In the page: frames that speak, and how long the page is busy with what they say.

/** @param {unknown} wanted @returns {Promise<void>} */
const next = (wanted) =>
  new Promise((resolve) => {
    addEventListener('message', function listen({ data }) {
      if (data !== wanted) return;
      removeEventListener('message', listen);
      resolve();
    });
  });

/** @param {string} origin @returns {Promise<HTMLIFrameElement>} that is ready to speak */
export async function speaker(origin) {
  const frame = document.createElement('iframe');
  frame.src = `${origin}/speaker.html`;
  const ready = next('ready');
  document.body.append(frame);
  await ready;
  return frame;
}

export const FINISH = { type: 'tray.authpopup.finish', authId: 'auth-1', authType: 'oauth' };

/** @returns {Promise<number>} ms from the first to the last message of a burst */
export async function burst(frame, count, say = FINISH) {
  const end = next('end');
  let start = 0;
  addEventListener('message', () => (start = performance.now()), { once: true });
  frame.contentWindow.postMessage({ count, say }, '*');
  await end;
  return performance.now() - start;
}

/** When the latest message with a type arrived, once `noteArrivals` was called. */
let arrived = 0;
let isNoted = false;

/** To be called before anybody else listens: listeners of a window are told in the order in which they were added. */
export function noteArrivals() {
  if (isNoted) return;
  isNoted = true;
  addEventListener('message', ({ data }) => {
    if (data.type) arrived = performance.now();
  });
}

/** @param {string} name @returns {Promise<{ value: any, at: number }>} of the first message that has it, and when it came */
const heard = (name) =>
  new Promise((resolve) => {
    addEventListener('message', function listen({ data }) {
      if (data[name] === undefined) return;
      const at = performance.now();
      removeEventListener('message', listen);
      resolve({ value: data[name], at });
    });
  });

/**
 * @param {HTMLIFrameElement} frame
 * @returns {Promise<number>} by how many ms the clock of the frame's process is before ours: from the quickest of many
 * messages there and back, each way of which is taken to be half of it
 */
async function clockOf(frame) {
  let quickest = Number.POSITIVE_INFINITY;
  let before = 0;
  for (let count = 0; count < 200; count++) {
    const answer = heard('time');
    const start = performance.now();
    frame.contentWindow.postMessage('time', '*');
    const { value, at } = await answer;
    if (at - start >= quickest) continue;
    quickest = at - start;
    before = value - (start + at) / 2;
  }
  return before;
}

/** Long enough for what an opening leaves to be done: between an opening and a finish there is a person. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** @param {number[]} samples @returns {number} */
const median = (samples) => samples.sort((a, b) => a - b)[samples.length >> 1] ?? Number.NaN;

/**
 * Medians of several: one alone may have waited for whatever else the machine is doing.
 * @param {HTMLIFrameElement} frame @param {() => Promise<unknown>} follow @param {number} series
 * @returns {Promise<{ whole: number, page: number }>} ms until the page's `await` goes on: from the finish that the frame's
 * process posts, and from its arrival at the page
 */
export async function delivery(frame, follow, series, say = FINISH) {
  const clock = await clockOf(frame);
  const whole = [];
  const page = [];
  for (let count = 0; count < series; count++) {
    const result = follow();
    const posting = heard('posted');
    const end = next('end');
    await pause();
    frame.contentWindow.postMessage({ count: 1, say }, '*');
    await result;
    const now = performance.now();
    page.push(now - arrived);
    whole.push(now - ((await posting).value - clock));
    await end;
  }
  return { whole: median(whole), page: median(page) };
}
