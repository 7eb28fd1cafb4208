// What a case is, and short ways to write one down.
import { after, post } from '../steps.mjs';

/** Long enough for the host page to have noticed the dialog, ms. */
const SOON = 200;

/**
 * @typedef {object} Case
 * @property {string} name
 * @property {string} about one sentence, for people
 * @property {'finish' | 'closed' | 'dialog_error' | 'opener_severed' | 'pending'} expect what the library makes of it with
 *   its default options, in a cross-site popup: a result, an error code, or `pending` where it goes on until somebody
 *   closes it
 * @property {import('../behaviour.mjs').Behaviour} behaviour
 * @property {boolean} [manual] a person (or a test) has to go through the dialog before anything happens
 */

/**
 * A dialog that behaves in this way.
 * @param {string} name
 * @param {string} about
 * @param {Case['expect']} expect
 * @param {import('../behaviour.mjs').Behaviour} behaviour
 * @returns {Case}
 */
export const behaves = (name, about, expect, behaviour) => ({ name, about, expect, behaviour });

/** A dialog that behaves in this way once somebody goes through it. */
export const behavesInHand = (name, about, expect, behaviour) => ({ name, about, expect, behaviour, manual: true });

/** A dialog that plays these steps by itself. */
export const plays = (name, about, expect, ...onLoad) => behaves(name, about, expect, { onLoad });

/** A dialog that says one thing by itself, and stays. */
export const says = (name, about, expect, message) => plays(name, about, expect, soon(post(message)));

/** The same step, when the host page has noticed the dialog. */
export const soon = (step) => after(SOON, step);
