// The endpoints that the partner's page calls. Each acts for the visitor of the session, with that visitor's own token at Tray.
import { Router } from 'express';
import { check, codeRequest, instanceParameters, newSolutionInstance, savedResult } from './input.mjs';
import { ApiError } from './errors.mjs';
import { offerOf, offersFrom, requireSlots } from './offers.mjs';
import { requireOwnAuthentications } from './ownership.mjs';
import { signIn, signOut, userTokenOf, visitorOf } from './visitor.mjs';

/**
 * @param {object} context
 * @param {ReturnType<typeof import('./tray-client.mjs').createTrayClient>} context.tray
 * @param {{ solutionId?: string, externalAuthId?: string }} context.only
 * @param {import('./server.mjs').Simulation} [context.simulation]
 */
export function routes({ tray, only, simulation }) {
  const router = Router();
  const simulated = codeRequest(simulation?.cases.map(({ id }) => id) ?? []);

  router.post('/session', async (request, response) => {
    const { name, userId } = await signIn(request, tray);
    // What Tray calls the account id: partners with enhanced session security hand it to the dialog when it asks.
    response.json({ name, accountId: userId });
  });

  router.delete('/session', async (request, response) => {
    await signOut(request);
    response.sendStatus(204);
  });

  router.get('/solutions', async (request, response) => {
    visitorOf(request);
    response.json(await offers());
  });

  router.get('/solution-instances', async (request, response) => {
    response.json(await tray.solutionInstances(await userTokenOf(request, tray)));
  });

  router.get('/authentications', async (request, response) => {
    response.json(await tray.authentications(await userTokenOf(request, tray)));
  });

  router.post('/solution-instances', async (request, response) => {
    const { solutionId } = check(newSolutionInstance, request.body);
    const { name } = visitorOf(request);
    const token = await userTokenOf(request, tray);
    offerOf(solutionId, await offers());
    response
      .status(201)
      .json(await tray.createSolutionInstance(token, { solutionId, instanceName: `Demo of ${name}` }));
  });

  // POST, because each answer is a new secret: a GET might be cached, prefetched or repeated.
  router.post('/authorization-codes', async (request, response) => {
    const { simulate } = check(simulated, request.body);
    const authorizationCode = await tray.generateAuthorizationCode(visitorOf(request).userId);
    if (simulate) simulation.apply(authorizationCode, simulate);
    response.status(201).json({ authorizationCode });
  });

  // Saves what the dialog gave, if it is the visitor's: first the values, last `enabled`, then tells what Tray now holds.
  router.patch('/solution-instances/:solutionInstanceId', async (request, response) => {
    const { solutionInstanceId } = check(instanceParameters, request.params);
    const { authValues } = check(savedResult, request.body);
    const token = await userTokenOf(request, tray);
    await requireOwnAuthentications(
      authValues.map(({ authId }) => authId),
      () => tray.authentications(token),
    );
    // Only now, because the check may take a while: what is read here is written back.
    const before = await findInstance(token, solutionInstanceId);
    requireSlots(authValues, offerOf(before.solution.id, await offers()));
    await tray.updateSolutionInstance(token, { solutionInstanceId, authValues: merge(before.authValues, authValues) });
    await tray.updateSolutionInstance(token, { solutionInstanceId, enabled: true });
    response.json(await findInstance(token, solutionInstanceId));
  });

  const offers = async () => offersFrom(await tray.solutions(), only);

  async function findInstance(token, solutionInstanceId) {
    const instance = (await tray.solutionInstances(token)).find(({ id }) => id === solutionInstanceId);
    if (!instance) throw new ApiError(404, 'not_found', 'You have no solution instance with this id.');
    return instance;
  }

  return router;
}

/** Whether Tray replaces or adds to the list is not documented; the whole list is right either way. */
function merge(before, after) {
  const values = new Map([...before, ...after].map((value) => [value.externalId, value]));
  return [...values.values()];
}
