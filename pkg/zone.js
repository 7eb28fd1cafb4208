// @ts-check
// zone.js (Angular), where the page has it: what a dialog needs of the browser is no work of the zone in which it was opened,
// and what it tells belongs in that one. Imports nothing.

/** @returns {any} without `current`: a page without zone.js */
function zones() {
  try {
    // Nothing is thrown where there is none: a page's first error takes Chromium a millisecond.
    const { current, root } = /** @type {any} */ (globalThis).Zone ?? {};
    // A page may call something else by that name.
    if (typeof root?.run === 'function') return { current, root };
  } catch {
    // A frame of that name.
  }
  return {};
}

/**
 * Listeners, timers and promises that are made in there are outside of every zone.
 * @template T @param {() => T} act @returns {T}
 */
export const outside = (act) => {
  const { root } = zones();
  return root ? root.run(act) : act();
};

/** @returns {(act: (...given: any[]) => any) => (...given: any[]) => any} of what is to run in the zone of now, whoever calls it */
export const inward = () => {
  const { current } = zones();
  // Not by `wrap`, with which the zone keeps what is thrown to itself.
  return (act) => (current ? (...given) => current.run(act, undefined, given) : act);
};
