// The event log: each event of each dialog, and each request to the back end, newest first. Neither contains a secret.
import { byId, element } from './dom.js';

const MOST = 200; // lines

const list = byId('log');
byId('clear-log').addEventListener('click', () => list.replaceChildren());

/** @param {string} who  the service @param {{ type: string }} event  of the library */
export function logEvent(who, { type, ...details }) {
  add('event', `${who}: ${type}`, details);
}

/** @param {number} status  of a successful response */
export function logRequest(method, path, status) {
  add('request', `${method} ${path} · ${status}`, {});
}

/** The error itself, for developers; the visitor sees only a general message. @param {string} title @param {Error} error */
export function logFailure(title, error) {
  add('failed', title, { error });
}

function add(kind, title, details) {
  const now = new Date();
  const time = `${now.toLocaleTimeString('en-GB')}.${String(now.getMilliseconds()).padStart(3, '0')}`;
  list.prepend(
    element(
      'li',
      { className: `log-${kind}` },
      element('time', { text: time, datetime: now.toISOString() }),
      element('b', { text: title }),
      element('span', { text: describe(details) }),
    ),
  );
  while (list.childElementCount > MOST) list.lastElementChild.remove();
}

const describe = (details) =>
  Object.entries(details)
    .filter(([, value]) => typeof value !== 'object' || value instanceof Error) // an authValue only repeats the ids
    .map(
      ([key, value]) => `${key}: ${value instanceof Error ? `${value.code ?? value.name} “${value.message}”` : value}`,
    )
    .join(', ');
