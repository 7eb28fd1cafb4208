// The behaviour of a dialog: that of its code, or of its user, or the default, or none.
import { caseNamed } from './cases.mjs';
import { parseBehaviour } from './behaviour.mjs';
import { Problem } from '../problem.mjs';

/** The most codes to remember. The oldest are forgotten first. */
const CAPACITY = 10_000;

export class Behaviours {
  #byCode = new Map();
  #byUser = new Map();
  #default = {};

  /** @param {string | object} behaviour a case's name or a behaviour */
  setForCode(code, behaviour) {
    put(this.#byCode, code, behaviour);
  }

  setForUser(userId, behaviour) {
    put(this.#byUser, userId, behaviour);
  }

  setDefault(behaviour) {
    this.#default = resolveBehaviour(behaviour);
  }

  /** @returns {import('./behaviour.mjs').Behaviour} */
  for({ code, userId }) {
    return this.#byCode.get(code) ?? this.#byUser.get(userId) ?? this.#default;
  }
}

/**
 * @param {unknown} behaviour a case's name or a behaviour
 * @returns {import('./behaviour.mjs').Behaviour}
 */
export function resolveBehaviour(behaviour) {
  if (typeof behaviour !== 'string') return parseBehaviour(behaviour);
  const found = caseNamed(behaviour);
  if (!found) throw new Problem('BAD_REQUEST', `There is no case "${behaviour}". GET /__sim/cases lists them.`);
  return found.behaviour;
}

function put(map, key, behaviour) {
  if (typeof key !== 'string' || key === '') throw new Problem('BAD_REQUEST', 'The code or userId must be a string.');
  map.set(key, resolveBehaviour(behaviour));
  if (map.size > CAPACITY) map.delete(map.keys().next().value);
}
