// What bundlers wrote, kept per user by all that went in: one that would read the very same files is not run again. On a CI
// machine every build is a new one.
import { cpSync, existsSync, mkdirSync, renameSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from '../../../scripts/lib/paths.mjs';
import { sweep, temporaryFolder } from './temporary.mjs';

const builds = join(cache, 'builds');

/** A build that was not asked for in this time is of sources that are no more. */
const LONGEST_MS = 14 * 24 * 60 * 60_000;

/**
 * @param {string} inputs the fingerprint of what goes in
 * @param {string} output the folder that the bundler writes
 * @param {() => Promise<unknown>} build
 */
export async function keptBuild(inputs, output, build) {
  if (process.env.CI) return void (await build());
  const kept = join(builds, inputs);
  if (existsSync(kept)) {
    const now = new Date();
    utimesSync(kept, now, now);
    cpSync(kept, output, { recursive: true });
    return;
  }
  await build();
  mkdirSync(builds, { recursive: true });
  sweep(builds, LONGEST_MS);
  const partial = temporaryFolder('built');
  // Next's own cache is large, and nothing but its next build reads it.
  const filter = (source) => source !== join(output, 'cache');
  cpSync(output, partial, { recursive: true, filter });
  try {
    renameSync(partial, kept);
  } catch (error) {
    // Another run may have kept the same meanwhile.
    if (!existsSync(kept)) throw error;
  }
}
