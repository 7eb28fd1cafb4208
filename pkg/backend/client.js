// @ts-check
// Sends one operation to Tray. Each error says which operation, which token and what to do, and contains no secret. Imports
// `error`.
import { TrayBackendError } from './error.js';

/** @typedef {import('./operations.js').Operation<any>} AnyOperation */
/** @typedef {{ userToken?: string | undefined, signal?: AbortSignal | undefined }} Call */

/** Characters of Tray's own text in a message of ours. */
const LONGEST_QUOTE = 300;

const ADVICE = {
  master: 'Check that `masterToken` is the master token of your account, and `region` the region of that account.',
  user: 'Make a new user token with `authorize` (it is valid for two days), and pass that, not the master token.',
};

/** Ids of people and of their authentications, which must not appear in logs. */
const PERSONAL = ['userId', 'authId', 'externalUserId'];

/** @param {any} value @returns {string[]} the personal ids among an operation's variables */
function personal(value) {
  if (!value || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    PERSONAL.includes(name) && typeof inner === 'string' ? [inner] : personal(inner),
  );
}

/** @param {{ url: string, masterToken: string, timeout: number, fetch: import('../backend.js').FetchLike }} settings */
export function createClient({ url, masterToken, timeout, fetch }) {
  const { origin } = new URL(url);

  /**
   * @template T
   * @param {import('./operations.js').Operation<T>} operation
   * @param {Record<string, unknown>} variables
   * @param {Call} call
   * @returns {Promise<T>}
   */
  async function send(operation, variables, { userToken, signal }) {
    const { name, token: kind } = operation;
    const token = kind === 'master' ? masterToken : /** @type {string} */ (userToken);
    const { status, text } = await post(operation, { variables, token, signal });
    const fail = (/** @type {any} */ code, /** @type {string} */ message) =>
      new TrayBackendError(code, message, { operation: name, token: kind, status });
    let body;
    try {
      body = JSON.parse(text);
    } catch {
      // A proxy in between may answer with an HTML page; then the status says enough.
    }
    const error = Array.isArray(body?.errors) ? body.errors[0] : undefined;
    const quoted = quote(error?.message, [masterToken, token, ...personal(variables)]);
    const refusals = ['UNAUTHENTICATED', 'FORBIDDEN'];
    if (status === 401 || status === 403 || refusals.includes(error?.extensions?.code))
      throw fail(
        'tray_refused_token',
        `Tray refused the ${kind} token for ${name} (HTTP ${status})${quoted}. ${ADVICE[kind]}`,
      );
    if (error !== undefined)
      throw fail('tray_error', `Tray refused ${name}${quoted}. Check what you passed to \`${name}\`.`);
    const answer = body?.data && typeof body.data === 'object' ? operation.read(body.data) : undefined;
    if (answer === undefined) {
      const what = body === undefined ? 'with something that is not JSON' : 'in an unknown form';
      throw fail(
        'tray_unexpected',
        `Tray answered ${name} ${what} (HTTP ${status}). If this keeps happening, check \`region\` or \`graphqlUrl\`: is ${origin} Tray's API?`,
      );
    }
    return answer;
  }

  /**
   * Reads a whole list, page after page. Tray decides how long a page is.
   * @template Node
   * @param {import('./operations.js').Operation<import('./operations.js').Page<Node>>} operation
   * @param {Call} call
   * @param {(all: Node[]) => boolean} [isEnough] looked at after each page
   * @returns {Promise<Node[]>}
   */
  async function sendForAll(operation, call, isEnough = () => false) {
    /** @type {Node[]} */
    const all = [];
    const seen = new Set();
    /** @type {string | undefined} */
    let after;
    do {
      const { nodes, next } = await send(operation, { after }, call);
      all.push(...nodes);
      if (isEnough(all)) break;
      if (seen.has(next))
        throw new TrayBackendError(
          'tray_unexpected',
          `Tray's list of ${operation.name} never ends: the same page came twice. If this keeps happening, ask Tray.`,
          {
            operation: operation.name,
            token: operation.token,
          },
        );
      seen.add(next);
      after = next;
    } while (after !== undefined);
    return all;
  }

  /** @param {AnyOperation} operation @param {{ variables: object, token: string, signal: AbortSignal | undefined }} request */
  async function post({ name, document, token: kind }, { variables, token, signal }) {
    // Not `AbortSignal.any`, which needs Node 20.3.
    const controller = new AbortController();
    const fail = (/** @type {any} */ code, /** @type {string} */ message, /** @type {unknown} */ cause) =>
      new TrayBackendError(code, message, { operation: name, token: kind, cause });
    let isLate = false;
    const abort = () => controller.abort();
    const timer = setTimeout(() => {
      isLate = true;
      abort();
    }, timeout);
    signal?.addEventListener('abort', abort);
    try {
      if (signal?.aborted) abort();
      const response = await fetch(url, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ query: document, variables, operationName: name }),
        // A redirect would pass the token on to wherever it points. Not 'error', which Cloudflare Workers do not support.
        redirect: 'manual',
        signal: controller.signal,
      });
      const { status, type } = response;
      if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
        throw fail(
          'tray_unreachable',
          `${origin} answered ${name} with a redirect, which is not followed because it would pass the ${kind} token on. Check \`region\` or \`graphqlUrl\`.`,
          undefined,
        );
      }
      return { status, text: await response.text() };
    } catch (cause) {
      if (cause instanceof TrayBackendError) throw cause;
      if (signal?.aborted)
        throw fail(
          'aborted',
          `${name} was stopped because \`signal\` was aborted. Tray may have carried it out all the same.`,
          signal.reason,
        );
      if (isLate) {
        throw fail(
          'timeout',
          `Tray's API at ${origin} did not answer ${name} within ${timeout} ms. Try again; Tray may have carried it out all the same.`,
          cause,
        );
      }
      throw fail(
        'tray_unreachable',
        `Tray's API at ${origin} could not be reached (${name}, ${kind} token). Check the network, and \`region\` or \`graphqlUrl\`; \`cause\` says more.`,
        cause,
      );
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  }

  return { send, sendForAll };
}

/** Quotes Tray's message, shortened and with secrets removed. @param {unknown} text @param {string[]} secrets */
function quote(text, secrets) {
  if (typeof text !== 'string' || text === '') return '';
  const open = secrets.reduce((rest, secret) => rest.split(secret).join('…'), text);
  return `: ${open.slice(0, LONGEST_QUOTE).replace(/\.$/, '')}`;
}
