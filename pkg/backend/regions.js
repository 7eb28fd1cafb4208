// @ts-check
// Where Tray is: its API and its dialog, by region. Source: Tray's documentation "Regions". Imports `error`.
import { invalid } from './error.js';

/** @type {Record<string, { graphql: string, dialog: string }>} */
const regions = {
  us: { graphql: 'https://tray.io/graphql', dialog: 'https://embedded.tray.io' },
  eu: { graphql: 'https://eu1.tray.io/graphql', dialog: 'https://embedded.eu1.tray.io' },
  apac: { graphql: 'https://ap1.tray.io/graphql', dialog: 'https://embedded.ap1.tray.io' },
};

/** @param {unknown} region `undefined` means the United States, where an account is unless it says otherwise */
export function placesOf(region = 'us') {
  const places = typeof region === 'string' && regions.hasOwnProperty(region) ? regions[region] : undefined;
  if (!places) throw invalid('region', "must be 'us', 'eu' or 'apac': the region of your account at Tray");
  return places;
}

/** @param {string} host as a URL parser wrote it */
const isLoopback = (host) => host === 'localhost' || host === '[::1]' || /\.localhost$|^127\.\d+\.\d+\.\d+$/.test(host);

const HOST =
  'must be a host name such as "acme.integration-configuration.com" or an https origin such as "https://auth.acme.com", ' +
  'without path, query, fragment, credentials or wildcard';
const LONGEST_HOST = 4_096;
const PLAIN = /^[^\p{Cc}\p{Cs}\u{fffd}\p{White_Space}/?#@\\*%]+$/u;

/**
 * The origin of a whitelabel host, by the rules that the page's package has for its option `host`.
 * @param {unknown} text
 */
export function originOf(text) {
  if (typeof text !== 'string' || text.length > LONGEST_HOST) throw invalid('host', HOST);
  const [, scheme = 'https://', host = ''] = /^(https?:\/\/)?(.*?)\/?$/is.exec(text) ?? [];
  let url;
  try {
    url = PLAIN.test(host) && new URL(scheme + host);
  } catch {
    // Not a host, as the line below says.
  }
  if (!url || url.hostname === 'null' || !PLAIN.test(url.hostname)) throw invalid('host', HOST);
  if (url.protocol !== 'https:' && !isLoopback(url.hostname))
    throw invalid(
      'host',
      'must use https: plain http is only for loopback (localhost, *.localhost, 127.0.0.0/8, [::1])',
    );
  return url.origin;
}

/** Another endpoint than a region's. Every request to it carries a token. @param {unknown} given */
export function endpointOf(given) {
  let url;
  try {
    url = new URL(String(given));
  } catch {
    throw invalid('graphqlUrl', 'must be an absolute URL, such as https://tray.io/graphql');
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname)))
    throw invalid(
      'graphqlUrl',
      'must use https, because each request carries a token: plain http is only for loopback',
    );
  if (url.username || url.password)
    throw invalid('graphqlUrl', 'must not hold credentials: the token goes into a header');
  return url.href;
}
