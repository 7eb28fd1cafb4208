// What makes a second build fast must never make it wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { cargoEnvironment, cargoOptions } from '../../scripts/build/compile.mjs';
import { fingerprint, unlessDone } from '../../scripts/lib/fingerprint.mjs';
import { wasmRust } from '../../scripts/setup/rust.mjs';

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param {string} name @param {string} content */
const write = (name, content) => writeFileSync(join(folder, name), content);

describe('fingerprint', () => {
  it('stays the same while the content does', () => {
    write('a', 'one');
    const before = fingerprint([folder]);
    write('a', 'one');
    assert.equal(fingerprint([folder]), before);
  });

  const changes = {
    'the content of a file in a folder of it': () => write('in/b', 'other'),
    'a new file': () => write('c', ''),
    'a file that is gone': () => rmSync(join(folder, 'a')),
    'content that moved from one file to the next': () => {
      write('a', 'onetwo');
      write('in/b', '');
    },
  };
  for (const [what, change] of Object.entries(changes)) {
    it(`sees ${what}`, () => {
      mkdirSync(join(folder, 'in'));
      write('a', 'one');
      write('in/b', 'two');
      const before = fingerprint([folder]);
      change();
      assert.notEqual(fingerprint([folder]), before);
    });
  }

  it('sees other settings', () => {
    assert.notEqual(fingerprint([folder], { flags: ['-Oz'] }), fingerprint([folder], { flags: ['-Os'] }));
  });
});

describe('unlessDone', () => {
  /** Makes the output from the input, as far as needed. @param {string} inputs */
  const make = (inputs, work = () => write('output', `made from ${inputs}`)) =>
    unlessDone(join(folder, 'stamps', 'make'), inputs, [join(folder, 'output')], work);

  it('works once for the same inputs', async () => {
    assert.equal(await make('1'), true);
    assert.equal(await make('1'), false);
  });

  it('works again for other inputs', async () => {
    await make('1');
    assert.equal(await make('2'), true);
  });

  it('works again when the output is gone', async () => {
    await make('1');
    rmSync(join(folder, 'output'));
    assert.equal(await make('1'), true);
  });

  it('works again when somebody changed the output', async () => {
    await make('1');
    write('output', 'edited by hand');
    assert.equal(await make('1'), true);
  });

  it('works again after work that failed', async () => {
    await assert.rejects(
      make('1', () => {
        write('output', 'half');
        throw new Error('no');
      }),
    );
    assert.equal(await make('1'), true);
  });
});

describe('cargo', () => {
  /** Compiles a crate as the build does, but for this machine: without a standard library of its own. */
  function compile() {
    const rust = wasmRust.find();
    assert.ok(rust);
    const variant = { name: 'none', flags: [] };
    const options = cargoOptions(variant).filter((option) => !/^(-Zbuild-std|--target|--locked)/.test(option));
    const { status, stderr } = spawnSync(rust.cargo, ['rustc', ...options, '--target-dir=target'], {
      cwd: folder,
      env: { ...process.env, ...cargoEnvironment(rust, variant) },
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return readFileSync(join(folder, 'target', 'release', 'libsample.rlib'));
  }

  it('sees a source that has changed, though it is older than what was compiled', () => {
    write('Cargo.toml', '[package]\nname = "sample"\nedition = "2021"\n');
    mkdirSync(join(folder, 'src'));
    for (const word of ['one', 'other']) {
      write('src/lib.rs', `pub static WORD: &str = "the word is ${word}";`);
      utimesSync(join(folder, 'src', 'lib.rs'), 1e9, 1e9);
      assert.ok(compile().includes(`the word is ${word}`));
    }
  });
});
