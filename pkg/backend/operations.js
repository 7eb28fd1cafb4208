// @ts-check
// The GraphQL operations of Tray's Embedded API that the dialog needs, each with the token that it takes and how its answer is
// read. Data only; imports nothing. The documents are defined only here; a test checks that docs/backend.md shows the same.
//
// Sources: Tray's documentation ("Embedded API", "Authorization code", "Auth-only dialog") and the schema of its sample app.

/** @typedef {import('../backend.js').SolutionInstance} SolutionInstance */
/**
 * @template T
 * @typedef {object} Operation
 * @property {string} name Tray's own
 * @property {'master' | 'user'} token
 * @property {string} document
 * @property {(data: any) => T | undefined} read returns `undefined` if the answer has an unknown form
 */
/**
 * @template Node
 * @typedef {{ nodes: Node[], next: string | undefined }} Page
 */

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === 'string' && value !== '';

/**
 * One page of a list. All of Tray's lists have edges with nodes, and say whether another page follows.
 * @template Node
 * @param {any} connection
 * @param {(node: any) => Node | undefined} read
 * @returns {Page<Node> | undefined}
 */
function page(connection, read) {
  const { edges, pageInfo } = connection ?? {};
  if (!Array.isArray(edges) || typeof pageInfo?.hasNextPage !== 'boolean') return undefined;
  if (pageInfo.hasNextPage && !isText(pageInfo.endCursor)) return undefined;
  const nodes = [];
  for (const edge of edges) {
    const node = edge?.node ? read(edge.node) : undefined;
    if (node === undefined) return undefined;
    nodes.push(node);
  }
  return { nodes, next: pageInfo.hasNextPage ? pageInfo.endCursor : undefined };
}

/** @param {any} node @returns {SolutionInstance | undefined} */
function instance(node) {
  const { id, name, enabled, authValues, solution } = node ?? {};
  if (!isText(id) || typeof name !== 'string' || typeof enabled !== 'boolean' || !isText(solution?.id))
    return undefined;
  if (!Array.isArray(authValues)) return undefined;
  const values = [];
  for (const value of authValues) {
    const { externalId, authId } = value ?? {};
    if (!isText(externalId)) return undefined;
    // A slot that nothing was saved for.
    if (isText(authId)) values.push({ externalId, authId });
  }
  return { id, name, enabled, authValues: values, solution: { id: solution.id } };
}

/** @param {any} node @returns {import('../backend.js').Solution | undefined} */
function solution(node) {
  const { id, title, description, authSlots } = node;
  if (!isText(id) || typeof title !== 'string' || !Array.isArray(authSlots)) return undefined;
  const slots = [];
  for (const slot of authSlots) {
    if (!isText(slot?.externalId)) return undefined;
    slots.push({ externalId: slot.externalId, title: slot.title || slot.externalId });
  }
  return { id, title, description: description ?? '', authSlots: slots };
}

/** @param {any} node @returns {import('../backend.js').Authentication | undefined} */
function authentication({ id, name, service }) {
  if (!isText(id) || typeof name !== 'string' || typeof service?.title !== 'string') return undefined;
  return { id, name, service: { title: service.title } };
}

/** @param {string} name @param {any} value */
const only = (name, value) => (isText(value) ? { [name]: value } : undefined);

const INSTANCE = 'id name enabled authValues { externalId authId } solution { id }';
const PAGE = 'pageInfo { hasNextPage endCursor }';

export const createExternalUser = /** @type {Operation<{ userId: string }>} */ ({
  name: 'createExternalUser',
  token: 'master',
  document: `mutation createExternalUser($input: CreateExternalUserInput!) {
  createExternalUser(input: $input) { userId }
}`,
  read: (data) => only('userId', data.createExternalUser?.userId),
});

export const authorize = /** @type {Operation<{ accessToken: string }>} */ ({
  name: 'authorize',
  token: 'master',
  document: `mutation authorize($input: AuthorizeInput!) {
  authorize(input: $input) { accessToken }
}`,
  read: (data) => only('accessToken', data.authorize?.accessToken),
});

export const generateAuthorizationCode = /** @type {Operation<{ authorizationCode: string }>} */ ({
  name: 'generateAuthorizationCode',
  token: 'master',
  document: `mutation generateAuthorizationCode($input: GenerateAuthorizationCodeInput!) {
  generateAuthorizationCode(input: $input) { authorizationCode }
}`,
  read: (data) => only('authorizationCode', data.generateAuthorizationCode?.authorizationCode),
});

export const solutions = /** @type {Operation<Page<import('../backend.js').Solution>>} */ ({
  name: 'solutions',
  token: 'master',
  document: `query solutions($after: String) {
  viewer { solutions(after: $after) { edges { node { id title description authSlots { externalId title } } } ${PAGE} } }
}`,
  read: (data) => page(data.viewer?.solutions, solution),
});

export const createSolutionInstance = /** @type {Operation<SolutionInstance>} */ ({
  name: 'createSolutionInstance',
  token: 'user',
  document: `mutation createSolutionInstance($input: CreateSolutionInstanceInput!) {
  createSolutionInstance(input: $input) { solutionInstance { ${INSTANCE} } }
}`,
  read: (data) => instance(data.createSolutionInstance?.solutionInstance),
});

export const updateSolutionInstance = /** @type {Operation<SolutionInstance>} */ ({
  name: 'updateSolutionInstance',
  token: 'user',
  document: `mutation updateSolutionInstance($input: UpdateSolutionInstanceInput!) {
  updateSolutionInstance(input: $input) { solutionInstance { ${INSTANCE} } }
}`,
  read: (data) => instance(data.updateSolutionInstance?.solutionInstance),
});

export const solutionInstances = /** @type {Operation<Page<SolutionInstance>>} */ ({
  name: 'solutionInstances',
  token: 'user',
  document: `query solutionInstances($after: String) {
  viewer { solutionInstances(after: $after) { edges { node { ${INSTANCE} } } ${PAGE} } }
}`,
  read: (data) => page(data.viewer?.solutionInstances, instance),
});

export const authentications = /** @type {Operation<Page<import('../backend.js').Authentication>>} */ ({
  name: 'authentications',
  token: 'user',
  document: `query authentications($after: String) {
  viewer { authentications(after: $after) { edges { node { id name service { title } } } ${PAGE} } }
}`,
  read: (data) => page(data.viewer?.authentications, authentication),
});
