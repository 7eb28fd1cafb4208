// Runs the browser tests in the engines that ENGINES names, one after another, all files of an engine in one session.
//
//   node tests/e2e/run.mjs [name…]     only the files whose name contains one of these
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chosenEngines } from './harness/engines.mjs';
import { openSession, SHARED_SESSIONS } from './harness/session.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs'))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .map((name) => join(folder, name));

if (files.length === 0) {
  console.error(`No test file's name contains ${wanted.join(' or ')}.`);
  process.exit(1);
}

/** Runs all files in one engine. @returns {Promise<boolean>} whether all passed */
async function runIn(engine) {
  const { url, sessionId, quit } = await openSession(engine);
  try {
    const child = spawn(process.execPath, ['--test', '--test-reporter=spec', '--test-concurrency=1', ...files], {
      stdio: 'inherit',
      env: { ...process.env, ENGINES: engine, [SHARED_SESSIONS]: JSON.stringify({ [engine]: { url, sessionId } }) },
    });
    const [code] = await once(child, 'exit');
    return code === 0;
  } finally {
    await quit();
  }
}

let passed = true;
for (const engine of chosenEngines()) passed = (await runIn(engine)) && passed;
process.exitCode = passed ? 0 : 1;
