// The page's requests to its back end. Only the back end calls Tray.
import { config } from '/config.js';
import { logFailure, logRequest } from './log.js';

/** A failed request. `code` is for programs, the message for the log. */
export class BackEndError extends Error {
  name = 'BackEndError';

  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The visitor of this page. Another tab may sign somebody else in, who must not get what is shown here. */
let accountId;

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(`${config.backendOrigin}/api${path}`, {
      method,
      credentials: 'include', // the session's cookie
      headers: {
        ...(accountId && { 'x-account-id': accountId }),
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
  } catch {
    throw failed(method, path, 'no answer', {
      code: 'unreachable',
      message: `The back end at ${config.backendOrigin} does not answer. Is it still running?`,
    });
  }
  const answer = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok)
    throw failed(method, path, response.status, {
      code: answer?.error?.code ?? 'unknown',
      message: answer?.error?.message ?? `The back end answered ${response.status}.`,
    });
  logRequest(method, path, response.status);
  return answer;
}

function failed(method, path, status, { code, message }) {
  const error = new BackEndError(code, message);
  logFailure(`${method} ${path} · ${status}`, error);
  return error;
}

export const backEnd = {
  signIn: async () => {
    const visitor = await call('POST', '/session');
    accountId = visitor.accountId;
    return visitor;
  },
  signOut: () => call('DELETE', '/session'),
  solutions: () => call('GET', '/solutions'),
  solutionInstances: () => call('GET', '/solution-instances'),
  authentications: () => call('GET', '/authentications'),
  createSolutionInstance: (solutionId) => call('POST', '/solution-instances', { solutionId }),

  /** A new code for one dialog. `simulate` names a special case of the demo; leave it out. */
  authorizationCode: async ({ simulate } = {}) =>
    (await call('POST', '/authorization-codes', { simulate })).authorizationCode,

  /** Saves the result, enables the instance if it is complete, and returns the instance from Tray. */
  save: ({ solutionInstanceId, authValues, simulate }) =>
    call('PATCH', `/solution-instances/${encodeURIComponent(solutionInstanceId)}`, { authValues, simulate }),
};
