// The set-up: what it leaves behind when it is interrupted, and what it tells people.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { onPath } from '../../scripts/lib/run.mjs';

/** @type {string} an empty home folder */
let home;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
  mkdirSync(join(home, 'bin'));
});
afterEach(() => rmSync(home, { recursive: true }));

/**
 * Runs some code as a script of ours, on a machine that has only these programs.
 * @param {string} code @param {{ programs?: string[], env?: Record<string, string> }} [machine]
 */
function run(code, { programs = [], env = {} } = {}) {
  for (const name of programs) symlinkSync(/** @type {string} */ (onPath(name)), join(home, 'bin', name));
  const script = `
    import { runMain } from ${JSON.stringify(inRoot('scripts/lib/stop.mjs'))};
    await runMain(async () => { ${code} });`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    // What hangs fails.
    timeout: 30_000,
    env: { HOME: home, PATH: join(home, 'bin'), ...env },
  });
}

/** @param {string} path of a script */
const module = (path) => JSON.stringify(inRoot('scripts', path));

/** @param {string} name of a program to pretend @param {string} body in sh */
function pretend(name, body) {
  const path = join(home, 'bin', name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
}

describe('a machine without Rust and without apt', () => {
  it('is told in one sentence what to install, and nothing is left behind', () => {
    const { status, stderr } = run(`const { setUp } = await import(${module('setup/index.mjs')}); await setUp();`);
    assert.equal(status, 1);
    assert.match(stderr, /Missing: Rust \(cargo\); install it/);
    assert.doesNotMatch(stderr, /\n\s+at /, 'a stack trace');
    assert.deepEqual(readdirSync(home), ['bin']);
  });
});

describe('a machine with rustup and without its toolchain', () => {
  it('is told in one sentence how to get it, and nothing is installed beside it', () => {
    pretend('rustup', 'exit 1');
    pretend('cargo', 'exit 1');
    pretend('apt-get', 'echo apt-get was run >&2');
    const { status, stderr } = run(`const { setUp } = await import(${module('setup/index.mjs')}); await setUp();`);
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^\s*Missing: a Rust toolchain that rustup can run; .*`cargo --version`.*`rustup default stable`.*\n$/,
    );
    assert.deepEqual(readdirSync(home), ['bin']);
  });
});

describe('keptProgram', () => {
  const keep = (/** @type {string} */ build) => `
    const { keptProgram } = await import(${module('setup/kept-program.mjs')});
    const { writeFileSync } = await import('node:fs');
    console.log(await keptProgram('tool-1', async (folder) => { ${build} }));`;
  const works = "writeFileSync(folder + '/tool', '#!/bin/sh', { mode: 0o755 }); return folder + '/tool';";
  const kept = () =>
    readdirSync(join(home, '.cache', 'tray-auth-dialog'), { recursive: true })
      .map(String)
      .sort();
  const tool = `bin/tool-1-${process.platform}-${process.arch}`;

  it('builds once', () => {
    const { stdout } = run(keep(works));
    assert.equal(stdout.trim(), join(home, '.cache', 'tray-auth-dialog', tool));
    const again = run(keep("throw new Error('built again');"));
    assert.equal(again.stdout, stdout);
    assert.deepEqual(kept(), ['bin', tool]);
  });

  it('keeps nothing of a build that failed', () => {
    assert.equal(run(keep("writeFileSync(folder + '/half', ''); throw new Error('no');")).status, 1);
    assert.deepEqual(kept(), ['bin']);
  });

  it('keeps nothing of a build that was interrupted', () => {
    const interrupted =
      "writeFileSync(folder + '/half', ''); process.kill(process.pid, 'SIGINT'); await new Promise(() => setInterval(() => {}, 1000));";
    assert.equal(run(keep(interrupted)).status, 130);
    assert.deepEqual(kept(), ['bin']);
  });
});

describe('runStep', () => {
  const step = (/** @type {string} */ program) =>
    `const { runStep } = await import(${module('lib/run.mjs')}); await runStep('Fetching', ${JSON.stringify(program)}, []);`;

  it('shows what a failed program said, and which step it was', () => {
    pretend('broken', 'echo it is broken >&2; exit 3');
    const { status, stderr } = run(step('broken'));
    assert.equal(status, 1);
    assert.match(stderr, /✗ Fetching/);
    assert.match(stderr, /it is broken[\s\S]*Fetching failed: the output above says why\./);
  });

  it('says that there is no network when that is what the program says', () => {
    pretend('offline', 'echo "npm error code EAI_AGAIN" >&2; exit 1');
    assert.match(run(step('offline')).stderr, /failed for want of a network: connect it and run the command again\./);
  });

  it('fails when the program is not there', () => {
    assert.match(run(step('nowhere')).stderr, /nowhere: .*ENOENT/);
  });
});

describe('a script', () => {
  it('answers an unknown stage with the names of those that there are', () => {
    const { status, stderr } = spawnSync(process.execPath, [inRoot('scripts/test.mjs'), '--only', 'nativ'], {
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stderr, /No stage is called nativ: there are set-up, build, check, native/);
    assert.doesNotMatch(stderr, /\n\s+at /, 'a stack trace');
  });
});

describe('an ordinary user’s machine with apt', () => {
  const setUp = `const { setUp } = await import(${module('setup/index.mjs')}); process.getuid = () => 1000; await setUp();`;
  /** @param {string} policy what apt-cache says of every package */
  function withApt(policy) {
    pretend('apt-get', 'exit 1');
    pretend('apt-cache', policy);
    return run(setUp).stderr;
  }

  it('is told the one command that installs everything', () => {
    const stderr = withApt('[ "$1" = depends ] && echo "  Depends: llvm-99" || echo "  Candidate: 1"');
    assert.match(stderr, /Missing: Rust \(cargo\);.* Run this once, then the command again:/);
    assert.match(
      stderr,
      /^ {2}sudo sh -c 'apt-get update && apt-get install --yes .*cargo-web rustc-web gcc libc6-dev.*'$/m,
    );
  });

  it('is told a command that works before apt has its lists', () => {
    assert.match(withApt('exit 0'), /^ {2}sudo sh -c 'apt-get update && apt-get install --yes .*cargo-web.*'$/m);
  });

  it('is not sent to packages that its system does not have', () => {
    const stderr = withApt(
      '[ "$2" = gcc ] || [ "$2" = libc6-dev ] && echo "  Candidate: 1" || echo "  Candidate: (none)"',
    );
    assert.match(stderr, /Missing: Rust \(cargo\); install it as/);
    assert.match(stderr, /apt-get install --yes --no-install-recommends gcc libc6-dev'$/m);
  });
});

describe('runShown', () => {
  it('ends what the program started too, when its time is over', async () => {
    const inner =
      "require('node:child_process').spawn('sleep', ['60'], { stdio: 'inherit' }); setInterval(() => {}, 1000);";
    // The output stays open while anything that writes to it lives: this returns only when all of it has ended.
    const { status, stderr } = run(
      `const { runShown } = await import(${module('lib/run.mjs')});
       const { code } = await runShown(process.execPath, ['--eval', ${JSON.stringify(inner)}], { timeout: 1_000 });
       process.exitCode = code === 0 ? 1 : 0; return process.exitCode;`,
      { programs: ['sleep'] },
    );
    assert.match(stderr, /was ended by SIGTERM/);
    assert.equal(status, 0);
  });
});
