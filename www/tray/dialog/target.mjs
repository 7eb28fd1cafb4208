// Reads from a dialog's URL which authentication to create or edit, for which service.
import { serviceById, serviceByName, serviceOfSlot, services, solutions } from '../catalogue.mjs';
import { Problem } from '../problem.mjs';

/**
 * @typedef {object} Target
 * @property {import('../catalogue.mjs').Service} [service] absent until the user has chosen
 * @property {string} [environmentId]
 * @property {string[]} [scopes] the only ones to ask for
 * @property {{ id: string, name: string, environmentId: string, scopes: string[], fields: object }} [authentication] the one to edit
 */

/**
 * @param {import('../store.mjs').Store} store
 * @param {string} userId
 * @param {Record<string, string>} params of the path
 * @param {Record<string, unknown>} query
 * @returns {Target}
 */
export function findTarget(store, userId, { solutionInstanceId, externalAuthId, authId }, query) {
  if (authId !== undefined) {
    const authentication = store.authentication(userId, authId);
    return { service: authentication.service, authentication };
  }
  if (solutionInstanceId !== undefined) {
    const { solution } = store.instance(userId, solutionInstanceId);
    const service = serviceOfSlot(solution, externalAuthId);
    if (!service)
      throw new Problem('NOT_FOUND', `The solution has no authentication with the external id "${externalAuthId}".`);
    return { service };
  }
  if (query.serviceId === undefined && query.serviceEnvironmentId === undefined) return {};
  return ofService(query);
}

/** @param {Record<string, any>} query */
function ofService({ serviceId, serviceEnvironmentId, 'scopes[]': scopes }) {
  const service = serviceById(serviceId);
  if (!service) throw new Problem('NOT_FOUND', `There is no service "${serviceId ?? ''}".`);
  if (!service.environments.some(({ id }) => id === serviceEnvironmentId)) {
    throw new Problem('BAD_REQUEST', 'The service environment does not match the service.');
  }
  return { service, environmentId: serviceEnvironmentId, ...(scopes !== undefined && { scopes: [scopes].flat() }) };
}

/**
 * For codes that describe themselves: creates what the URL names, so that a test of the dialog needs no back end.
 * @returns {string} the user who owns it
 */
export function provide(store, { solutionInstanceId, externalAuthId, authId }) {
  if (authId !== undefined) {
    const known = store.authentications().find(({ id }) => id === authId);
    if (known) return known.owner;
    const [service] = services;
    store.saveAuthentication(simUser(store), {
      id: authId,
      name: `${service.title} authentication`,
      service,
      environmentId: service.environments[0].id,
    });
  } else if (solutionInstanceId !== undefined) {
    const known = store.instances().find(({ id }) => id === solutionInstanceId);
    if (known) return known.owner;
    const instance = store.createInstance(
      simUser(store),
      { solutionId: solutions[0].id, instanceName: 'Made for a test' },
      solutionInstanceId,
    );
    instance.solution = withSlot(instance.solution, externalAuthId);
  }
  return simUser(store);
}

function simUser(store) {
  const known = store.users().find(({ externalUserId }) => externalUserId === 'sim');
  return (known ?? store.createUser({ name: 'Simulated user', externalUserId: 'sim', isTestUser: true })).id;
}

/** The solution with a slot of this name, for the service that the name suggests. */
function withSlot(solution, externalId) {
  if (serviceOfSlot(solution, externalId)) return solution;
  const suggested = services.find(({ name }) => externalId.includes(name)) ?? serviceByName('slack');
  return {
    ...solution,
    authSlots: [...solution.authSlots, { externalId, title: suggested.title, service: suggested.name }],
  };
}
