// The special cases that a visitor can try: a few that a newcomer wants to see first, and all others. Most are played by the
// simulated dialog; those of the browser and the back end are played here.
import { config } from '/config.js';
import { BackEndError } from './back-end.js';
import { logFailure } from './log.js';

/** @typedef {{ id: string, label: string, description: string, group?: string }} Case */

/** Played by this page. @type {Case[]} */
const ofThePage = [
  {
    id: 'popup-blocked',
    label: 'The browser blocks the popup',
    description: 'The page does what a popup blocker does: window.open gives nothing. Popup only.',
  },
  {
    id: 'code-fails',
    label: 'The back end gives no code',
    description: 'The request for the one-time code fails, so the dialog cannot start.',
  },
  {
    id: 'saving-fails',
    label: 'The back end cannot save the result',
    description:
      'You connect something, and the request that saves it fails. “Try again” saves it again, without a dialog.',
  },
];

/** What to see first, in this order; with a name in words for those of the simulation. */
const first = {
  'popup-blocked': undefined,
  error: 'Tray reports an error',
  slow: 'The dialog takes three seconds to load',
  'x-frame-options': 'Tray refuses the frame (choose Modal or Inline)',
  'coop-same-origin': 'A header cuts the popup off',
  'code-fails': undefined,
  'saving-fails': undefined,
};

/** None with the real Tray. @type {Case[]} */
const all = config.cases.length > 0 ? [...ofThePage, ...config.cases] : [];

/** @param {string} [id] */
export const caseOf = (id) => all.find((one) => one.id === id);

/** @type {Case[]} */
export const firstCases = Object.entries(first).flatMap(([id, label]) => {
  const known = caseOf(id);
  return known ? [{ ...known, group: undefined, ...(label && { label }) }] : [];
});

/** @type {Case[]} */
export const otherCases = all.filter(({ id }) => !Object.hasOwn(first, id));

/** The part of the case that the back end attaches to the code. @param {string} [id] */
export const forTheDialog = (id) => (ofThePage.some((one) => one.id === id) ? undefined : id);

/**
 * Opens a dialog while `window.open` gives nothing, if that is the case.
 * @template T
 * @param {string | undefined} id
 * @param {() => T} open
 * @returns {T}
 */
export function withBlocker(id, open) {
  if (id !== 'popup-blocked') return open();
  const before = window.open;
  window.open = () => null;
  try {
    return open();
  } finally {
    window.open = before;
  }
}

/** Fails in place of a request, if that is the case. @param {string | undefined} id @param {'code-fails' | 'saving-fails'} when */
export function failIf(id, when) {
  if (id !== when) return;
  const error = new BackEndError('simulated', 'The back end answered 502, as the special case asks for it.');
  logFailure('The back end', error);
  throw error;
}
