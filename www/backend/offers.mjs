// What the page offers to connect: Tray's solutions, each with the authentications that it needs.
import { ApiError } from './errors.mjs';

// An instance is made for each solution that the page shows, so the demo shows a handful and not a catalogue.
const MOST = 6;

/**
 * @param {import('tray-auth-dialog/backend').Solution[]} solutions
 * @param {{ solutionId?: string, externalAuthId?: string }} only  narrows the offer to one solution, or one authentication of it
 */
export function offersFrom(solutions, { solutionId, externalAuthId } = {}) {
  return solutions
    .filter((solution) => !solutionId || solution.id === solutionId)
    .map(({ id, title, description, authSlots }) => ({
      solutionId: id,
      title,
      description,
      authSlots: authSlots.filter((slot) => !externalAuthId || slot.externalId === externalAuthId),
    }))
    .filter((offer) => offer.authSlots.length > 0)
    .slice(0, MOST);
}

/** @typedef {ReturnType<typeof offersFrom>[number]} Offer */

/**
 * @param {string} wanted  the solution's id, as the page names it
 * @param {Offer[]} offers
 * @returns {Offer}
 */
export function offerOf(wanted, offers) {
  const offer = offers.find(({ solutionId }) => solutionId === wanted);
  if (!offer) throw new ApiError(404, 'not_found', 'This solution is not on offer.');
  return offer;
}
