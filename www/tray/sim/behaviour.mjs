// The schema of a behaviour, which says what a dialog does differently, with a message for each mistake.
import { z } from 'zod';

import { isLoopbackUrl } from '../hosts.mjs';
import { Problem } from '../problem.mjs';

const ms = z.number().int().min(0).max(600_000);

/** A place on this machine. `{tray}`, `{provider}` and `{elsewhere}` stand for the simulation's own origins. */
const place = z.string().refine((text) => /^\{(tray|provider|elsewhere)\}\//.test(text) || isLoopbackUrl(text), {
  error: 'must be an http URL on this machine, or begin with {tray}/, {provider}/ or {elsewhere}/',
});

const coop = z.enum(['same-origin', 'same-origin-allow-popups', 'noopener-allow-popups', 'unsafe-none']);

/** One step of a page, `after` ms later than the one before, or in the same task if `after` is absent. */
const stepVariants = [
  /** Posts `post` to the opener or parent. "$authId" and "$authType" in it become those of a real authentication. */
  { post: z.json(), to: z.string().optional() },
  /** `window.close()` */
  { closeWindow: z.literal(true) },
  /** Goes to another page, in the same window. "$authId" and "$authType" are filled in too, URL-encoded. */
  { go: place },
  /** Waits for a message of this type, however long. */
  { awaitMessage: z.string() },
  /** Blocks the page's thread, ms. */
  { block: ms },
];

export const steps = z
  .array(z.union(stepVariants.map((shape) => z.strictObject({ after: ms.optional(), ...shape }))))
  .max(100);

const stepsAtOnce = steps.refine((list) => list.every((step) => !step.after && !('awaitMessage' in step)), {
  error: 'runs while the page goes away, so nothing in it can wait',
});

const behaviourSchema = z.strictObject({
  /** A label, to find this dialog's entries in the log. */
  tag: z.string().max(200).optional(),
  /** How the server answers the dialog's URL. */
  http: z
    .strictObject({
      delay: ms.optional(),
      status: z.union([z.literal(204), z.literal(500)]).optional(),
      redirect: place.optional(),
      coop: coop.optional(),
      framing: z.enum(['x-frame-options', 'frame-ancestors']).optional(),
    })
    .optional(),
  /** How the consent page of an OAuth service is reached, and what it sends. */
  provider: z
    .strictObject({
      via: z.enum(['popup', 'redirect', 'frame']).optional(),
      coop: coop.optional(),
      decide: z.enum(['allow', 'deny']).optional(),
    })
    .optional(),
  /** Played when the page has loaded. */
  onLoad: steps.optional(),
  /** Played when the user has finished, instead of posting finish and closing the window. */
  onFinish: steps.optional(),
  /** Played when the user cancels, instead of posting close and closing the window. */
  onCancel: steps.optional(),
  /** Played when the page unloads, for any reason. */
  onPagehide: stepsAtOnce.optional(),
  /** How long a new authentication is missing from its owner's list, ms. */
  listedAfter: ms.optional(),
  /** Asks "Leave page?" before it closes (browsers do this only after the user has done something in it). */
  askBeforeClose: z.boolean().optional(),
});

/** @typedef {z.infer<typeof behaviourSchema>} Behaviour */

/**
 * @param {unknown} value
 * @returns {Behaviour}
 */
export function parseBehaviour(value) {
  return check(behaviourSchema, value, 'behaviour');
}

/** @param {unknown} value */
export function parseSteps(value) {
  return check(steps, value, 'steps');
}

function check(schema, value, what) {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Problem('BAD_REQUEST', `This is not a valid ${what}. ${z.prettifyError(result.error)}`);
}
