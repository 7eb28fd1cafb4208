// Sign-in: each visitor has a session on the server, and an external user of their own at Tray.
import { randomBytes } from 'node:crypto';
import session from 'express-session';
import { ApiError } from './errors.mjs';

const DAY = 24 * 60 * 60 * 1000; // ms

/**
 * @typedef {object} Visitor
 * @property {string} name
 * @property {string} userId  Tray's id of the external user
 * @property {string} accessToken  Tray's user token, which never leaves this server
 * @property {number} authorizedAt  when that token was made, ms since the epoch
 */

/**
 * The browser gets only an opaque id, in a cookie that scripts cannot read.
 * @param {string} pageOrigin
 */
export const visitorSessions = (pageOrigin) =>
  session({
    // Cookies ignore ports. With one name, two demos on this machine would overwrite each other's sessions.
    name: `acme_session_${new URL(pageOrigin).port || 80}`,
    secret: randomBytes(32).toString('base64url'),
    // page and back end are two origins of one site, so the strictest setting works
    cookie: { httpOnly: true, sameSite: 'strict', secure: 'auto', maxAge: DAY },
    resave: false,
    saveUninitialized: false, // no session before the sign-in
  });

/**
 * Where a partner would check a password, the demo invents a new user and registers them at Tray.
 * @param {import('express').Request} request
 * @param {import('tray-auth-dialog/backend').TrayBackend} tray
 * @returns {Promise<Visitor>}
 */
export async function signIn(request, tray) {
  if (request.session.visitor) return request.session.visitor;
  const key = randomBytes(8).toString('hex');
  const name = `Visitor ${key.slice(0, 4).toUpperCase()}`;
  // A test user, so that with the real Tray nobody who tries the demo counts as a customer.
  const { userId } = await tray.createExternalUser({ name, externalUserId: `demo-${key}`, isTestUser: true });
  const { accessToken } = await tray.authorize({ userId });
  request.session.visitor = { name, userId, accessToken, authorizedAt: Date.now() };
  return request.session.visitor;
}

/** @param {import('express').Request} request */
export const signOut = (request) =>
  new Promise((resolve, reject) => {
    request.session.destroy((error) => (error ? reject(error) : resolve(undefined)));
  });

/**
 * The page says which user it was loaded for. Somebody else may have signed in since, in another tab, and must not get the first
 * user's results.
 * @param {import('express').Request} request
 * @returns {Visitor}
 */
export function visitorOf(request) {
  const { visitor } = request.session;
  if (!visitor) throw new ApiError(401, 'signed_out', 'Your session has ended: reload the page to sign in again.');
  const meant = request.get('x-account-id');
  if (meant !== undefined && meant !== visitor.userId)
    throw new ApiError(409, 'other_visitor', 'Somebody else is signed in by now: reload the page to go on as them.');
  return visitor;
}

/** A user token that is valid for at least another day. Tray's are valid for two days, and a session may last longer. */
export async function userTokenOf(request, tray) {
  const visitor = visitorOf(request);
  if (Date.now() - visitor.authorizedAt > DAY) {
    ({ accessToken: visitor.accessToken } = await tray.authorize({ userId: visitor.userId }));
    visitor.authorizedAt = Date.now();
  }
  return visitor.accessToken;
}
