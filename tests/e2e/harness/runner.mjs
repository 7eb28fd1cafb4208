// Runs a folder's test files in a few browsers: each is started once and goes through one file after another. A file's output
// is shown when it has ended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findPrograms } from './programs.mjs';
import { openSession, SHARED_SESSIONS } from './session.mjs';

/** How many browsers are busy at once. @param {boolean} shells whether they are headless shells */
const mostBrowsers = (shells) =>
  shells
    ? // One more than there are processors, since tests wait now and then.
      Math.min(8, availableParallelism() + 1)
    : // More whole browsers make each other's windows wait for the focus and the screen.
      Math.min(2, availableParallelism());

/**
 * @param {string} folder
 * @param {string[]} wanted only the files whose name contains one of these; none: all
 * @param {string[]} [long] the files that take longest, by how their names begin: they come first, so that no browser is
 *   left with one of them at the end
 * @returns {string[]} their names
 */
export function testFiles(folder, wanted, long = []) {
  const rank = (name) => long.findIndex((start) => name.startsWith(start)) + 1 || long.length + 1;
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.test.mjs'))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .toSorted((one, other) => rank(one) - rank(other));
  if (files.length > 0) return files;
  console.error(`No test file's name contains ${wanted.join(' or ')}.`);
  process.exit(1);
}

/** A file that takes longer than this hangs, ms. */
const LONGEST = 10 * 60_000;

/** Runs one file in that session. @returns {Promise<boolean>} whether all its tests passed */
async function runFile(path, { engine, url, sessionId, shell }, env) {
  const child = spawn(process.execPath, ['--test-reporter=spec', path], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: LONGEST,
    env: {
      ...process.env,
      ...env,
      ENGINES: engine,
      [SHARED_SESSIONS]: JSON.stringify({ [engine]: { url, sessionId, shell } }),
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const [code, signal] = await once(child, 'close');
  process.stdout.write(output);
  if (signal) console.error(`✖ ${path} was ended by ${signal}: it may take ${LONGEST / 60_000} minutes.`);
  return code === 0;
}

/**
 * Runs all files in one engine.
 * @param {string} engine
 * @param {string} folder
 * @param {string[]} files names in it
 * @param {{ env?: Record<string, string>, shell?: boolean }} [options] `env`: what the files are told besides; `shell`: in
 *   Chromium's headless shell, if it is here, but for the tests that say that they need the whole browser
 * @returns {Promise<boolean>} whether all passed
 */
export async function runFiles(engine, folder, files, { env, shell } = {}) {
  const queue = [...files];
  let passed = true;
  const work = async () => {
    const session = await openSession(engine, { shell });
    try {
      for (let name = queue.shift(); name; name = queue.shift()) {
        passed = (await runFile(join(folder, name), session, env)) && passed;
      }
    } finally {
      await session.quit();
    }
  };
  const shells = Boolean(shell && findPrograms(engine).shell);
  if (shells) console.log(`${engine}: in its headless shell, but for what needs the whole browser`);
  const browsers = Math.min(mostBrowsers(shells), files.length);
  await Promise.all(Array.from({ length: browsers }, work));
  return passed;
}
