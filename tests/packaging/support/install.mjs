// What a consumer's lock file names, installed once per user and lock file: bundlers take minutes, tests run often.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cache } from '../../../scripts/lib/paths.mjs';
import { temporaryFolder } from './temporary.mjs';

/** Where installations are kept. */
const installations = join(cache, 'consumers');

/** A registry that hangs must not hang the tests. */
const longestMs = 8 * 60_000;

const files = ['package.json', 'package-lock.json'];

/**
 * @param {string} source a folder with a package.json and its lock file
 * @returns {Promise<string>} a folder with exactly these packages in node_modules, which nobody may change
 */
export async function install(source) {
  const name = basename(source);
  const hash = createHash('sha256').update(process.version);
  for (const file of files) hash.update(readFileSync(join(source, file)));
  const home = join(installations, `${name}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(home)) return home;

  mkdirSync(installations, { recursive: true });
  const partial = temporaryFolder('installing');
  for (const file of files) cpSync(join(source, file), join(partial, file));
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: partial, timeout: longestMs });
  keep(partial, home);
  return home;
}

/** Another process may have installed the same meanwhile, which is just as good. */
function keep(partial, home) {
  try {
    renameSync(partial, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
  }
}

/**
 * Runs a program to its end. @returns {Promise<string>} what it printed
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, timeout?: number, env?: Record<string, string | undefined> }} [options]
 */
export async function run(program, args, { env, ...options } = {}) {
  const child = spawn(program, args, {
    timeout: 5 * 60_000,
    ...options,
    env: { ...process.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const [code, signal] = await once(child, 'close');
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code ?? signal}:\n${output}`);
  return output;
}
