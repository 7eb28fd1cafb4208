// Runs a folder's test files in a few browsers. Each browser, and a process with it, is started once and runs one file after
// another; files that need no browser run in processes alone. A file's output is shown when it has ended.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildFormats } from '../../../scripts/formats/build.mjs';
import { reporters } from '../../../scripts/test/record.mjs';
import { findPrograms } from './programs.mjs';
import { openSession, SHARED_SESSIONS } from './session.mjs';

const worker = fileURLToPath(new URL('worker.mjs', import.meta.url));

/** How many browsers are busy at once. @param {boolean} shells whether they are headless shells */
const mostBrowsers = (shells) =>
  shells
    ? // One more than there are processors, since tests wait now and then.
      Math.min(8, availableParallelism() + 1)
    : // More whole browsers make each other's windows wait for the focus and the screen.
      Math.min(2, availableParallelism());

/**
 * @param {string} folder
 * @param {string[]} wanted only the files whose name, after a slash, contains one of these; none: all
 * @param {string[]} [long] the files that take longest, by how their names begin: they come first, so that no browser is
 *   left with one of them at the end
 * @returns {string[]} their names
 */
export function testFiles(folder, wanted, long = []) {
  const rank = (name) => long.findIndex((start) => name.startsWith(start)) + 1 || long.length + 1;
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.test.mjs'))
    .filter((name) => wanted.length === 0 || wanted.some((part) => `/${name}`.includes(part)))
    .toSorted((one, other) => rank(one) - rank(other));
  if (files.length > 0) return files;
  console.error(`No test file's name contains ${wanted.join(' or ')}.`);
  process.exit(1);
}

/** All up to the last line that worker.mjs lets be written at the end of a file. */
const FILE_ENDS = /^[\s\S]*^\S*✔ \S+\.test\.mjs .*\n/m;

/** A file that takes longer than this hangs, ms. */
const LONGEST = 10 * 60_000;

/**
 * Runs the files of a queue in one process, until none is left, or one ends the process.
 * @param {string[]} queue their paths; those that ran are taken out of it
 * @param {Record<string, string>} [env] what they are told besides
 * @returns {Promise<boolean>} whether all their tests passed
 */
async function runInProcess(queue, env) {
  let path = queue.shift();
  const child = fork(worker, [path], {
    execArgv: reporters,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  });
  let output = '';
  const gather = (text) => {
    output += text;
    // A whole file at a time: the processes write in turns.
    const [whole] = FILE_ENDS.exec(output) ?? [];
    process.stdout.write(whole ?? '');
    output = output.slice(whole?.length);
  };
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', gather);
  let hangs = false;
  const hanging = setTimeout(() => {
    hangs = true;
    child.kill();
  }, LONGEST);
  // It has gone through its file, and asks for the next.
  child.on('message', () => {
    hanging.refresh();
    path = queue.shift();
    child.send({ path });
  });
  const [code, signal] = await once(child, 'close');
  clearTimeout(hanging);
  process.stdout.write(output);
  // A file that did not end has not reported what failed.
  const by = hangs
    ? `the runner: it may take ${LONGEST / 60_000} minutes`
    : (signal ?? `itself, with exit code ${code}`);
  if (path) console.error(`✖ ${path} was ended by ${by}.`);
  return code === 0 && !path;
}

/** Runs the whole queue: after a file that ends its process, the others run in a new one. */
async function runQueue(queue, env) {
  let passed = true;
  while (queue.length > 0) passed = (await runInProcess(queue, env)) && passed;
  return passed;
}

/**
 * Runs all files, which need no browser.
 * @param {string} folder
 * @param {string[]} files names in it
 * @returns {Promise<boolean>} whether all passed
 */
export async function runWithoutBrowser(folder, files) {
  const queue = files.map((name) => join(folder, name));
  const processes = Array.from({ length: availableParallelism() }, () => runQueue(queue));
  return (await Promise.all(processes)).every(Boolean);
}

/** Whether a file's tests say that they need the whole browser: its source does. */
const needsWhole = (path) => /\bwholeBrowserSuite\(|\bwhole: true\b/.test(readFileSync(path, 'utf8'));

/**
 * Runs all files in one engine.
 * @param {string} engine
 * @param {string} folder
 * @param {string[]} files names in it
 * @param {{ env?: Record<string, string>, shell?: boolean }} [options] `env`: what the files are told besides; `shell`: in
 *   Chromium's headless shell, if it is here, but for the files whose tests say that they need the whole browser
 * @returns {Promise<boolean>} whether all passed
 */
export async function runFiles(engine, folder, files, { env, shell: wanted } = {}) {
  // What is published is tested, and made of the sources as they are now. It takes no time if they have not changed.
  if (!process.env.E2E_PACKAGE) await buildFormats();
  const paths = files.map((name) => join(folder, name));
  let passed = true;
  /** As many browsers as that, or as there are files. */
  const runInBrowsers = (most, shell, queue) =>
    Array.from({ length: Math.min(most, queue.length) }, async () => {
      const { url, sessionId, quit } = await openSession(engine, { shell });
      const shared = JSON.stringify({ [engine]: { url, sessionId, shell } });
      try {
        passed = (await runQueue(queue, { ...env, ENGINES: engine, [SHARED_SESSIONS]: shared })) && passed;
      } finally {
        await quit();
      }
    });
  if (wanted && findPrograms(engine).shell) {
    console.log(`${engine}: in its headless shell, but for what needs the whole browser`);
    const [whole, others] = [paths.filter(needsWhole), paths.filter((path) => !needsWhole(path))];
    // One whole browser besides, whose tests mostly wait for windows.
    await Promise.all([...runInBrowsers(1, false, whole), ...runInBrowsers(mostBrowsers(true), true, others)]);
  } else await Promise.all(runInBrowsers(mostBrowsers(false), false, paths));
  return passed;
}
