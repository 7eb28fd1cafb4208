// The back-end entry with the simulated Tray behind it: a user, an instance, authentications, and a fetch that can be watched.
import { trayBackend } from 'tray-auth-dialog/backend';
import { make, SOLUTION, tray } from './tray-support.mjs';

export const SLACK = 'external_slack_authentication';
export const SHEETS = 'external_google_authentication';
export const MAILCHIMP = 'external_mailchimp_authentication';

/** @param {() => Promise<unknown>} call @returns {Promise<any>} what it rejects with */
export async function failure(call) {
  try {
    await call();
  } catch (error) {
    return error;
  }
  throw new Error('The call should have failed.');
}

/** @param {import('node:test').TestContext} t @param {object} [options] of the back end */
export async function setUp(t, options) {
  const server = await tray(t);
  const settings = { masterToken: server.masterToken, graphqlUrl: server.graphqlUrl };
  const backend = trayBackend({ ...settings, ...options });
  const user = async (name = 'Ada') => {
    const { userId } = await backend.createExternalUser({ name, externalUserId: `id-of-${name}`, isTestUser: true });
    const { accessToken: userToken } = await backend.authorize({ userId });
    return { userId, userToken };
  };
  const { userId, userToken } = await user();
  const { id: solutionInstanceId } = await backend.createSolutionInstance({
    userToken,
    solutionId: SOLUTION,
    instanceName: 'First',
  });
  const authenticate = (service = 'slack', owner = userId) => make(server, owner, service).id;
  const instance = () => server.store.instance(userId, solutionInstanceId);
  return { server, settings, backend, user, userId, userToken, solutionInstanceId, authenticate, instance };
}

/** A Tray that replaces the list of values with the one that it is sent, which is one of the two things that it may do. */
export function replaceLists({ store }) {
  const update = store.updateInstance.bind(store);
  store.updateInstance = (owner, input) => {
    if (input.authValues) store.instance(owner, input.solutionInstanceId).authValues = [];
    return update(owner, input);
  };
}
