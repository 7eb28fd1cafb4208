// Lets a script run in the host page before the package is loaded, and each time before the package gets to do something.

/**
 * Runs in the host page, before the package is imported. `set(h)` and `unset()` come round everything that the package does:
 * its import, its call in `open`, and each message; nothing else of the page is touched, nor what WebDriver does in it.
 */
const surround = (set, unset, args) => {
  set(args);
  // The page has what it needs of the package from here on.
  Object.defineProperty(window, 'harness', {
    __proto__: null, // by which whatever surrounds it may have got in
    configurable: true,
    set(value) {
      unset(args);
      Object.defineProperty(window, 'harness', { value, configurable: true, writable: true });
    },
  });
  return () => {};
};

/**
 * Handlers for `Victim.open`.
 * @param {(args: object) => void} set runs in the page
 * @param {(args: object) => void} unset runs in the page
 * @param {object} args of both
 */
export const surrounded = (set, unset, args) => {
  const given = JSON.stringify(args);
  return {
    // Evaluated with the module of the handlers, which comes before the package.
    early: `(${surround})(${set}, ${unset}, ${given})`,
    open: `(h, { code, display, options }) => {
      const set = () => (${set})(${given});
      const unset = () => (${unset})(${given});
      const place = document.body.appendChild(document.createElement('div'));
      place.id = 'place';
      const all = h.create({ authorizationCode: code, display: display === 'element' ? place : display, ...options });
      instrument.listen(window, 'message', set);
      set();
      try {
        h.open(all);
      } finally {
        unset();
      }
      instrument.listen(window, 'message', unset);
    }`,
  };
};
