// @ts-check
// The entry for back ends: Tray's Embedded API around the dialog, under Tray's own names, by `fetch` alone. For Node 20, edge
// workers and Deno; no WebAssembly, no dependencies. Types: backend.d.ts. Imports its own parts.
import { createClient } from './backend/client.js';
import { dialogUrl } from './backend/dialog-url.js';
import { invalid, TrayBackendError } from './backend/error.js';
import {
  checkNames,
  optionalFlag,
  optionalSignal,
  requireAuthValue,
  requireId,
  requireText,
  requireToken,
} from './backend/input.js';
import * as operations from './backend/operations.js';
import { endpointIn, endpointOf } from './backend/regions.js';
import { save } from './backend/saving.js';
import { inTurn } from './backend/wait.js';

export { isTrayBackendError, TrayBackendError } from './backend/error.js';

const TIMEOUT = 15_000; // ms; Tray answers within a second or two
const LONGEST_TIMEOUT = 2_147_483_647; // what a timer can hold

const USER_TOKEN = 'the token of the signed-in user, from `authorize`';
const USER_ID = 'the id that `createExternalUser` returned; store it with your user';

/** Browsers, what simulates them, and apps that ship their scripts to people. */
function isClient() {
  const { userAgent, product } = /** @type {any} */ (globalThis).navigator ?? {};
  return typeof document === 'object' || product === 'ReactNative' || /^Mozilla\//.test(userAgent ?? '');
}

/** @param {any} options */
export function trayBackend(options) {
  if (isClient()) {
    throw new TrayBackendError(
      'in_browser',
      'tray-auth-dialog/backend holds your master token, which must never reach a browser: import it only in your back end. (If this is a test of your back end, run it without jsdom or happy-dom.)',
    );
  }
  checkNames(options, ['masterToken', 'region', 'graphqlUrl', 'timeout', 'fetch', 'lock'], '`trayBackend`');
  const masterToken = requireToken(
    options,
    'masterToken',
    'the master token of your account, from your settings at Tray',
  );
  const { region, graphqlUrl, timeout = TIMEOUT, fetch: own, lock } = options;
  const regional = endpointIn(region);
  if (!(typeof timeout === 'number' && timeout >= 1 && timeout <= LONGEST_TIMEOUT))
    throw invalid('timeout', `must be a number of milliseconds from 1 to ${LONGEST_TIMEOUT}`);
  for (const name of ['fetch', 'lock'])
    if (options[name] !== undefined && typeof options[name] !== 'function') throw invalid(name, 'must be a function');
  const url = graphqlUrl === undefined ? regional : endpointOf(graphqlUrl);
  // Looked up with each request, because frameworks and tests replace it.
  const fetch = own ?? ((/** @type {any} */ ...request) => globalThis.fetch(.../** @type {[any]} */ (request)));
  const client = createClient({ url, masterToken, timeout, fetch });
  /** @param {AbortSignal | undefined} signal @returns {import('./backend.js').Lock} */
  const byOne = (signal) => (id, work) =>
    inTurn(`${url} ${id}`, async () => (lock ? lock(id, work) : work()), 2 * timeout, signal);

  /**
   * Checks the options of a call.
   * @param {any} given @param {string} name @param {'master' | 'user'} token @param {string[]} names its own
   */
  const read = (given, name, token, names) => {
    const known = [...(token === 'user' ? ['userToken'] : []), ...names, 'signal'];
    checkNames(given, known, `\`${name}\``);
    const userToken = token === 'user' ? requireToken(given, 'userToken', USER_TOKEN) : undefined;
    if (userToken === masterToken)
      throw invalid('userToken', `is the master token, which does not act for a user: give ${USER_TOKEN}`);
    return { userToken, signal: optionalSignal(given) };
  };

  /** @param {any} given @param {string} name @param {readonly any[]} values @param {string} field */
  const saveAll = (given, name, values, field) => {
    const call = read(given, name, 'user', ['solutionInstanceId', field, 'enable']);
    const solutionInstanceId = requireId(
      given,
      'solutionInstanceId',
      'the id that `createSolutionInstance` returned; store it with your user',
    );
    const authValues = values.map((value, index) =>
      requireAuthValue(value, field === 'authValue' ? field : `${field}.${index}`),
    );
    if (authValues.length === 0) throw invalid(field, 'must have at least one value');
    if (new Set(authValues.map(({ externalId }) => externalId)).size < authValues.length)
      throw invalid(field, 'must not have two values for the same `externalId`');
    return save(client, byOne(call.signal), {
      .../** @type {{ userToken: string, signal: AbortSignal | undefined }} */ (call),
      solutionInstanceId,
      authValues,
      enable: optionalFlag(given, 'enable') ?? true,
    });
  };

  // `async`, so that bad input rejects like every other error.
  return {
    /** @param {any} given */
    createExternalUser: async (given) => {
      const call = read(given, 'createExternalUser', 'master', ['name', 'externalUserId', 'isTestUser']);
      const name = requireText(given, 'name');
      const externalUserId = requireId(given, 'externalUserId', 'your own id for the user, which must never change');
      const isTestUser = optionalFlag(given, 'isTestUser');
      const input = { name, externalUserId, ...(isTestUser !== undefined && { isTestUser }) };
      return client.send(operations.createExternalUser, { input }, call);
    },
    /** @param {any} given */
    authorize: async (given) => {
      const call = read(given, 'authorize', 'master', ['userId']);
      return client.send(operations.authorize, { input: { userId: requireId(given, 'userId', USER_ID) } }, call);
    },
    /** @param {any} given */
    generateAuthorizationCode: async (given) => {
      const call = read(given, 'generateAuthorizationCode', 'master', ['userId']);
      const input = { userId: requireId(given, 'userId', USER_ID) };
      return client.send(operations.generateAuthorizationCode, { input }, call);
    },
    /** @param {any} given */
    dialogUrl: (given) => dialogUrl(given, region),
    /** @param {any} [given] */
    solutions: async (given = {}) => client.sendForAll(operations.solutions, read(given, 'solutions', 'master', [])),
    /** @param {any} given */
    createSolutionInstance: async (given) => {
      const call = read(given, 'createSolutionInstance', 'user', ['solutionId', 'instanceName']);
      const solutionId = requireId(given, 'solutionId', 'one of `solutions()`');
      const input = { solutionId, instanceName: requireText(given, 'instanceName') };
      return client.send(operations.createSolutionInstance, { input }, call);
    },
    /** @param {any} given */
    solutionInstances: async (given) =>
      client.sendForAll(operations.solutionInstances, read(given, 'solutionInstances', 'user', [])),
    /** @param {any} given */
    authentications: async (given) =>
      client.sendForAll(operations.authentications, read(given, 'authentications', 'user', [])),
    /** @param {any} given */
    saveAuthentication: async (given) => saveAll(given, 'saveAuthentication', [given?.authValue], 'authValue'),
    /** @param {any} given */
    saveAuthentications: async (given) => {
      const values = given?.authValues;
      if (given && !Array.isArray(values)) throw invalid('authValues', 'must be an array of `{ externalId, authId }`');
      return saveAll(given, 'saveAuthentications', values ?? [], 'authValues');
    },
  };
}
