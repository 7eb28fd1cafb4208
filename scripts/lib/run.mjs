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
 * Runs a program to its end. If this process ends before, all that the program has started ends with it: a test runner starts
 * others, and browsers.
 * @param {string} program
 * @param {string[]} args
 * @param {RunOptions & { hear?: (text: string, from: 'stdout' | 'stderr', end: () => void) => void }} [options]
 *   `hear`: gets what it prints, and can end it
 * @returns {Promise<{ code: number, output: string, result: string }>} the exit code, all that it printed, and of that what went
 *   to its ordinary output
 */
export async function run(program, args, { env, cwd = root, timeout, hear } = {}) {
  // A group of its own, which can be ended as a whole.
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
  const printed = { output: '', stdout: '' };
  const note = (/** @type {string} */ text, /** @type {'stdout' | 'stderr'} */ from) => {
    printed.output += text;
    if (from === 'stdout') printed.stdout += text;
    hear?.(text, from, endAll);
  };
  child.stdout.setEncoding('utf8').on('data', (text) => note(text, 'stdout'));
  child.stderr.setEncoding('utf8').on('data', (text) => note(text, 'stderr'));
  const code = await new Promise((done) => {
    child.once('error', (error) => {
      note(`${program}: ${error.message}\n`, 'stderr');
      done(-1);
    });
    child.once('close', (exit, signal) => {
      if (signal) note(`${program} was ended by ${signal}.\n`, 'stderr');
      done(exit ?? -1);
    });
  });
  clearTimeout(timer);
  process.off('exit', endAll);
  return { code, output: printed.output, result: printed.stdout };
}

/** The same, with its output shown as it comes. @type {(program: string, args: string[], options?: RunOptions) => ReturnType<typeof run>} */
export const runShown = (program, args, options) =>
  run(program, args, { ...options, hear: (text, from) => process[from].write(text) });

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
export async function runStep(title, program, args, { usually, otherwise, ...options } = {}) {
  const progress = new Progress(title, usually);
  const { code, output, result } = await run(program, args, { ...options, hear: (text) => progress.latest(text) });
  progress.end(code === 0, code === 0 ? undefined : otherwise);
  if (code === 0) return result;
  if (otherwise) return undefined;
  console.error(ending(output));
  if (noNetwork.test(output))
    throw new Stop(`${title} failed for want of a network: connect it and run the command again.`);
  throw new Stop(`${title} failed: the output above says why.`, output);
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
