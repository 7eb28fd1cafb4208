// The special cases that a visitor can try, the most useful ones first. The simulated dialog plays most of them, the back end
// plays its own failures, and this page plays the popup blocker.
import { config } from '/config.js';

/**
 * @typedef {object} Case
 * @property {string} id
 * @property {string} label
 * @property {string} description
 * @property {string} [group]
 * @property {'popup' | 'frame'} [needs]  where it can be seen, if not everywhere
 */

/** The first ones, in this order, in words for a newcomer. @type {Case[]} */
const newcomers = [
  {
    id: 'popup-blocked',
    label: 'The browser blocks the popup',
    description: 'The page does what a popup blocker does: window.open returns null.',
    needs: 'popup',
  },
  {
    id: 'error',
    label: 'Tray reports an error',
    description: 'The dialog reports an error instead of a result.',
  },
  {
    id: 'slow',
    label: 'The dialog is slow to load',
    description: 'Tray takes three seconds to answer. See what the user sees meanwhile.',
  },
  {
    id: 'x-frame-options',
    label: 'Tray refuses the frame',
    description:
      'Tray has not allowed this domain to frame its dialog. A page cannot see that, so after a while the user is offered a window.',
    needs: 'frame',
  },
  {
    id: 'coop-same-origin',
    label: 'A header cuts the popup off',
    description: 'The dialog sends Cross-Origin-Opener-Policy: same-origin, so it can never report to this page.',
    needs: 'popup',
  },
];

const known = new Map(config.cases.map((one) => [one.id, one]));
const isSimulated = known.size > 0; // the real Tray plays no cases

/** @type {Case[]} */
export const firstCases = isSimulated ? newcomers : [];
/** @type {Case[]} */
export const otherCases = config.cases.filter(({ id }) => !newcomers.some((one) => one.id === id));

/** The case, unless this page itself plays it. @param {string} [id] */
export const playedElsewhere = (id) => known.get(id)?.id;

/** @param {string} [id] @returns {Case | undefined} */
export const caseOf = (id) => firstCases.find((one) => one.id === id) ?? known.get(id);
