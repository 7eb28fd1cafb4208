// @ts-check
// Waiting: for a while, and for one's turn. Imports nothing.

/**
 * Ends early when aborted (the request that follows says so), and when `sooner` has settled.
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

/** The end of each queue that somebody stands in. @type {Map<string, Promise<unknown>>} */
const queues = new Map();

/**
 * Runs `work` when all that came before it with the same key has ended. It counts for this process alone. One before it may never
 * end, because a worker's request was given up: so it is waited for so long and no longer.
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
