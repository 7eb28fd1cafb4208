// What the page offers to connect: Tray's solutions, each with the authentications that it needs.

// An instance is made for each solution that the page shows, so the demo shows a handful and not a catalogue.
const MOST = 6;

/**
 * @param {Awaited<ReturnType<ReturnType<typeof import('./tray-client.mjs').createTrayClient>['solutions']>>} solutions
 * @param {{ solutionId?: string, externalAuthId?: string }} only  narrows the offer to one solution, or one authentication of it
 */
export function offersFrom(solutions, { solutionId, externalAuthId } = {}) {
  return solutions
    .filter((solution) => !solutionId || solution.id === solutionId)
    .map(({ id, title, description, authSlots }) => ({
      solutionId: id,
      title,
      description: description ?? '',
      authSlots: authSlots
        .filter((slot) => !externalAuthId || slot.externalId === externalAuthId)
        .map((slot) => ({ externalId: slot.externalId, title: slot.title || title })),
    }))
    .filter((offer) => offer.authSlots.length > 0)
    .slice(0, MOST);
}
