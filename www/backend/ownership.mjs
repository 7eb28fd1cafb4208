// Whether authentications are the visitor's own, as Tray lists them for the visitor's token. The page cannot tell: who can navigate the
// dialog's window can load Tray's genuine dialog into it with somebody else's code, and the finish of that looks like any other.
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError } from './errors.mjs';

// How soon a new authentication is in Tray's list is not documented: one that is missing is asked for three times more, within 2 s.
const PAUSES = [300, 600, 1_000]; // ms

/**
 * Refuses authentications that the visitor does not have: in the same words whether another person has them or nobody.
 * @param {string[]} authIds
 * @param {() => Promise<{ id: string }[]>} listOwn  asks Tray for all that the visitor has
 */
export async function requireOwnAuthentications(authIds, listOwn) {
  const areOwn = async () => {
    const own = new Set((await listOwn()).map(({ id }) => id));
    return authIds.every((authId) => own.has(authId));
  };
  if (await areOwn()) return;
  for (const pause of PAUSES) {
    await sleep(pause);
    if (await areOwn()) return;
  }
  throw new ApiError(
    403,
    'not_your_authentication',
    'Tray does not list this authentication among yours, so nothing was saved. Open the dialog again.',
    { field: 'authValues' },
  );
}
