// What npm makes of a clone that cannot be built: never a package without its module.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { dist, generated, inRoot } from '../../scripts/lib/paths.mjs';
import { onPath } from '../../scripts/lib/run.mjs';

/** What npm and git need; no Rust among it. */
const programs = ['node', 'npm', 'git', 'sh', 'basename', 'sed', 'uname'];

describe('on a machine without Rust', () => {
  /** @type {string} */
  let folder;
  /** @type {string} a clone that has not been built */
  let clone;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'packing-'));
    mkdirSync(join(folder, 'bin'));
    for (const name of programs) symlinkSync(/** @type {string} */ (onPath(name)), join(folder, 'bin', name));
    clone = join(folder, 'clone');
    mkdirSync(clone);
    // Without what npm would have to fetch: it comes to the build all the same.
    const { devDependencies, ...manifest } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    writeFileSync(join(clone, 'package.json'), JSON.stringify(manifest));
    for (const name of ['pkg', 'scripts'])
      cpSync(inRoot(name), join(clone, name), { recursive: true, filter: (file) => ![dist, generated].includes(file) });
    const git = ['-c', 'user.name=Test', '-c', 'user.email=test@localhost', '-C', clone];
    for (const args of [
      ['init', '--quiet'],
      ['add', '.'],
      ['commit', '--quiet', '--message=All'],
    ]) {
      assert.equal(run('git', [...git, ...args]).status, 0, args[0]);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** @param {string} program @param {string[]} args @param {string} [cwd] */
  const run = (program, args, cwd = folder) =>
    spawnSync(program, args, {
      cwd,
      encoding: 'utf8',
      // What hangs fails.
      timeout: 60_000,
      env: { HOME: folder, PATH: join(folder, 'bin') },
    });

  const sentence = /Missing: Rust \(cargo\); install it as .* says, then run the command again\./;

  test('npm pack says what is missing, and makes no tarball', () => {
    const { status, stderr } = run('npm', ['pack'], clone);
    assert.notEqual(status, 0);
    assert.match(stderr, sentence);
    assert.deepEqual(
      readdirSync(clone).filter((name) => name.endsWith('.tgz')),
      [],
    );
  });

  test('npm install of a git URL says what is missing, and installs nothing', () => {
    const project = join(folder, 'project');
    mkdirSync(project);
    writeFileSync(join(project, 'package.json'), '{}');
    const { status, stderr } = run('npm', ['install', `git+file://${clone}`, '--no-audit', '--no-fund'], project);
    assert.notEqual(status, 0);
    assert.match(stderr, sentence);
    assert.equal(existsSync(join(project, 'node_modules', 'tray-auth-dialog')), false);
  });
});
