// Runs the browser tests in the engines that ENGINES names, file by file, in as many browsers as the machine has cores for.
//
//   node tests/e2e/run.mjs [name…]     only the files whose name contains one of these
//
// Each browser is started once and goes through one file after another; a file's output is shown when it has ended.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenEngines } from './harness/engines.mjs';
import { openSession, SHARED_SESSIONS } from './harness/session.mjs';

/** More browsers than this make each other's windows wait for the focus and the screen. */
const MOST_BROWSERS = 2;

/** The files that take longest, which come first, so that no browser is left with one of them at the end. */
const LONG = ['flood', 'tray-cases', 'modal-look', 'severed'];

const folder = fileURLToPath(new URL('.', import.meta.url));

function testFiles(wanted) {
  const rank = (name) => LONG.findIndex((long) => name.startsWith(long)) + 1 || LONG.length + 1;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.test.mjs'))
    .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
    .toSorted((one, other) => rank(one) - rank(other));
}

/** Runs one file in that session. @returns {Promise<boolean>} whether all its tests passed */
async function runFile(name, { engine, url, sessionId }) {
  const child = spawn(process.execPath, ['--test', '--test-reporter=spec', join(folder, name)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ENGINES: engine, [SHARED_SESSIONS]: JSON.stringify({ [engine]: { url, sessionId } }) },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const [code] = await once(child, 'close');
  process.stdout.write(output);
  return code === 0;
}

/** Runs all files in one engine. @returns {Promise<boolean>} whether all passed */
async function runIn(engine, files) {
  const queue = [...files];
  let passed = true;
  const work = async () => {
    const session = await openSession(engine);
    try {
      for (let name = queue.shift(); name; name = queue.shift()) passed = (await runFile(name, session)) && passed;
    } finally {
      await session.quit();
    }
  };
  const browsers = Math.min(MOST_BROWSERS, availableParallelism(), files.length);
  await Promise.all(Array.from({ length: browsers }, work));
  return passed;
}

const wanted = process.argv.slice(2);
const files = testFiles(wanted);
if (files.length === 0) {
  console.error(`No test file's name contains ${wanted.join(' or ')}.`);
  process.exit(1);
}
let passed = true;
for (const engine of chosenEngines()) passed = (await runIn(engine, files)) && passed;
process.exitCode = passed ? 0 : 1;
