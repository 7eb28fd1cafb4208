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

/**
 * A mean of several: one alone is near the resolution of the clock.
 * @param {HTMLIFrameElement} frame @param {() => Promise<unknown>} follow @param {number} series
 * @returns {Promise<number>} ms from a finish that is posted to the page's `await` that goes on
 */
export async function delivery(frame, follow, series, say = FINISH) {
  let took = 0;
  for (let count = 0; count < series; count++) {
    const result = follow();
    const end = next('end');
    const start = performance.now();
    frame.contentWindow.postMessage({ count: 1, say }, '*');
    await result;
    took += performance.now() - start;
    await end;
  }
  return took / series;
}
