// @ts-check
// Saves the result of the dialog: checks who owns it, adds it to the instance's list, and enables the instance when nothing is
// missing. Imports `error`, `operations`, `ownership` and `wait`.
//
// Tray does not document whether `authValues` replace the list or are merged into it, and it offers no compare-and-set. So the
// whole list is sent, one save after another for each instance, and read back. If another process has overwritten it meanwhile,
// it is saved again.
import { TrayBackendError } from './error.js';
import * as operations from './operations.js';
import { requireOwn } from './ownership.js';
import { wait } from './wait.js';

/** @typedef {import('../backend.js').AuthValue} AuthValue */

/** How long to wait after each write that was overwritten, in ms. They differ, or two processes would collide again. */
const PAUSES = [50, 150, 400, 1_000];

/** @param {readonly AuthValue[]} values @param {AuthValue} wanted */
const has = (values, wanted) =>
  values.some(({ externalId, authId }) => externalId === wanted.externalId && authId === wanted.authId);

/** @param {readonly AuthValue[]} before @param {readonly AuthValue[]} after */
const merge = (before, after) => [
  ...before.filter(({ externalId }) => !after.some((value) => value.externalId === externalId)),
  ...after,
];

/**
 * @param {ReturnType<typeof import('./client.js').createClient>} client
 * @param {import('../backend.js').Lock} lock
 * @param {{ userToken: string, solutionInstanceId: string, authValues: readonly AuthValue[], enable: boolean, signal: AbortSignal | undefined }} given
 * @returns {Promise<import('../backend.js').SavedAuthentication>}
 */
export async function save(client, lock, { solutionInstanceId, authValues, enable, ...call }) {
  const authIds = authValues.map(({ authId }) => authId);
  await requireOwn(client, authIds, call);

  const find = async () => {
    const isIt = (/** @type {{ id: string }} */ { id }) => id === solutionInstanceId;
    const all = await client.sendForAll(operations.solutionInstances, call, (listed) => listed.some(isIt));
    const instance = all.find(isIt);
    if (instance) return instance;
    throw new TrayBackendError(
      'not_found',
      'Tray lists no solution instance with this `solutionInstanceId` for the user of `userToken`. Make one with `createSolutionInstance`, and store its id with your user.',
      { operation: 'solutionInstances', token: 'user', field: 'solutionInstanceId' },
    );
  };
  const update = (/** @type {object} */ change) =>
    client.send(operations.updateSolutionInstance, { input: { solutionInstanceId, ...change } }, call);

  return lock(solutionInstanceId, async () => {
    // Read only now, because the check and the queue may take a while, and what is read here is written back.
    let instance = await find();
    const slots = await slotsOf(client, instance.solution.id, call);
    const stray = authValues.findIndex(({ externalId }) => !slots.some((slot) => slot.externalId === externalId));
    if (stray >= 0) {
      const known = slots.map(({ externalId }) => externalId).join(', ') || 'none';
      throw new TrayBackendError(
        'unknown_slot',
        `The solution of this instance has no authentication with this External ID; it has: ${known}. Nothing was saved.`,
        { field: `authValues.${stray}.externalId` },
      );
    }
    const isSaved = () => authValues.every((value) => has(instance.authValues, value));
    for (let attempt = 0; !isSaved(); attempt++) {
      const pause = PAUSES[attempt - 1];
      if (attempt > PAUSES.length) {
        throw new TrayBackendError(
          'conflict',
          'What was saved for this instance is overwritten again and again by other processes. Save again, and set `lock` if more than one process saves.',
          { operation: 'updateSolutionInstance', token: 'user' },
        );
      }
      if (pause) await wait(pause * (0.5 + Math.random()), call.signal);
      await update({ authValues: merge(instance.authValues, authValues) });
      instance = await find();
    }
    const missing = slots.filter(
      (slot) => !instance.authValues.some(({ externalId }) => externalId === slot.externalId),
    );
    if (enable && missing.length === 0 && !instance.enabled) {
      await update({ enabled: true });
      instance = await find();
    }
    return { solutionInstance: instance, missing };
  });
}

/**
 * @param {ReturnType<typeof import('./client.js').createClient>} client
 * @param {string} solutionId
 * @param {{ signal: AbortSignal | undefined }} call
 */
async function slotsOf(client, solutionId, { signal }) {
  const isIt = (/** @type {{ id: string }} */ { id }) => id === solutionId;
  const all = await client.sendForAll(operations.solutions, { signal }, (listed) => listed.some(isIt));
  const solution = all.find(isIt);
  if (solution) return solution.authSlots;
  throw new TrayBackendError(
    'not_found',
    "Tray no longer lists this instance's solution for `masterToken`, so it is unknown what the instance needs. Nothing was saved: check at Tray whether the solution is published.",
    { operation: 'solutions', token: 'master', field: 'solutionInstanceId' },
  );
}
