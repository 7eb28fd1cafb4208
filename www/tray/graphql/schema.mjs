// The part of Tray's Embedded API that concerns authentications, with the names and shapes of the real one.
import { buildSchema } from 'graphql';

export const schema = buildSchema(/* GraphQL */ `
  type Query {
    viewer: Viewer!
    "Search for users. Master token."
    users(criteria: UserSearchCriteria, first: Int, last: Int, before: String, after: String): UserConnection!
  }

  type Viewer {
    "Master token."
    solutions(criteria: SolutionSearchCriteria, first: Int, last: Int, before: String, after: String): SolutionConnection!
    "User token: this user's. Master token: everybody's, or those of criteria.owner."
    solutionInstances(criteria: SolutionInstanceSearchCriteria, first: Int, last: Int, before: String, after: String): SolutionInstanceConnection!
    "User token: this user's. Master token: the partner's own, of which the simulation has none."
    authentications(first: Int, last: Int, before: String, after: String): AuthenticationConnection!
    details: UserDetails!
  }

  type Mutation {
    "Master token."
    createExternalUser(input: CreateExternalUserInput!): CreateExternalUserPayload!
    "Makes a user token. Master token."
    authorize(input: AuthorizeInput!): AuthorizePayload!
    "Makes a code that opens one dialog for the user, once, within five minutes. Master token."
    generateAuthorizationCode(input: GenerateAuthorizationCodeInput!): GenerateAuthorizationCodePayload!
    "User token."
    createSolutionInstance(input: CreateSolutionInstanceInput!): CreateSolutionInstancePayload!
    "User token."
    updateSolutionInstance(input: UpdateSolutionInstanceInput!): UpdateSolutionInstancePayload!
    "User token."
    removeSolutionInstance(input: RemoveSolutionInstanceInput!): RemoveSolutionInstancePayload!
    "User token."
    removeAuthentication(input: RemoveUserAuthenticationInput!): RemoveUserAuthenticationPayload!
  }

  scalar Json
  "An ISO-8601 encoded UTC date as string"
  scalar DateTime

  interface Node { id: ID! }
  type PageInfo { startCursor: String, endCursor: String, hasNextPage: Boolean!, hasPreviousPage: Boolean! }

  input UserSearchCriteria { userId: String, externalUserId: String, name: String, isTestUser: Boolean }
  type UserConnection { edges: [UserConnectionEdge!]!, pageInfo: PageInfo! }
  type UserConnectionEdge { node: ExternalUser!, cursor: String! }
  type ExternalUser implements Node { id: ID!, name: String!, externalUserId: String, isTestUser: Boolean! }
  type UserDetails { username: String!, email: String!, name: String! }

  input SolutionSearchCriteria { tags: [String!] }
  type SolutionConnection { edges: [SolutionConnectionEdge!]!, pageInfo: PageInfo! }
  type SolutionConnectionEdge { node: Solution!, cursor: String! }
  type Solution implements Node {
    id: ID!
    title: String!
    description: String
    tags: [String!]!
    customFields: [CustomField!]!
    configSlots: [ConfigSlot!]!
    authSlots: [AuthSlot!]!
  }
  type CustomField { key: String!, value: String! }
  type ConfigSlot { externalId: String!, title: String!, defaultValue: Json! }
  type AuthSlot { externalId: String!, title: String! }

  input SolutionInstanceSearchCriteria {
    id: String
    name: String
    "The user's id. Master token."
    owner: String
    solutionId: String
  }
  type SolutionInstanceConnection { edges: [SolutionInstanceConnectionEdge!]!, pageInfo: PageInfo!, totalCount: Int! }
  type SolutionInstanceConnectionEdge { node: SolutionInstance!, cursor: String! }
  type SolutionInstance implements Node {
    id: ID!
    name: String!
    enabled: Boolean!
    owner: String!
    created: DateTime!
    solution: Solution!
    authValues: [AuthSlotValue!]!
    configValues: [ConfigSlotValue!]!
    solutionVersionFlags: SolutionInstanceSolutionVersionFlags!
  }
  type AuthSlotValue { externalId: String!, authId: String! }
  type ConfigSlotValue { externalId: String!, value: Json }
  type SolutionInstanceSolutionVersionFlags {
    hasNewerVersion: Boolean!
    requiresUserInputToUpdateVersion: Boolean!
    requiresSystemInputToUpdateVersion: Boolean!
  }

  type AuthenticationConnection { edges: [AuthenticationEdge!]!, pageInfo: PageInfo! }
  type AuthenticationEdge { node: Authentication!, cursor: String! }
  type Authentication implements Node {
    id: ID!
    name: String!
    customFields: Json
    service: Service!
    serviceEnvironment: ServiceEnvironment!
  }
  type Service implements Node { id: ID!, name: String!, version: String!, title: String!, icon: String! }
  type ServiceEnvironment implements Node { id: ID!, title: String! }

  input AuthValue { externalId: String!, authId: String! }
  input ConfigValue {
    externalId: String!
    "JSON inside a string, for example \\"7\\" or \\"[1, 2]\\""
    value: Json
  }

  input CreateExternalUserInput { name: String!, externalUserId: String!, isTestUser: Boolean, clientMutationId: String }
  type CreateExternalUserPayload { userId: ID!, clientMutationId: String }
  input AuthorizeInput { userId: ID!, clientMutationId: String }
  type AuthorizePayload { accessToken: String!, clientMutationId: String }
  input GenerateAuthorizationCodeInput { userId: ID!, clientMutationId: String }
  type GenerateAuthorizationCodePayload { authorizationCode: String!, clientMutationId: String }

  input CreateSolutionInstanceInput {
    solutionId: ID!
    instanceName: String!
    authValues: [AuthValue!]
    configValues: [ConfigValue!]
    clientMutationId: String
  }
  type CreateSolutionInstancePayload { solutionInstance: SolutionInstance!, clientMutationId: String }
  input UpdateSolutionInstanceInput {
    solutionInstanceId: ID!
    instanceName: String
    enabled: Boolean
    authValues: [AuthValue!]
    configValues: [ConfigValue!]
    errorOnEnablingWithMissingValues: Boolean
    clientMutationId: String
  }
  type UpdateSolutionInstancePayload { solutionInstance: SolutionInstance!, clientMutationId: String }
  input RemoveSolutionInstanceInput { solutionInstanceId: ID!, clientMutationId: String }
  type RemoveSolutionInstancePayload { clientMutationId: String }
  input RemoveUserAuthenticationInput { authenticationId: ID!, clientMutationId: String }
  type RemoveUserAuthenticationPayload { clientMutationId: String }
`);
