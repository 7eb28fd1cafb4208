// POST /graphql: checks the bearer token, then runs the operation. Sends no CORS header, because Tray's API refuses browsers.
import { GraphQLError } from 'graphql';
import { createHandler } from 'graphql-http/lib/use/express';

import { Problem } from '../problem.mjs';
import { authenticate } from './access.mjs';
import { resolvers } from './resolvers.mjs';
import { schema } from './schema.mjs';

/** @param {{ masterToken: string, store: import('../store.mjs').Store, origin: string, partnerName: string }} tray */
export function graphqlEndpoint(tray) {
  const run = createHandler({
    schema,
    rootValue: resolvers,
    context: (request) => ({ ...tray, caller: request.raw.caller }),
    formatError,
  });

  return (request, response, next) => {
    try {
      request.caller = authenticate(request.headers.authorization, tray);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      response
        .status(error.status)
        .set('www-authenticate', 'Bearer')
        .json({ errors: [toJson(error)] });
      return;
    }
    run(request, response, next);
  };
}

const toJson = ({ message, code }) => ({ message, extensions: { code } });

/** Gives an expected error its code, and hides the message of an unexpected one. */
function formatError(error) {
  const { originalError } = error;
  if (originalError instanceof Problem) {
    return new GraphQLError(originalError.message, {
      path: error.path,
      nodes: error.nodes,
      extensions: { code: originalError.code },
    });
  }
  if (originalError && !(originalError instanceof GraphQLError)) {
    console.error(originalError);
    return new GraphQLError('Something went wrong in the simulation.', {
      path: error.path,
      extensions: { code: 'INTERNAL' },
    });
  }
  return error;
}
