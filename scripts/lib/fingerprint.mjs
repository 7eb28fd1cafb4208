// Content hashes of files: what a build step was made from, and so whether it need run again.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './paths.mjs';

/** @param {string} path of a file or folder @returns {string[]} the files in it, sorted; none if it does not exist */
export function filesIn(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/**
 * @param {string[]} paths of files and folders whose content and place count
 * @param {unknown} [settings] whatever else shapes the result
 * @param {string} [from] the folder in which their place counts
 * @returns {string} a hash
 */
export function fingerprint(paths, settings, from = root) {
  const hash = createHash('sha256').update(JSON.stringify(settings ?? null));
  for (const file of paths.flatMap(filesIn)) {
    hash.update(`\0${relative(from, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Does some work unless it was done before with the same fingerprint and what it made is still as it was.
 * @param {string} stamp the file that remembers
 * @param {string} inputs the fingerprint of what goes in
 * @param {string[]} outputs the files that the work makes
 * @param {() => Promise<void> | void} work
 * @returns {Promise<boolean>} whether it was done now
 */
export async function unlessDone(stamp, inputs, outputs, work) {
  const now = () => `${inputs} ${fingerprint(outputs)}`;
  const done = outputs.every((path) => statSync(path, { throwIfNoEntry: false })) && readStamp(stamp) === now();
  if (done) return false;
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, now());
  return true;
}

/** @param {string} stamp */
function readStamp(stamp) {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}
