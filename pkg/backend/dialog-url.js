// @ts-check
// The dialog's URL without WebAssembly, which edge workers do not compile at run time. The rules are those of `authDialogUrl`:
// both are held against tests/vectors/urls.json. Source of the four forms: Tray's documentation "Auth-only dialog". Imports
// `error`, `input` and `regions`.
import { invalid } from './error.js';
import { checkNames, isId, optionalFlag } from './input.js';
import { originOf, placesOf } from './regions.js';

const NAMES = [
  'partnerName',
  'authorizationCode',
  'solutionInstanceId',
  'externalAuthId',
  'authId',
  'serviceId',
  'serviceEnvironmentId',
  'scopes',
  'region',
  'host',
  'skipTitleField',
  'skipAuthSettings',
];
const LONGEST_CODE = 4_096;
const MOST_SCOPES = 1_000;

/** The names that belong together, in the order in which a mixture is blamed on them. */
const TARGETS = [['authId'], ['serviceId', 'serviceEnvironmentId'], ['solutionInstanceId', 'externalAuthId']];

/** RFC 3986 `pchar`: besides what `encodeURIComponent` keeps, these stay. @param {string} text */
const segment = (text) =>
  encodeURIComponent(text).replace(/%(?:24|26|2B|2C|3B|3D|3A|40)/g, (escaped) => decodeURIComponent(escaped));

/** @param {any} options @returns {string} the name of the one target that they have, or '' */
function targetOf(options) {
  const given = TARGETS.map((names) => names.filter((name) => options[name] !== undefined));
  if (options.scopes !== undefined) given[1]?.push('scopes');
  const [first, ...others] = given.filter((names) => names.length > 0);
  if (!first) return '';
  const [name = ''] = first;
  if (others.length > 0) {
    const mixed = others.flat().map((other) => `\`${other}\``);
    throw invalid(
      name,
      `cannot be combined with ${mixed.join(' ')}: give \`solutionInstanceId\` and \`externalAuthId\`, or \`authId\`, or \`serviceId\` and \`serviceEnvironmentId\`, or none of them`,
    );
  }
  if (name === 'scopes') throw invalid('scopes', 'needs `serviceId` and `serviceEnvironmentId`');
  const names = TARGETS.find((those) => those.includes(name)) ?? [];
  const missing = names.find((other) => options[other] === undefined);
  if (missing) throw invalid(missing, `is needed with \`${names.find((other) => other !== missing)}\``);
  return name;
}

/** @param {any} options @param {string} [ownRegion] the region of the back end that asks */
export function dialogUrl(options, ownRegion) {
  checkNames(options, NAMES, '`dialogUrl`');
  for (const name of ['partnerName', ...TARGETS.flat()]) {
    if (name === 'partnerName' && options[name] === undefined)
      throw invalid(name, 'is required: also called Embedded ID, in your profile at Tray');
    if (options[name] !== undefined && !isId(options[name]))
      throw invalid(
        name,
        'must be an id: a string of 1 to 1,024 characters, without control characters and without white space round it',
      );
  }
  const { partnerName, authorizationCode, host, region, scopes } = options;
  if (
    typeof authorizationCode !== 'string' ||
    authorizationCode.length > LONGEST_CODE ||
    authorizationCode.trim() === ''
  )
    throw invalid('authorizationCode', 'must be what `generateAuthorizationCode` gave: a string that is not blank');
  if (
    scopes !== undefined &&
    !(
      Array.isArray(scopes) &&
      scopes.length <= MOST_SCOPES &&
      scopes.every((scope) => typeof scope === 'string' && scope !== '' && scope.length <= 1_024)
    )
  )
    throw invalid('scopes', `must be a list of at most ${MOST_SCOPES} strings, none of them empty`);
  const flags = ['skipTitleField', 'skipAuthSettings'].filter((name) => optionalFlag(options, name));
  const named = placesOf(region === undefined ? ownRegion : region);
  if (host !== undefined && region !== undefined)
    throw invalid('host', 'cannot be combined with `region`: a host already is in a region');
  const origin = host === undefined ? named.dialog : originOf(host);
  const target = targetOf(options);

  const path = ['external', 'auth', target === 'authId' ? 'edit' : 'create', partnerName];
  if (target === 'authId') path.push(options.authId);
  if (target === 'solutionInstanceId') path.push(options.solutionInstanceId, options.externalAuthId);
  const query = new URLSearchParams({ code: authorizationCode.trim() });
  if (target === 'serviceId') {
    query.append('serviceId', options.serviceId);
    query.append('serviceEnvironmentId', options.serviceEnvironmentId);
    for (const scope of scopes ?? []) query.append('scopes[]', scope);
  }
  for (const name of flags) query.append(name, 'true');
  return `${origin}/${path.map(segment).join('/')}?${query}`;
}
