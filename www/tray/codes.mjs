// Authorization codes: for one user and one use, valid for five minutes.
import { randomBytes } from 'node:crypto';

import { Problem } from './problem.mjs';

/** How long Tray's codes are valid, ms (PROTOCOL, section 1). */
export const CODE_LIFETIME = 5 * 60_000;

/** How long an old code is remembered, ms, to report it as used or expired and not as unknown. */
const MEMORY = 60 * 60_000;

export class Codes {
  #clock;
  /** @type {Map<string, { userId: string, issued: number, used: boolean }>} */
  #codes = new Map();

  /** @param {() => number} clock ms since the epoch */
  constructor(clock) {
    this.#clock = clock;
  }

  /** @param {string} userId */
  issue(userId) {
    this.#forgetOld();
    const code = randomBytes(20).toString('hex');
    this.#codes.set(code, { userId, issued: this.#clock(), used: false });
    return code;
  }

  /** The user of the code. Does not use it up. */
  userOf(code) {
    return this.#codes.get(code)?.userId;
  }

  /**
   * Uses the code up. There is no `await` between the check and the mark, so only one of two requests with the same code
   * succeeds.
   * @param {unknown} code
   * @returns {string} the user that it was made for
   */
  redeem(code) {
    if (typeof code !== 'string' || code === '') throw new Problem('BAD_REQUEST', 'The authorization code is missing.');
    const entry = this.#codes.get(code);
    if (!entry) throw new Problem('FORBIDDEN', 'The authorization code is not valid.');
    if (entry.used)
      throw new Problem('FORBIDDEN', 'The authorization code has already been used. Each code serves once.');
    if (this.#clock() - entry.issued >= CODE_LIFETIME) {
      throw new Problem('FORBIDDEN', 'The authorization code has expired. A code lives five minutes.');
    }
    entry.used = true;
    return entry.userId;
  }

  #forgetOld() {
    for (const [code, { issued }] of this.#codes) {
      if (this.#clock() - issued < CODE_LIFETIME + MEMORY) break; // a Map keeps the order of insertion
      this.#codes.delete(code);
    }
  }
}
