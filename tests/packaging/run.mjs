// Tests the package as partners get it, in Chromium: packs it once, and runs every file over that tarball.
//
//   node tests/packaging/run.mjs [name…]     only the files whose name contains one of these
import { fileURLToPath } from 'node:url';
import { runFiles, testFiles } from '../e2e/harness/runner.mjs';
import { pack, TARBALL } from './support/tarball.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const long = ['next-webpack', 'next-turbopack', 'js-entry', 'webpack', 'parcel'];
const files = testFiles(folder, process.argv.slice(2), long);
process.exitCode = (await runFiles('chromium', folder, files, { env: { [TARBALL]: await pack() }, shell: true }))
  ? 0
  : 1;
