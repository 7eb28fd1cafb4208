// Lets a page have the idle turns that `prepare()` waits for, so that a test can see what has been done in them.

/** Runs in the page. */
export const idleTurns = async () => {
  // On a busy machine a page may never be idle, and WebKit has no idle callbacks.
  const turn = (resolve) =>
    window.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 2_000 }) : setTimeout(resolve);
  await new Promise(turn);
  await new Promise(turn);
  await new Promise((resolve) => setTimeout(resolve));
};
