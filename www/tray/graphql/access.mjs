// Tray's two kinds of bearer token, and which operation takes which.
import { timingSafeEqual } from 'node:crypto';

import { Problem } from '../problem.mjs';

/** @typedef {{ kind: 'master' } | { kind: 'user', userId: string }} Caller */

/**
 * @param {string | undefined} header the Authorization header
 * @param {{ masterToken: string, store: import('../store.mjs').Store }} tray
 * @returns {Caller}
 */
export function authenticate(header, { masterToken, store }) {
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) {
    throw new Problem(
      'UNAUTHENTICATED',
      'A token is needed: send the header "Authorization: Bearer TOKEN" with a master or a user token.',
    );
  }
  if (equal(token, masterToken)) return { kind: 'master' };
  const userId = store.userOfToken(token);
  if (userId === undefined) throw new Problem('UNAUTHENTICATED', 'The token is not known, or it has expired.');
  return { kind: 'user', userId };
}

/** @param {Caller} caller */
export function requireMaster(caller, operation) {
  if (caller.kind !== 'master')
    throw new Problem('FORBIDDEN', `"${operation}" needs the master token, and this is a user token.`);
}

/**
 * @param {Caller} caller
 * @returns {string} the user's id
 */
export function requireUser(caller, operation) {
  if (caller.kind !== 'user')
    throw new Problem(
      'FORBIDDEN',
      `"${operation}" needs a user token (see "authorize"), and this is the master token.`,
    );
  return caller.userId;
}

function equal(a, b) {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
