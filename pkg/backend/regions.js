// @ts-check
// Where Tray's API is, by region. Source: Tray's documentation "Regions". Imports `error`.
import { invalid } from './error.js';

/** @type {Record<string, string>} */
const endpoints = {
  us: 'https://tray.io/graphql',
  eu: 'https://eu1.tray.io/graphql',
  apac: 'https://ap1.tray.io/graphql',
};

/** @param {unknown} region `undefined` means the United States, where an account is unless it says otherwise */
export function endpointIn(region = 'us') {
  const endpoint = typeof region === 'string' && endpoints.hasOwnProperty(region) ? endpoints[region] : undefined;
  if (!endpoint) throw invalid('region', "must be 'us', 'eu' or 'apac': the region of your account at Tray");
  return endpoint;
}

/** @param {string} host as a URL parser wrote it */
const isLoopback = (host) => host === 'localhost' || host === '[::1]' || /\.localhost$|^127\.\d+\.\d+\.\d+$/.test(host);

/** Checks an endpoint that the partner gives. Every request to it carries a token. @param {unknown} given */
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
    throw invalid('graphqlUrl', 'must not contain credentials: the token goes into a header');
  return url.href;
}
