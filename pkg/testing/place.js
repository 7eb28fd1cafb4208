// @ts-check
// Where a fake dialog would be: an Element or window holds one dialog. Also reads ids from its URL. Imports nothing.

/** How to end the dialog in an Element or a window. @type {WeakMap<object, () => void>} */
const places = new WeakMap();

/** @param {any} options @param {() => void} end for the next one in the same place */
export function supersede({ display, popup }, end) {
  const place = typeof display === 'object' ? display : display === 'modal' ? undefined : popup?.window;
  if (!place || typeof place !== 'object') return;
  places.get(place)?.();
  places.set(place, end);
}

/** @param {string} url @returns {{ solutionInstanceId?: string, externalAuthId?: string, authId?: string }} */
export function idsOf(url) {
  const [, way, , first, second] =
    /\/external\/auth\/(create|edit)\/([^/?]+)(?:\/([^/?]+))?(?:\/([^/?]+))?/.exec(url) ?? [];
  if (!first) return {};
  if (way === 'edit') return { authId: decodeURIComponent(first) };
  return second ? { solutionInstanceId: decodeURIComponent(first), externalAuthId: decodeURIComponent(second) } : {};
}
