// Open dialogs, each from a used code. Only its page and the server know a session's id. There is no cookie, because a dialog in
// an iframe on another site has none.
import { randomBytes } from 'node:crypto';

import { Problem } from '../problem.mjs';

/** How long a dialog may stay open, ms. */
const LIFETIME = 60 * 60_000;

/**
 * @typedef {object} Session
 * @property {string} id
 * @property {number} opened ms since the epoch
 * @property {string} userId
 * @property {string} partnerName
 * @property {import('./target.mjs').Target} target
 * @property {{ skipTitleField: boolean, skipAuthSettings: boolean }} options
 * @property {import('../sim/behaviour.mjs').Behaviour} behaviour
 * @property {{ title?: unknown, environmentId?: string, scopes?: string[] }} draft what the user chose before going to the provider
 * @property {string} [state] the current OAuth state
 * @property {'none' | 'pending' | 'granted' | 'denied'} consent
 * @property {{ authId: string, authType: string }} [result]
 */

export class Sessions {
  #clock;
  /** @type {Map<string, Session>} */
  #sessions = new Map();
  /** @type {Map<unknown, { session: Session, redirectUri: string }>} */
  #consents = new Map();

  /** @param {() => number} clock */
  constructor(clock) {
    this.#clock = clock;
  }

  /** @returns {Session} */
  open(details) {
    const now = this.#clock();
    for (const [id, { opened }] of this.#sessions) {
      if (now - opened < LIFETIME) break; // a Map keeps the order of insertion
      this.#consents.delete(this.#sessions.get(id).state);
      this.#sessions.delete(id);
    }
    const session = { ...details, id: randomBytes(24).toString('base64url'), opened: now, draft: {}, consent: 'none' };
    this.#sessions.set(session.id, session);
    return session;
  }

  /** @returns {Session} */
  get(id) {
    const session = this.#sessions.get(id);
    if (!session || this.#clock() - session.opened >= LIFETIME)
      throw new Problem('NOT_FOUND', 'This dialog is no longer open. Start again.');
    return session;
  }

  /**
   * A session waits for one answer at a time. Asking again makes the earlier state invalid.
   * @param {Session} session
   * @param {string} redirectUri
   * @returns {string} the OAuth state that the answer must bring
   */
  expectConsent(session, redirectUri) {
    this.#consents.delete(session.state);
    session.state = randomBytes(24).toString('base64url');
    session.consent = 'pending';
    this.#consents.set(session.state, { session, redirectUri });
    return session.state;
  }

  /** The session of this state. A state works once. */
  takeConsent(state) {
    const asked = this.#consents.get(state);
    this.#consents.delete(state);
    return asked;
  }
}
