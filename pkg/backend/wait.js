// @ts-check
// Waiting: for a while, and for one's turn. Imports nothing.

/** Ends early when aborted: the request that follows says so. @param {number} ms @param {AbortSignal} [signal] */
export const wait = (ms, signal) =>
  new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal?.aborted) done();
    else signal?.addEventListener('abort', done);
  });

/** The end of each queue that somebody stands in. @type {Map<string, Promise<unknown>>} */
const queues = new Map();

/**
 * Runs `work` when all that came before it with the same key has ended. It counts for this process alone.
 * @template T
 * @param {string} key
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export function inTurn(key, work) {
  const turn = (queues.get(key) ?? Promise.resolve()).then(work);
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
