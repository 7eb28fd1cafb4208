// The package as `npm pack` makes it, and as an installer unpacks it.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolders, removeFolders } from '../../../scripts/formats/folders.mjs';
import { buildFormats } from '../../../scripts/formats/build.mjs';
import { root } from '../../../scripts/lib/paths.mjs';
import { run } from './install.mjs';
import { temporaryFolder } from './temporary.mjs';

/** The environment variable in which run.mjs hands the tarball to the test files: they all test the same one. */
export const TARBALL = 'PACKAGING_TARBALL';

/** @returns {Promise<string>} the path of the tarball */
export async function pack() {
  const folder = temporaryFolder('packed');
  // What was built is what is tested: `prepack` would look whether it is up to date, with tools that these tests need not have.
  await buildFormats();
  makeFolders();
  try {
    await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { cwd: root });
  } finally {
    removeFolders();
  }
  return join(folder, readdirSync(folder)[0]);
}

/** @returns {string} the tarball under test */
export function tarball() {
  const file = process.env[TARBALL];
  if (!file) throw new Error('There is no tarball: start these tests with `node tests/packaging/run.mjs [name…]`.');
  return file;
}

/** What installing comes to for a package without dependencies and install scripts; manifest.test.mjs holds it to that. */
export async function unpackInto(nodeModules) {
  const folder = join(nodeModules, 'tray-auth-dialog');
  mkdirSync(folder, { recursive: true });
  await run('tar', ['-xzf', tarball(), '-C', folder, '--strip-components=1']);
  return folder;
}

/** @param {string} name @returns {Promise<string>} a new project in which npm itself has installed it */
export async function installedByNpm(name) {
  const folder = temporaryFolder(name);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const options = { cwd: folder, timeout: 60_000 };
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball()], options);
  return folder;
}
