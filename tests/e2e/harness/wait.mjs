// Waits for a condition, and says in plain words what was awaited when it never comes.
import { setTimeout as pause } from 'node:timers/promises';

/** How long a test waits for an outcome. Only a failing test ever takes as long. */
export const PATIENCE = 15_000;

/**
 * Asks `look` again and again until its answer is truthy, and returns that answer.
 * @template T
 * @param {string} what completes the sentence "waited for …"
 * @param {() => T | Promise<T>} look
 * @param {{ patience?: number, explain?: () => unknown, waits?: boolean }} [options] `explain`: what the failure shows
 *   besides; `waits`: `look` itself waits until there may be something new, so that pauses only
 *   keep it from being asked at every step of something long
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, look, { patience = PATIENCE, explain, waits } = {}) {
  const end = performance.now() + patience;
  const longest = waits ? 40 : 100;
  for (let delay = 5; ; delay = Math.min(delay * 1.5, longest)) {
    const answer = await look();
    if (answer) return answer;
    if (performance.now() > end) {
      const detail = explain ? `\n${await explain()}` : '';
      throw new Error(`Waited in vain for ${what}.${detail}`);
    }
    await pause(delay);
  }
}
