// The endpoints that the partner's page calls. Each acts for the visitor of the session, with their own token at Tray.
import { Router } from 'express';
import { failed, failureCases } from './failures.mjs';
import { check, codeRequest, instanceParameters, newSolutionInstance, savedResult } from './input.mjs';
import { offerOf, offersFrom } from './offers.mjs';
import { signIn, signOut, userTokenOf, visitorOf } from './visitor.mjs';

/**
 * @param {object} context
 * @param {import('tray-auth-dialog/backend').TrayBackend} context.tray
 * @param {{ solutionId?: string, externalAuthId?: string }} context.only
 * @param {import('./server.mjs').Simulation} [context.simulation]
 */
export function routes({ tray, only, simulation }) {
  const router = Router();
  const cases = simulation ? [...failureCases, ...simulation.cases].map(({ id }) => id) : [];
  const [codeBody, resultBody] = [codeRequest(cases), savedResult(cases)];

  router.post('/session', async (request, response) => {
    const { name, userId } = await signIn(request, tray);
    // What Tray calls the account id. With enhanced session security, the page sends it to the dialog when the dialog asks.
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
    response.json(await tray.solutionInstances({ userToken: await userTokenOf(request, tray) }));
  });

  router.get('/authentications', async (request, response) => {
    response.json(await tray.authentications({ userToken: await userTokenOf(request, tray) }));
  });

  router.post('/solution-instances', async (request, response) => {
    const { solutionId } = check(newSolutionInstance, request.body);
    const { name } = visitorOf(request);
    const userToken = await userTokenOf(request, tray);
    offerOf(solutionId, await offers());
    response
      .status(201)
      .json(await tray.createSolutionInstance({ userToken, solutionId, instanceName: `Demo of ${name}` }));
  });

  // POST, because each response is a new secret, and a GET may be cached, prefetched or repeated.
  router.post('/authorization-codes', async (request, response) => {
    const { simulate } = check(codeBody, request.body);
    const { userId } = visitorOf(request);
    if (failed(simulate, 'code', request)) return;
    const { authorizationCode } = await tray.generateAuthorizationCode({ userId });
    if (simulation?.cases.some(({ id }) => id === simulate)) simulation.apply(authorizationCode, simulate);
    response.status(201).json({ authorizationCode });
  });

  // Saves the dialog's result if it belongs to the visitor, enables the instance when it is complete, and returns what Tray then has.
  router.patch('/solution-instances/:solutionInstanceId', async (request, response) => {
    const { solutionInstanceId } = check(instanceParameters, request.params);
    const { authValues, simulate } = check(resultBody, request.body);
    if (failed(simulate, 'save', request)) return;
    const userToken = await userTokenOf(request, tray);
    const { solutionInstance } = await tray.saveAuthentications({ userToken, solutionInstanceId, authValues });
    response.json(solutionInstance);
  });

  const offers = async () => offersFrom(await tray.solutions(), only);

  return router;
}
