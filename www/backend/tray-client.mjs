// A thin typed client for Tray's GraphQL API: sends one operation, checks the shape of the answer, and words every failure without a secret.
import { ApiError } from './errors.mjs';
import * as operations from './tray-operations.mjs';

const TIMEOUT = 15_000; // ms; Tray answers within a second or two
const LONGEST_QUOTE = 300; // characters of Tray's own text in a message of ours

/**
 * @param {object} options
 * @param {string} options.graphqlUrl
 * @param {string} options.masterToken
 */
export function createTrayClient({ graphqlUrl, masterToken }) {
  /**
   * @template T
   * @param {import('./tray-operations.mjs').Operation<T>} operation
   * @param {Record<string, unknown>} variables
   * @param {string} [userToken]
   * @returns {Promise<T>}
   */
  async function send(operation, variables, userToken) {
    const token = operation.token === 'master' ? masterToken : userToken;
    const { status, body } = await post(operation, variables, token);
    const complaint = body?.errors?.[0]?.message;
    if (status === 401 || status === 403) {
      throw new ApiError(
        502,
        'tray_refused_token',
        `Tray refused the ${operation.token} token for ${operation.name} (HTTP ${status})${quote(complaint, token)}.`,
      );
    }
    if (complaint !== undefined)
      throw new ApiError(502, 'tray_error', `Tray refused ${operation.name}${quote(complaint, token)}.`);
    const answer = operation.answer.safeParse(body?.data);
    if (!answer.success) {
      throw new ApiError(
        502,
        'tray_unexpected',
        `Tray answered ${operation.name} in a form that this demo does not know (HTTP ${status}).`,
        { cause: answer.error },
      );
    }
    return answer.data;
  }

  /**
   * All of a list, page after page. Tray decides how long a page is.
   * @template Node
   * @param {import('./tray-operations.mjs').Operation<{ nodes: Node[], next?: string }>} operation
   * @param {string} [userToken]
   * @returns {Promise<Node[]>}
   */
  async function sendForAll(operation, userToken) {
    const all = [];
    const seen = new Set();
    let after;
    do {
      const { nodes, next } = await send(operation, { after }, userToken);
      all.push(...nodes);
      if (seen.has(next))
        throw new ApiError(502, 'tray_unexpected', `Tray's pages of ${operation.name} lead round in a circle.`);
      seen.add(next);
      after = next;
    } while (after !== undefined);
    return all;
  }

  /** @returns {Promise<{ status: number, body: any }>} what Tray answered, not yet looked at */
  async function post({ name, document, token: kind }, variables, token) {
    try {
      const response = await fetch(graphqlUrl, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: document, variables, operationName: name }),
        // A redirect would carry the token to wherever it points.
        redirect: 'error',
        signal: AbortSignal.timeout(TIMEOUT),
      });
      // A proxy in between may answer with a page instead of JSON; the status then says enough.
      return { status: response.status, body: await response.json().catch(() => undefined) };
    } catch (cause) {
      const reason =
        cause instanceof Error && cause.name === 'TimeoutError'
          ? `did not answer within ${TIMEOUT / 1000} s`
          : 'could not be reached';
      throw new ApiError(
        502,
        'tray_unreachable',
        `Tray's API at ${new URL(graphqlUrl).origin} ${reason} (${name}, ${kind} token).`,
        { cause },
      );
    }
  }

  return {
    /** @param {{ name: string, externalUserId: string }} user */
    createExternalUser: (user) => send(operations.createExternalUser, user),
    /** A token that acts for this user; it lives two days. @param {string} userId */
    authorize: (userId) => send(operations.authorize, { userId }),
    /** For one dialog: it serves once and lives five minutes. @param {string} userId */
    generateAuthorizationCode: (userId) => send(operations.generateAuthorizationCode, { userId }),
    solutions: () => sendForAll(operations.solutions),
    /** @param {string} userToken @param {{ solutionId: string, instanceName: string }} instance */
    createSolutionInstance: (userToken, instance) => send(operations.createSolutionInstance, instance, userToken),
    /** @param {string} userToken @param {{ solutionInstanceId: string, enabled?: boolean, authValues?: { externalId: string, authId: string }[] }} input */
    updateSolutionInstance: (userToken, input) => send(operations.updateSolutionInstance, { input }, userToken),
    /** Those of the token's user. @param {string} userToken */
    solutionInstances: (userToken) => sendForAll(operations.solutionInstances, userToken),
    /** Those of the token's user. @param {string} userToken */
    authentications: (userToken) => sendForAll(operations.authentications, userToken),
  };
}

/** Tray's own words, shortened, and without the token should they repeat it. */
function quote(text, token) {
  if (typeof text !== 'string' || text === '') return '';
  return `: ${text.replaceAll(token, '…').slice(0, LONGEST_QUOTE).replace(/\.$/, '')}`;
}
