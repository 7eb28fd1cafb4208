// What each operation of the schema does. Payloads are plain objects; a field that needs an argument is a function.
import { solutions } from '../catalogue.mjs';
import { requireMaster, requireUser } from './access.mjs';
import { connection } from './connection.mjs';

const VERSION_FLAGS = {
  hasNewerVersion: false,
  requiresUserInputToUpdateVersion: false,
  requiresSystemInputToUpdateVersion: false,
};

/** @typedef {{ caller: import('./access.mjs').Caller, store: import('../store.mjs').Store, origin: string, partnerName: string }} Context */

export const resolvers = {
  viewer: () => viewer,

  users({ criteria, ...page }, { caller, store }) {
    requireMaster(caller, 'users');
    const found = store
      .users()
      .filter(
        (user) =>
          matches(criteria?.userId, user.id) &&
          matches(criteria?.externalUserId, user.externalUserId) &&
          matches(criteria?.name, user.name) &&
          matches(criteria?.isTestUser, user.isTestUser),
      );
    return connection(found, page);
  },

  createExternalUser: mutation(({ name, externalUserId, isTestUser }, { caller, store }) => {
    requireMaster(caller, 'createExternalUser');
    return { userId: store.createUser({ name, externalUserId, isTestUser: isTestUser ?? false }).id };
  }),

  authorize: mutation(({ userId }, { caller, store }) => {
    requireMaster(caller, 'authorize');
    return { accessToken: store.issueToken(userId) };
  }),

  generateAuthorizationCode: mutation(({ userId }, { caller, store }) => {
    requireMaster(caller, 'generateAuthorizationCode');
    return { authorizationCode: store.codes.issue(store.user(userId).id) };
  }),

  createSolutionInstance: mutation((input, { caller, store }) => {
    const userId = requireUser(caller, 'createSolutionInstance');
    return { solutionInstance: instanceNode(store.createInstance(userId, withoutNulls(input))) };
  }),

  updateSolutionInstance: mutation((input, { caller, store }) => {
    const userId = requireUser(caller, 'updateSolutionInstance');
    return { solutionInstance: instanceNode(store.updateInstance(userId, withoutNulls(input))) };
  }),

  removeSolutionInstance: mutation(({ solutionInstanceId }, { caller, store }) => {
    store.removeInstance(requireUser(caller, 'removeSolutionInstance'), solutionInstanceId);
    return {};
  }),

  removeAuthentication: mutation(({ authenticationId }, { caller, store }) => {
    store.removeAuthentication(requireUser(caller, 'removeAuthentication'), authenticationId);
    return {};
  }),
};

const viewer = {
  solutions({ criteria, ...page }, { caller }) {
    requireMaster(caller, 'viewer.solutions');
    const tags = criteria?.tags ?? [];
    return connection(
      solutions.filter((solution) => tags.every((tag) => solution.tags.includes(tag))),
      page,
    );
  },

  solutionInstances({ criteria, ...page }, { caller, store }) {
    if (criteria?.owner != null) requireMaster(caller, 'solutionInstances(criteria: { owner })');
    const found = store
      .instances()
      .filter(
        (instance) =>
          (caller.kind === 'master' || instance.owner === caller.userId) &&
          matches(criteria?.owner, instance.owner) &&
          matches(criteria?.id, instance.id) &&
          matches(criteria?.name, instance.name) &&
          matches(criteria?.solutionId, instance.solution.id),
      );
    return connection(found.map(instanceNode), page);
  },

  authentications(page, { caller, store, origin }) {
    const found = caller.kind === 'user' ? store.listedAuthentications(caller.userId) : [];
    return connection(
      found.map((authentication) => authenticationNode(authentication, origin)),
      page,
    );
  },

  details(_, { caller, store, partnerName }) {
    if (caller.kind === 'master')
      return { username: partnerName, email: `admin@${partnerName}.example`, name: partnerName };
    const user = store.user(caller.userId);
    return { username: user.id, email: `${user.id}@${partnerName}.example`, name: user.name };
  },
};

/** Relay's convention, which all of Tray's mutations follow: an input object, and its clientMutationId comes back. */
function mutation(run) {
  return ({ input: { clientMutationId, ...input } }, context) => ({ ...run(input, context), clientMutationId });
}

const instanceNode = (instance) => ({ ...instance, solutionVersionFlags: VERSION_FLAGS });

const authenticationNode = ({ id, name, service, environmentId }, origin) => ({
  id,
  name,
  customFields: null,
  service: { ...service, icon: `${origin}/assets/service.svg` },
  serviceEnvironment: service.environments.find((environment) => environment.id === environmentId),
});

/** Without a criterion, everything matches. */
const matches = (wanted, value) => wanted == null || wanted === value;

/** In GraphQL a value may be `null` or absent. For these inputs both mean: no change. */
const withoutNulls = (input) => Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
