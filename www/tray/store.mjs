// The data of the simulated Tray, in memory: users, their tokens, solution instances and authentications.
import { randomBytes, randomUUID } from 'node:crypto';

import { serviceOfSlot, solutionById } from './catalogue.mjs';
import { Codes } from './codes.mjs';
import { Problem } from './problem.mjs';
import { Behaviours } from './sim/behaviours.mjs';
import { Log } from './sim/log.mjs';

/** How long a user token is valid, ms (Tray's documentation: two days). */
export const TOKEN_LIFETIME = 48 * 60 * 60_000;

export class Store {
  #clock;
  #users = new Map();
  #tokens = new Map();
  #instances = new Map();
  #authentications = new Map();

  /** @param {{ clock: () => number }} options */
  constructor({ clock }) {
    this.#clock = clock;
    this.codes = new Codes(clock);
    this.behaviours = new Behaviours();
    this.log = new Log(clock);
  }

  /**
   * Tells the dialog how to behave when it is opened with this code.
   * @param {string} code
   * @param {string | object} behaviour a case's name, or a behaviour (see sim/behaviour.mjs)
   */
  behave(code, behaviour) {
    this.behaviours.setForCode(code, behaviour);
  }

  createUser({ name, externalUserId, isTestUser = false }) {
    if (this.users().some((user) => user.externalUserId === externalUserId)) {
      throw new Problem('BAD_USER_INPUT', `A user with externalUserId "${externalUserId}" exists already.`);
    }
    const user = { id: randomUUID(), name, externalUserId, isTestUser };
    this.#users.set(user.id, user);
    return user;
  }

  users() {
    return [...this.#users.values()];
  }

  user(id) {
    const user = this.#users.get(id);
    if (!user) throw new Problem('NOT_FOUND', `There is no user "${id}".`);
    return user;
  }

  /** @returns {string} a token that acts for the user */
  issueToken(userId) {
    const token = randomBytes(32).toString('hex');
    this.#tokens.set(token, { userId: this.user(userId).id, issued: this.#clock() });
    return token;
  }

  /** @returns {string | undefined} the user of the token, if it is known and has not expired */
  userOfToken(token) {
    const entry = this.#tokens.get(token);
    return entry && this.#clock() - entry.issued < TOKEN_LIFETIME ? entry.userId : undefined;
  }

  createInstance(owner, { solutionId, instanceName, authValues = [], configValues = [] }, id = randomUUID()) {
    const solution = solutionById(solutionId);
    if (!solution)
      throw new Problem(
        'NOT_FOUND',
        `There is no solution "${solutionId}". Ask viewer { solutions } with the master token.`,
      );
    const instance = {
      id,
      owner,
      solution,
      name: instanceName,
      enabled: false,
      authValues: [],
      configValues: [],
      created: new Date(this.#clock()).toISOString(),
    };
    this.#apply(instance, { authValues, configValues });
    this.#instances.set(id, instance);
    return instance;
  }

  updateInstance(
    owner,
    { solutionInstanceId, instanceName, enabled, authValues, configValues, errorOnEnablingWithMissingValues },
  ) {
    const instance = this.instance(owner, solutionInstanceId);
    this.#apply(instance, { authValues, configValues });
    const missing = instance.solution.authSlots.filter(
      (slot) => !instance.authValues.some((value) => value.externalId === slot.externalId),
    );
    if (enabled && errorOnEnablingWithMissingValues && missing.length > 0) {
      throw new Problem(
        'BAD_USER_INPUT',
        `The instance cannot be enabled without a value for ${missing.map((slot) => slot.externalId).join(', ')}.`,
      );
    }
    instance.name = instanceName ?? instance.name;
    instance.enabled = enabled ?? instance.enabled;
    return instance;
  }

  removeInstance(owner, id) {
    this.#instances.delete(this.instance(owner, id).id);
  }

  instances() {
    return [...this.#instances.values()];
  }

  /** An instance of this owner. Another user's counts as missing. */
  instance(owner, id) {
    const instance = this.#instances.get(id);
    if (!instance || instance.owner !== owner)
      throw new Problem('NOT_FOUND', `There is no solution instance "${id}" of this user.`);
    return instance;
  }

  /** @param {string} owner @param {Record<string, any>} details  `listedAfter`: ms until the owner's list has it */
  saveAuthentication(
    owner,
    { id = randomUUID(), name, service, environmentId, scopes = [], fields = {}, listedAfter = 0 },
  ) {
    const listedFrom = this.#clock() + listedAfter;
    const authentication = { id, owner, name, service, environmentId, scopes, fields, listedFrom };
    this.#authentications.set(id, authentication);
    return authentication;
  }

  removeAuthentication(owner, id) {
    this.#authentications.delete(this.authentication(owner, id).id);
  }

  authentications() {
    return [...this.#authentications.values()];
  }

  /** The owner's authentications that are listed by now. */
  listedAuthentications(owner) {
    const now = this.#clock();
    return this.authentications().filter((one) => one.owner === owner && one.listedFrom <= now);
  }

  authentication(owner, id) {
    const authentication = this.#authentications.get(id);
    if (!authentication || authentication.owner !== owner)
      throw new Problem('NOT_FOUND', `There is no authentication "${id}" of this user.`);
    return authentication;
  }

  /** Checks everything before it changes anything. */
  #apply(instance, { authValues, configValues }) {
    for (const { externalId, authId } of authValues ?? []) {
      const service = serviceOfSlot(instance.solution, externalId);
      if (!service)
        throw new Problem('BAD_USER_INPUT', `The solution has no authentication with the external id "${externalId}".`);
      const authentication = this.authentication(instance.owner, authId);
      if (authentication.service !== service) {
        throw new Problem(
          'BAD_USER_INPUT',
          `"${externalId}" takes ${service.title}, and authentication "${authId}" is for ${authentication.service.title}.`,
        );
      }
    }
    for (const { externalId } of configValues ?? []) {
      if (!instance.solution.configSlots.some((slot) => slot.externalId === externalId)) {
        throw new Problem('BAD_USER_INPUT', `The solution has no configuration with the external id "${externalId}".`);
      }
    }
    instance.authValues = merge(instance.authValues, authValues);
    instance.configValues = merge(instance.configValues, configValues);
  }
}

/** Other values stay. (Deduced: Tray does not document it.) */
function merge(before, changes) {
  const values = new Map([...before, ...(changes ?? [])].map((value) => [value.externalId, { ...value }]));
  return [...values.values()];
}
