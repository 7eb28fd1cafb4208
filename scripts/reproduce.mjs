// `npm run reproduce`: builds the package a second time, in another folder, and fails unless every byte is the same.
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from './build.mjs';
import { dist, generated, inRoot, root } from './lib/paths.mjs';
import { run, runStep } from './lib/run.mjs';
import { runMain, Stop } from './lib/stop.mjs';
import { setUp } from './setup/index.mjs';

/** What is not a source, by its path or its name. */
const leftOut = [generated, dist, 'node_modules', 'target', '.git'];

await runMain(async () => {
  await build(await setUp());
  const folder = mkdtempSync(join(tmpdir(), 'reproduce-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  // The name is of another length than most: that shifts bytes where a path has got into them.
  const other = join(folder, 'a-checkout-in-quite-another-place');
  cpSync(root, other, {
    recursive: true,
    filter: (path) => ![path, basename(path)].some((name) => leftOut.includes(name)),
  });
  symlinkSync(inRoot('node_modules'), join(other, 'node_modules'), 'dir');
  await runStep('Building in another folder', process.execPath, [join('scripts', 'build.mjs')], {
    cwd: other,
    usually: '3 min',
  });
  const { code, output } = await run('git', ['diff', '--no-index', '--name-status', inRoot('pkg'), join(other, 'pkg')]);
  if (code !== 0) throw new Stop(`Not the same in two folders:\n${output}`);
  console.log('✓ Both builds are the same, byte by byte');
});
