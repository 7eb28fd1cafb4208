// @ts-check
// Checks that authentications belong to the user, as Tray lists them for the user's token. The page cannot know: anyone who can
// navigate the dialog's window can load Tray's genuine dialog into it with someone else's code, and its finish looks like any
// other. Imports `error`, `operations` and `wait`.
import { TrayBackendError } from './error.js';
import * as operations from './operations.js';
import { wait } from './wait.js';

// Tray does not document how soon a new authentication is listed, so a missing one is looked up three more times within 2 s.
const PAUSES = [300, 600, 1_000]; // ms

/**
 * Refuses authentications that the user does not have. The message is the same whether they belong to someone else or do not
 * exist.
 * @param {ReturnType<typeof import('./client.js').createClient>} client
 * @param {readonly string[]} authIds
 * @param {import('./client.js').Call} call
 */
export async function requireOwn(client, authIds, call) {
  const areAmong = (/** @type {{ id: string }[]} */ listed) => {
    const own = new Set(listed.map(({ id }) => id));
    return authIds.every((authId) => own.has(authId));
  };
  const areOwn = async () => areAmong(await client.sendForAll(operations.authentications, call, areAmong));
  if (await areOwn()) return;
  for (const pause of PAUSES) {
    await wait(pause, call.signal);
    if (await areOwn()) return;
  }
  throw new TrayBackendError(
    'not_your_authentication',
    'Tray does not list this authentication among those of the user of `userToken`, so nothing was saved. Let the user open the dialog again.',
    { operation: 'authentications', token: 'user', field: 'authId' },
  );
}
