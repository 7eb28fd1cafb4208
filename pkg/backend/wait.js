// @ts-check
// Waits for a time, or for a turn in a queue. Imports nothing.

/**
 * Resolves early when aborted (the next request then reports it), or when `sooner` has settled.
 * @param {number} ms @param {AbortSignal} [signal] @param {Promise<unknown>} [sooner]
 */
export const wait = (ms, signal, sooner) =>
  new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    sooner?.then(done, done);
    if (signal?.aborted) done();
    else signal?.addEventListener('abort', done);
  });

/** The end of each queue that is not empty. @type {Map<string, Promise<unknown>>} */
const queues = new Map();

/**
 * Runs `work` after all earlier work with the same key has ended, within this process. Earlier work may never end, for example
 * when a worker's request was cancelled, so the wait is limited by `patience`.
 * @template T
 * @param {string} key
 * @param {() => Promise<T>} work
 * @param {number} patience in ms
 * @param {AbortSignal} [signal] ends the waiting
 * @returns {Promise<T>}
 */
export function inTurn(key, work, patience, signal) {
  const before = queues.get(key);
  const turn = before ? wait(patience, signal, before).then(work) : work();
  const end = turn.then(
    () => {},
    () => {},
  );
  queues.set(key, end);
  end.then(() => {
    if (queues.get(key) === end) queues.delete(key);
  });
  return turn;
}
