// What the visitor can connect: Tray's solutions, each with the authentications that it needs.
import { ApiError } from './errors.mjs';

// The page creates an instance of each solution that it shows, so it shows only a few.
const MOST = 6;

/**
 * @param {import('tray-auth-dialog/backend').Solution[]} solutions
 * @param {{ solutionId?: string, externalAuthId?: string }} only  limits it to one solution, or one authentication of it
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
 * @param {string} wanted  the solution's id, from the page
 * @param {Offer[]} offers
 * @returns {Offer}
 */
export function offerOf(wanted, offers) {
  const offer = offers.find(({ solutionId }) => solutionId === wanted);
  if (!offer) throw new ApiError(404, 'not_found', 'This solution is not on offer.');
  return offer;
}
