// Tests the package as partners get it: packs it once, and runs file by file over that tarball, in two browsers.
//
//   node tests/packaging/run.mjs [name…]     only the files whose name contains one of these
//
// Each browser is started once and goes through one file after another; a file's output is shown when it has ended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSession, SHARED_SESSIONS } from '../e2e/harness/session.mjs';
import { pack, TARBALL } from './support/tarball.mjs';

const MOST_BROWSERS = 2;

/** The files that take longest come first, so that no browser is left with one of them at the end. */
const LONG = ['next-webpack', 'next-turbopack', 'js-entry', 'webpack', 'parcel'];

const folder = fileURLToPath(new URL('.', import.meta.url));

function testFiles(wanted) {
  const rank = (name) => LONG.findIndex((long) => name.startsWith(long)) + 1 || LONG.length + 1;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.mjs'))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** Runs one file in that session. @returns {Promise<boolean>} whether all its tests passed */
async function runFile(name, tarball, { url, sessionId }) {
  const child = spawn(process.execPath, ['--test', '--test-reporter=spec', join(folder, name)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      [TARBALL]: tarball,
      [SHARED_SESSIONS]: JSON.stringify({ chromium: { url, sessionId } }),
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const [code] = await once(child, 'close');
  process.stdout.write(output);
  return code === 0;
}

/** @returns {Promise<boolean>} whether all tests passed */
async function runAll(files, tarball) {
  const queue = [...files];
  let passed = true;
  const work = async () => {
    const session = await openSession('chromium');
    try {
      for (let name = queue.shift(); name; name = queue.shift()) {
        passed = (await runFile(name, tarball, session)) && passed;
      }
    } finally {
      await session.quit();
    }
  };
  const browsers = Math.min(MOST_BROWSERS, availableParallelism(), files.length);
  await Promise.all(Array.from({ length: browsers }, work));
  return passed;
}

const files = testFiles(process.argv.slice(2));
if (files.length === 0) {
  console.error(`No test file's name contains ${process.argv.slice(2).join(' or ')}.`);
  process.exit(1);
}
process.exitCode = (await runAll(files, await pack())) ? 0 : 1;
