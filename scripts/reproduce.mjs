// `npm run reproduce`: builds the package a second time, in another folder, and fails unless every byte is the same.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from './build.mjs';
import { filesIn } from './lib/fingerprint.mjs';
import { inRoot } from './lib/paths.mjs';
import { ask, runStep } from './lib/run.mjs';
import { runMain, Stop } from './lib/stop.mjs';
import { setUp } from './setup/index.mjs';

/** Builds the checkout as it is, uncommitted changes included, in a new folder. @param {string} folder */
async function buildIn(folder) {
  // The name is of another length than most: that shifts bytes where a path has got into them.
  const other = join(folder, 'a-checkout-in-quite-another-place');
  const listed = ask('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
  if (listed === undefined)
    throw new Stop('This is no git checkout: its files cannot be told from those that were built.');
  for (const name of listed.split('\0').filter((file) => file && existsSync(inRoot(file)))) {
    cpSync(inRoot(name), join(other, name));
  }
  symlinkSync(inRoot('node_modules'), join(other, 'node_modules'), 'dir');
  await runStep('Building in another folder', process.execPath, [join('scripts', 'build.mjs')], {
    cwd: other,
    usually: '3 min',
  });
  return join(other, 'pkg');
}

/** @param {string} one @param {string} other folders @returns {string[]} the files that differ or are in one only */
function differences(one, other) {
  const names = new Set([one, other].flatMap((folder) => filesIn(folder).map((file) => relative(folder, file))));
  const content = (/** @type {string} */ folder, /** @type {string} */ name) => {
    try {
      return readFileSync(join(folder, name));
    } catch {
      return Buffer.from('no such file');
    }
  };
  return [...names].filter((name) => !content(one, name).equals(content(other, name)));
}

await runMain(async () => {
  await build(await setUp());
  const folder = mkdtempSync(join(tmpdir(), 'reproduce-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  const different = differences(inRoot('pkg'), await buildIn(folder));
  if (different.length > 0) throw new Stop(`Not the same in two folders: ${different.join(', ')}.`);
  console.log('✓ Both builds are the same, byte by byte');
});
