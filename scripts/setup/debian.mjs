// Debian's packages: which are to be had, installing them as root, and the one command for everybody else.
import { ask, onPath, runStep } from '../lib/run.mjs';

/** Whether this machine installs its programs with apt. */
export const hasApt = () => process.platform === 'linux' && onPath('apt-get') !== undefined;

/** Whether packages can be installed by this process itself. */
export const isRoot = () => process.getuid?.() === 0;

/** @param {string} name @returns {boolean} whether the package lists, as they are, offer this package */
const isOffered = (name) =>
  /Candidate: (?!\(none\))/.test(ask('apt-cache', ['policy', name], { env: { LC_ALL: 'C' } }) ?? '');

/** @param {string[]} names */
export const areOffered = (names) => names.every(isOffered);

/** @param {string[]} names @returns {boolean} whether the lists offer them, or are not there yet, as on a new machine */
export const mayBeOffered = (names) => areOffered(names) || !isOffered('gcc');

/** @param {string} name @returns {string[]} the packages that this package depends on */
export const dependencies = (name) =>
  [...(ask('apt-cache', ['depends', name], { env: { LC_ALL: 'C' } }) ?? '').matchAll(/Depends: ([^\s<>]+)/g)].map(
    (match) => match[1],
  );

/** Another installation may be going on, such as the daily upgrade: wait for it. */
const waiting = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=2'];

/** Brings the package lists up to date; as root. */
export async function updateLists() {
  await runStep('Updating the lists of Debian packages', 'apt-get', [...waiting, 'update'], { usually: '5 s' });
}

/** @param {string[]} names of packages to install; as root */
export async function install(names) {
  await runStep(
    `Installing ${names.join(' ')}`,
    'apt-get',
    [...waiting, 'install', '--yes', '--no-install-recommends', ...names],
    {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      usually: '1 min',
    },
  );
}

/** @param {string[]} names @returns {string} the one command that installs these packages for an ordinary user */
export const commandFor = (names) =>
  `sudo sh -c 'apt-get update && apt-get install --yes --no-install-recommends ${names.join(' ')}'`;
