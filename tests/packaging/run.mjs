// Tests the package as partners get it: packs it once, and runs all files over that tarball in one browser session.
//
//   node tests/packaging/run.mjs [name…]     only the files whose name contains one of these
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openSession, SHARED_SESSIONS } from '../e2e/harness/session.mjs';
import { pack, TARBALL } from './support/tarball.mjs';

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

const packed = await pack();
process.once('exit', packed.remove);
const { url, sessionId, quit } = await openSession('chromium');
try {
  const child = spawn(process.execPath, ['--test', '--test-reporter=spec', '--test-concurrency=1', ...files], {
    stdio: 'inherit',
    env: {
      ...process.env,
      [TARBALL]: packed.file,
      [SHARED_SESSIONS]: JSON.stringify({ chromium: { url, sessionId } }),
    },
  });
  process.exitCode = (await once(child, 'exit'))[0] ?? 1;
} finally {
  await quit();
}
