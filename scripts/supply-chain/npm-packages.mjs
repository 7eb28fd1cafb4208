// The npm side: what builds and tests the package comes whole, from one place, and under licences that are known.

/** @typedef {{ version?: string, license?: string, resolved?: string, integrity?: string, link?: boolean }} Package */
/** Tools that are run, not handed on, may be under all of these. */
const licences = [
  'MIT',
  'Apache-2.0',
  'MIT OR Apache-2.0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  // axe-core: run as it is.
  'MPL-2.0',
  // Icons that come with the generator of the documentation, and an argument parser of its linter.
  'CC0-1.0',
  'Python-2.0',
  '(MIT AND Zlib)',
  '(MIT OR GPL-3.0-or-later)',
];

/**
 * Where no place is named, npm takes it from the registry that it is set to; where one is, it must be the same for all.
 * @param {Record<string, Package>} packages of a lock file
 * @returns {string[]} what is wrong with where they come from
 */
export function sourceProblems(packages) {
  const named = installed(packages).flatMap(([, { resolved }]) => (resolved === undefined ? [] : [resolved]));
  const [registry] = named.map((address) => new URL(address).origin).filter((origin) => origin.startsWith('https://'));
  return installed(packages).flatMap(([path, { resolved, integrity }]) => [
    ...(integrity ? [] : [`${path} has no checksum.`]),
    ...(resolved === undefined || (registry !== undefined && resolved.startsWith(`${registry}/`))
      ? []
      : [`${path} is not from the registry that the others are from.`]),
  ]);
}

/** @param {Record<string, Package>} packages of a lock file @returns {string[]} what is wrong with their licences */
export const licenceProblems = (packages) =>
  installed(packages)
    .filter(([, { license }]) => !license || !licences.includes(license))
    .map(([path, { license }]) => `${path} is under ${license ?? 'no licence that it names'}.`);

/** @param {Record<string, Package>} packages */
const installed = (packages) => Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);
