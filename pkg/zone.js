// @ts-check
// Support for zone.js (Angular). Listeners and timers of a dialog run outside of all zones; callbacks run in the zone in which
// the dialog was opened. Imports nothing.

/** @returns {any} an empty object on a page without zone.js */
function zones() {
  try {
    // Nothing is thrown where there is none: a page's first error takes Chromium a millisecond.
    const { current, root } = /** @type {any} */ (globalThis).Zone ?? {};
    // A page may have something else by that name.
    if (typeof root?.run === 'function') return { current, root };
  } catch {
    // A frame of that name.
  }
  return {};
}

/**
 * Listeners, timers and promises that `act` creates are outside of every zone.
 * @template T @param {() => T} act @returns {T}
 */
export const outside = (act) => {
  const { root } = zones();
  return root ? root.run(act) : act();
};

/**
 * @returns {(act: (...given: any[]) => any) => (...given: any[]) => any} wraps functions so that they run in the current zone,
 * no matter who calls them
 */
export const inward = () => {
  const { current } = zones();
  // Not with `wrap`: the zone would then keep errors to itself.
  return (act) => (current ? (...given) => current.run(act, undefined, given) : act);
};
