// The type of a case, and short functions to write one.
import { after, post } from '../steps.mjs';

/** Long enough for the host page to notice the dialog, ms. */
const SOON = 200;

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {string} about one sentence, for people
 * @property {'finish' | 'closed' | 'dialog_error' | 'opener_severed' | 'pending'} expect what the library reports with its
 *   default options, in a popup on another site: a result, an error code, or `pending` if it continues until somebody closes it
 * @property {import('../behaviour.mjs').Behaviour} behaviour
 * @property {boolean} [manual] a user (or a test) has to go through the dialog first
 */

/**
 * A dialog with this behaviour.
 * @param {string} name
 * @param {string} about
 * @param {Case['expect']} expect
 * @param {import('../behaviour.mjs').Behaviour} behaviour
 * @returns {Case}
 */
export const behaves = (name, about, expect, behaviour) => ({ name, about, expect, behaviour });

/** A dialog with this behaviour, which shows when somebody goes through it. */
export const behavesInHand = (name, about, expect, behaviour) => ({ name, about, expect, behaviour, manual: true });

/** A dialog that plays these steps by itself. */
export const plays = (name, about, expect, ...onLoad) => behaves(name, about, expect, { onLoad });

/** A dialog that posts one message by itself, and stays open. */
export const says = (name, about, expect, message) => plays(name, about, expect, soon(post(message)));

/** The same step, after the host page has noticed the dialog. */
export const soon = (step) => after(SOON, step);
