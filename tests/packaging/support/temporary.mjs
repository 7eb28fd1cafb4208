// Folders for one test run, in the user's cache: on the file system of the installations, outside every checkout.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '../../../scripts/lib/paths.mjs';

const place = join(cache, 'packaging');
const DAY_MS = 24 * 60 * 60_000;

const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });

const made = [];
process.once('exit', () => {
  for (const folder of made) remove(folder);
});

/** @param {string} name @returns {string} a new empty folder, which is removed when this process ends */
export function temporaryFolder(name) {
  mkdirSync(place, { recursive: true });
  // What runs have left that were killed.
  sweep(place, DAY_MS);
  const folder = mkdtempSync(join(place, `${name}-`));
  made.push(folder);
  return folder;
}

/** Removes the folders in `place` that are older than that, ms. */
export function sweep(place, longest) {
  for (const folder of readdirSync(place).map((name) => join(place, name))) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found && Date.now() - found.mtimeMs > longest) remove(folder);
  }
}
