// The GraphQL operations that the back end sends to Tray, each with the token it needs and the shape of its answer. Data only.
// Names, arguments and fields are those of Tray's published Embedded API; only the fields that the demo uses are asked for.
import { z } from 'zod';

const id = z.string().min(1);
/**
 * One page of a list: its nodes, and the cursor after which the next one begins, if there is a next one.
 * @template {z.ZodType} Node @param {Node} node
 */
const page = (node) =>
  z
    .object({
      edges: z.array(z.object({ node })),
      pageInfo: z.discriminatedUnion('hasNextPage', [
        z.object({ hasNextPage: z.literal(true), endCursor: z.string().min(1) }),
        z.object({ hasNextPage: z.literal(false) }).transform(() => ({ endCursor: undefined })),
      ]),
    })
    .transform(({ edges, pageInfo }) => ({
      nodes: edges.map((edge) => /** @type {{ node: z.output<Node> }} */ (edge).node),
      next: pageInfo.endCursor,
    }));
const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';
/** @template {z.ZodRawShape} Shape @param {Shape} shape */
const viewer = (shape) => z.object({ viewer: z.object(shape) });

const authValue = z.object({ externalId: z.string(), authId: z.string() });
const solutionInstance = z.object({
  id,
  name: z.string(),
  enabled: z.boolean(),
  authValues: z.array(authValue),
  solution: z.object({ id }),
});
const INSTANCE_FIELDS = 'id name enabled authValues { externalId authId } solution { id }';

/**
 * @template T
 * @typedef {{ name: string, token: 'master' | 'user', document: string, answer: z.ZodType<T> }} Operation
 */

export const createExternalUser = {
  name: 'createExternalUser',
  token: /** @type {const} */ ('master'),
  // A test user: with the real Tray, trying the demo must not count as a billable customer.
  document: /* GraphQL */ `mutation createExternalUser($name: String!, $externalUserId: String!) {
    createExternalUser(input: { name: $name, externalUserId: $externalUserId, isTestUser: true }) { userId }
  }`,
  answer: z
    .object({ createExternalUser: z.object({ userId: id }) })
    .transform((data) => data.createExternalUser.userId),
};

export const authorize = {
  name: 'authorize',
  token: /** @type {const} */ ('master'),
  document: /* GraphQL */ `mutation authorize($userId: ID!) {
    authorize(input: { userId: $userId }) { accessToken }
  }`,
  answer: z.object({ authorize: z.object({ accessToken: id }) }).transform((data) => data.authorize.accessToken),
};

export const generateAuthorizationCode = {
  name: 'generateAuthorizationCode',
  token: /** @type {const} */ ('master'),
  document: /* GraphQL */ `mutation generateAuthorizationCode($userId: ID!) {
    generateAuthorizationCode(input: { userId: $userId }) { authorizationCode }
  }`,
  answer: z
    .object({ generateAuthorizationCode: z.object({ authorizationCode: id }) })
    .transform((data) => data.generateAuthorizationCode.authorizationCode),
};

export const solutions = {
  name: 'solutions',
  token: /** @type {const} */ ('master'),
  document: /* GraphQL */ `query solutions($after: String) {
    viewer { solutions(after: $after) { edges { node { id title description authSlots { externalId title } } } ${PAGE_INFO} } }
  }`,
  answer: viewer({
    solutions: page(
      z.object({
        id,
        title: z.string(),
        description: z.string().nullish(),
        authSlots: z.array(z.object({ externalId: id, title: z.string().nullish() })),
      }),
    ),
  }).transform((data) => data.viewer.solutions),
};

export const createSolutionInstance = {
  name: 'createSolutionInstance',
  token: /** @type {const} */ ('user'),
  document: /* GraphQL */ `mutation createSolutionInstance($solutionId: ID!, $instanceName: String!) {
    createSolutionInstance(input: { solutionId: $solutionId, instanceName: $instanceName }) { solutionInstance { ${INSTANCE_FIELDS} } }
  }`,
  answer: z
    .object({ createSolutionInstance: z.object({ solutionInstance }) })
    .transform((data) => data.createSolutionInstance.solutionInstance),
};

export const updateSolutionInstance = {
  name: 'updateSolutionInstance',
  token: /** @type {const} */ ('user'),
  document: /* GraphQL */ `mutation updateSolutionInstance($input: UpdateSolutionInstanceInput!) {
    updateSolutionInstance(input: $input) { solutionInstance { ${INSTANCE_FIELDS} } }
  }`,
  answer: z
    .object({ updateSolutionInstance: z.object({ solutionInstance }) })
    .transform((data) => data.updateSolutionInstance.solutionInstance),
};

export const solutionInstances = {
  name: 'solutionInstances',
  token: /** @type {const} */ ('user'),
  document: /* GraphQL */ `query solutionInstances($after: String) {
    viewer { solutionInstances(after: $after) { edges { node { ${INSTANCE_FIELDS} } } ${PAGE_INFO} } }
  }`,
  answer: viewer({ solutionInstances: page(solutionInstance) }).transform((data) => data.viewer.solutionInstances),
};

export const authentications = {
  name: 'authentications',
  token: /** @type {const} */ ('user'),
  document: /* GraphQL */ `query authentications($after: String) {
    viewer { authentications(after: $after) { edges { node { id name service { title } } } ${PAGE_INFO} } }
  }`,
  answer: viewer({
    authentications: page(z.object({ id, name: z.string(), service: z.object({ title: z.string() }) })),
  }).transform((data) => data.viewer.authentications),
};
