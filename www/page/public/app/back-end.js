// The page's client of its own back end, which alone may speak to Tray.
import { config } from '/config.js';
import { logRequest } from './log.js';

/** What the back end answers when it cannot do what was asked. Its message is for the visitor. */
export class BackEndError extends Error {
  name = 'BackEndError';

  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(`${config.backendOrigin}/api${path}`, {
      method,
      credentials: 'include', // the session's cookie
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    logRequest(method, path, 'no answer');
    throw new BackEndError(
      'unreachable',
      `The back end at ${config.backendOrigin} does not answer. Is it still running?`,
    );
  }
  logRequest(method, path, response.status);
  if (response.status === 204) return undefined;
  const answer = await response.json().catch(() => undefined);
  if (!response.ok)
    throw new BackEndError(
      answer?.error?.code ?? 'unknown',
      answer?.error?.message ?? `The back end answered ${response.status}.`,
    );
  return answer;
}

export const backEnd = {
  signIn: () => call('POST', '/session'),
  signOut: () => call('DELETE', '/session'),
  solutions: () => call('GET', '/solutions'),
  solutionInstances: () => call('GET', '/solution-instances'),
  authentications: () => call('GET', '/authentications'),
  createSolutionInstance: (solutionId) => call('POST', '/solution-instances', { solutionId }),

  /** A new code for one dialog. `simulate` names a special case that only the simulation knows. */
  authorizationCode: async ({ simulate } = {}) =>
    (await call('POST', '/authorization-codes', { simulate })).authorizationCode,

  /** Stores the result at Tray, enables the instance, and answers with it as Tray then has it. */
  save: ({ solutionInstanceId, authValues }) =>
    call('PATCH', `/solution-instances/${encodeURIComponent(solutionInstanceId)}`, { authValues }),
};
