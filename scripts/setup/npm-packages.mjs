// The npm packages of this checkout, exactly as package-lock.json names them.
import { readFileSync } from 'node:fs';
import { inRoot } from '../lib/paths.mjs';
import { runStep } from '../lib/run.mjs';

/** @typedef {Record<string, { version?: string, optional?: boolean }>} Packages */

/** @param {string} path of a lock file @returns {Packages | undefined} */
function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * Whether node_modules holds what the lock file asks for. npm itself writes down what it installed, at the very end;
 * optional packages are those of other platforms.
 */
function isInLine() {
  const installed = packagesIn(inRoot('node_modules', '.package-lock.json'));
  const wanted = packagesIn(inRoot('package-lock.json'));
  if (!installed || !wanted) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/** Installs the packages unless they are there. */
export async function npmPackages() {
  if (isInLine()) return;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await runStep(
    'Installing the npm packages',
    npm,
    // Without scripts: npm would run `preprepare`, the build, in the midst of this; of the packages none needs its own.
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    {
      usually: '30 s',
    },
  );
}
