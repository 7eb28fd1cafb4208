// Requests of the dialog's page to its server.

/** A failed response, with the server's message and the form field that is wrong. */
export class Refused extends Error {
  constructor({ message, field }) {
    super(message);
    this.field = field;
  }
}

/**
 * @param {string} url
 * @param {object} [body] sent by POST
 */
export async function request(url, body) {
  const response = await fetch(url, {
    headers: { accept: 'application/json', ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  const answer = response.status === 204 ? undefined : await response.json();
  if (!response.ok) throw new Refused(answer);
  return answer;
}

/** Adds an entry to the simulation's log. A beacon, because it is also sent while the page unloads. */
export function note(api, entry) {
  navigator.sendBeacon(`${api}/log`, new Blob([toJson(entry)], { type: 'application/json' }));
}

/** A message may contain what JSON cannot. */
function toJson(entry) {
  try {
    return JSON.stringify(entry);
  } catch {
    return JSON.stringify({ ...entry, data: String(entry.data) });
  }
}
