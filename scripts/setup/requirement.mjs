// What the scripts need from the machine, in one shape, so that all that is missing can be installed, or told, at once.

/**
 * @template Found
 * @typedef {object} Requirement
 * @property {string} what is needed, as in "… is missing"
 * @property {() => Found | undefined} find looks for it, without changing anything
 * @property {() => Promise<void>} [add] tries what needs no system package; that it did not help shows by `find`
 * @property {() => string[]} debian the Debian packages that bring it
 * @property {string} otherwise what to do where those cannot be had, as in "… is missing: <otherwise>"
 */

export {};
