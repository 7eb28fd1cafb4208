// Starts other programs: quietly with a progress line, passing their output on, or only asking them something.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';
import { Progress } from './progress.mjs';
import { Stop } from './stop.mjs';

/**
 * @typedef {object} RunOptions
 * @property {Record<string, string | undefined>} [env] added to this process's environment; `undefined` removes
 * @property {string} [cwd] the checkout's root unless told
 * @property {number} [timeout] milliseconds after which the program is ended
 */

/** @param {Record<string, string | undefined>} [changes] */
const environment = (changes) => ({ ...process.env, ...changes });

/** What the network clients of this project (cargo, npm, apt, rustup) say when they reach nobody. */
const noNetwork =
  /could not resolve host|failed to (download|fetch|get .* as a dependency)|temporary failure|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network (is )?unreachable/i;

/** @param {string} output @returns {string} its last lines, as far as a person reads them */
const ending = (output) =>
  output
    .trimEnd()
    .split('\n')
    .slice(-80)
    .map((line) => (line.length > 400 ? `${line.slice(0, 400)}…` : line))
    .join('\n');

/**
 * Runs a program whose output matters only when it fails, with a line that says what is done, how long it usually
 * takes and, every now and then, how far it is.
 * @param {string} title what is being done, in the words of the person who waits
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions & { usually?: string, otherwise?: string }} [options] `otherwise`: what happens when it fails, where
 * that is not the end
 * @returns {Promise<string | undefined>} what it printed as its result; nothing when it failed and that is not the end
 */
export async function runStep(title, program, args, { env, cwd = root, timeout, usually, otherwise } = {}) {
  const progress = new Progress(title, usually);
  const child = spawn(program, args, { cwd, env: environment(env), timeout, stdio: ['ignore', 'pipe', 'pipe'] });
  const endChild = () => child.kill();
  process.once('exit', endChild);
  let output = '';
  let result = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (stream === child.stdout) result += text;
      progress.latest(text);
    });
  }
  const code = await new Promise((done) => {
    child.once('error', (error) => {
      output += `${program}: ${error.message}\n`;
      done(-1);
    });
    child.once('close', done);
  });
  process.off('exit', endChild);
  if (code === 0) {
    progress.done();
    return result;
  }
  progress.failed(otherwise);
  if (otherwise) return undefined;
  console.error(ending(output));
  if (noNetwork.test(output))
    throw new Stop(`${title} failed for want of a network: connect it and run the command again.`);
  throw new Stop(`${title} failed: the output above says why.`);
}

/**
 * Runs a program with its output shown as it comes.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string }>} the exit code and a copy of what was shown
 */
export async function runShown(program, args, { env, cwd = root, timeout } = {}) {
  // A group of its own: a test runner starts others, and browsers, which must not outlive it when it is ended.
  const detached = process.platform !== 'win32';
  const child = spawn(program, args, { cwd, env: environment(env), detached, stdio: ['ignore', 'pipe', 'pipe'] });
  const endAll = () => {
    try {
      if (child.pid) process.kill(detached ? -child.pid : child.pid);
    } catch {
      // It has ended by itself.
    }
  };
  process.once('exit', endAll);
  const timer = setTimeout(endAll, timeout ?? 2 ** 31 - 1);
  let output = '';
  /** @type {[import('node:stream').Readable, NodeJS.WriteStream][]} */
  const streams = [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ];
  for (const [from, to] of streams) {
    from.setEncoding('utf8').on('data', (text) => {
      output += text;
      to.write(text);
    });
  }
  const code = await new Promise((done) => {
    child.once('error', (error) => {
      console.error(`${program}: ${error.message}`);
      done(-1);
    });
    child.once('close', (exit, signal) => {
      if (signal) console.error(`${program} was ended by ${signal}.`);
      done(exit ?? -1);
    });
  });
  clearTimeout(timer);
  process.off('exit', endAll);
  return { code, output };
}

/**
 * What a program answers, trimmed; nothing when it is not there or fails.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {string | undefined}
 */
export function ask(program, args, { env, cwd = root, timeout = 20_000 } = {}) {
  const { status, stdout } = spawnSync(program, args, {
    cwd,
    env: environment(env),
    timeout,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** @param {string} path @returns {boolean} whether a program can be started from there */
export function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The full path of the first of these programs that the PATH leads to. @param {string[]} names */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}
