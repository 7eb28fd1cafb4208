// Reads from the environment which Tray the demo uses: the simulated or the real one.
import { Stop } from '../scripts/lib/stop.mjs';

const REQUIRED = ['TRAY_GRAPHQL_URL', 'TRAY_MASTER_TOKEN', 'TRAY_PARTNER_NAME', 'TRAY_HOST'];
const OPTIONAL = ['TRAY_SOLUTION_ID', 'TRAY_EXTERNAL_AUTH_ID'];

/**
 * @typedef {object} RealTray
 * @property {string} graphqlUrl  Tray's GraphQL endpoint, e.g. https://tray.io/graphql
 * @property {string} masterToken
 * @property {string} partnerName  also called Embedded ID
 * @property {string} host  of the dialog: a host name, or an origin such as https://auth.acme.com
 * @property {string} dialogOrigin  the same as an origin, for the page's `frame-src`
 * @property {string} [solutionId]  offer only this solution
 * @property {string} [externalAuthId]  and only this authentication of it
 */

/**
 * With all four variables it is the real Tray; with none it is the simulation (`undefined`).
 * Some without the others are an error, because the simulation would look as if the real Tray worked.
 * @param {Record<string, string | undefined>} env
 * @returns {RealTray | undefined}
 */
export function readTraySettings(env) {
  const value = (name) => env[name]?.trim() || undefined;
  const given = [...REQUIRED, ...OPTIONAL].filter(value);
  if (given.length === 0) return undefined;
  const missing = REQUIRED.filter((name) => !value(name));
  if (missing.length > 0) {
    throw new Stop(
      `To use the real Tray, also set ${list(missing)} (${list(given)} ${given.length > 1 ? 'are' : 'is'} set); to use the simulation, set none of them.`,
    );
  }
  if (value('TRAY_EXTERNAL_AUTH_ID') && !value('TRAY_SOLUTION_ID')) {
    throw new Stop('TRAY_EXTERNAL_AUTH_ID names an authentication of one solution: set TRAY_SOLUTION_ID too.');
  }
  return {
    graphqlUrl: graphqlUrl(value('TRAY_GRAPHQL_URL')),
    masterToken: headerSafe('TRAY_MASTER_TOKEN', value('TRAY_MASTER_TOKEN')),
    partnerName: value('TRAY_PARTNER_NAME'),
    host: value('TRAY_HOST'),
    dialogOrigin: dialogOrigin(value('TRAY_HOST')),
    solutionId: value('TRAY_SOLUTION_ID'),
    externalAuthId: value('TRAY_EXTERNAL_AUTH_ID'),
  };
}

/** @param {string} text */
function graphqlUrl(text) {
  const url = parseUrl(text);
  if (!url || !isSecure(url)) {
    throw new Stop(
      `TRAY_GRAPHQL_URL must be an https URL such as https://tray.io/graphql, not ${JSON.stringify(text)}.`,
    );
  }
  return url.href;
}

/** Less strict than the library, which checks `host` later: this is only for the page's `frame-src`. */
function dialogOrigin(host) {
  const url = parseUrl(/^https?:\/\//i.test(host) ? host : `https://${host}`);
  if (!url || !isSecure(url) || `${url.pathname}${url.search}${url.hash}` !== '/' || url.username || url.password) {
    throw new Stop(
      `TRAY_HOST must be a host such as embedded.tray.io or an https origin, not ${JSON.stringify(host)}.`,
    );
  }
  return url.origin;
}

/** The message must not quote the token. */
function headerSafe(name, text) {
  if (!/^[\x21-\x7e]+$/.test(text)) throw new Stop(`${name} holds a character that cannot be sent in a header.`);
  return text;
}

function parseUrl(text) {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

// http only to this machine, because every request contains the master token.
const isSecure = (url) =>
  url.protocol === 'https:' ||
  (url.protocol === 'http:' && /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname));

const list = (names) => new Intl.ListFormat('en').format(names);
