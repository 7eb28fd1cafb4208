// `sim.*` parameters of a dialog's URL, to try things by hand: `sim.case=NAME`, `sim.http.delay=500`, `sim.onLoad=[…]`.
import { parseBehaviour } from './behaviour.mjs';
import { resolveBehaviour } from './behaviours.mjs';

/**
 * @param {Record<string, unknown>} query
 * @param {import('./behaviour.mjs').Behaviour} behaviour the behaviour without the query
 * @returns {import('./behaviour.mjs').Behaviour}
 */
export function withQuery(query, behaviour) {
  const parameters = Object.entries(query).filter(([name]) => name.startsWith('sim.'));
  if (parameters.length === 0) return behaviour;
  const named = query['sim.case'];
  const result = structuredClone(named === undefined ? behaviour : resolveBehaviour(String(named)));
  for (const [name, value] of parameters) {
    if (name !== 'sim.case') put(result, name.split('.').slice(1), parse(value));
  }
  return parseBehaviour(result);
}

/**
 * Sets one value in nested objects. Own properties only: `sim.__proto__.x` is refused as an unknown key.
 * @param {Record<string, any>} object
 * @param {string[]} path
 * @param {unknown} value
 * @returns {Record<string, any>}
 */
function put(object, [head, ...rest], value) {
  const next = rest.length === 0 ? value : put(Object.hasOwn(object, head) ? Object(object[head]) : {}, rest, value);
  Object.defineProperty(object, head, { value: next, enumerable: true, configurable: true, writable: true });
  return object;
}

function parse(value) {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
