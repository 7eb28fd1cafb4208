// Creates or changes the authentication when the user is done.
import { Problem } from '../problem.mjs';

/** @typedef {import('./sessions.mjs').Session} Session */

/** The maximum length of a title and of a credential, in characters. */
const LONGEST = 1_000;

/**
 * Idempotent: a dialog creates one authentication, however often its page asks.
 * @param {import('../store.mjs').Store} store
 * @param {Session} session
 * @param {{ title?: unknown, environmentId?: unknown, scopes?: unknown, fields?: unknown }} input
 * @param {{ trusting?: boolean }} [how] `trusting`: without consent or credentials, for behaviours that finish by themselves
 * @returns {{ authId: string, authType: string }}
 */
export function finishSession(store, session, input, { trusting = false } = {}) {
  if (session.result) return session.result;
  const { service, authentication } = session.target;
  if (!trusting && service.authType === 'oauth' && session.consent !== 'granted') {
    throw new Problem('FORBIDDEN', `${service.title} has not given its consent.`);
  }
  const saved = store.saveAuthentication(session.userId, {
    id: authentication?.id,
    name: titleOf(session, input.title),
    service,
    environmentId: environmentOf(session, input.environmentId),
    scopes: scopesOf(session, input.scopes),
    fields: trusting ? {} : fieldsOf(service, input.fields),
    listedAfter: authentication ? 0 : session.behaviour.listedAfter,
  });
  session.result = { authId: saved.id, authType: service.authType };
  return session.result;
}

/** @param {Session} session @param {unknown} title from the user */
function titleOf({ options, target: { service, authentication } }, title) {
  const automatic = authentication?.name ?? `${service.title} authentication`;
  if (options.skipTitleField || title === undefined) return automatic;
  const text = String(title).trim();
  if (text === '') throw new Problem('BAD_USER_INPUT', 'Give the authentication a name.', 'title');
  if (text.length > LONGEST)
    throw new Problem('BAD_USER_INPUT', `The name is longer than ${LONGEST} characters.`, 'title');
  return text;
}

/**
 * The environment from the URL, or the chosen one, or the current one, or the first.
 * @param {Session} session
 * @param {unknown} chosen
 * @returns {string}
 */
export function environmentOf({ target: { service, environmentId, authentication } }, chosen) {
  const wanted = environmentId ?? chosen ?? authentication?.environmentId ?? service.environments[0].id;
  if (!service.environments.some(({ id }) => id === wanted)) {
    throw new Problem('BAD_USER_INPUT', 'The service environment does not match the service.', 'environmentId');
  }
  return /** @type {string} */ (wanted);
}

/**
 * The chosen scopes, if the service has them, and the required ones.
 * @param {Session} session
 * @param {unknown} chosen
 */
export function scopesOf({ target: { service, scopes } }, chosen) {
  const offered = scopes ?? service.scopes.map(({ name }) => name);
  const required = scopes ?? service.scopes.filter((scope) => scope.required).map(({ name }) => name);
  return offered.filter((name) => required.includes(name) || [chosen].flat().includes(name));
}

function fieldsOf(service, fields) {
  return Object.fromEntries(
    service.fields.map(({ name, label }) => {
      const text = String(fields?.[name] ?? '').trim();
      if (text === '') throw new Problem('BAD_USER_INPUT', `${label} is missing.`, name);
      if (text.length > LONGEST)
        throw new Problem('BAD_USER_INPUT', `${label} is longer than ${LONGEST} characters.`, name);
      if (text === 'invalid')
        throw new Problem('BAD_USER_INPUT', `${service.title} does not accept this ${label}.`, name);
      return [name, text];
    }),
  );
}
