// What bundlers wrote is kept by what they read: over the same it is there again, over anything else it is built.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** @type {string} an empty folder for all that is written */
let home;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'builds-'));
});
afterEach(() => rmSync(home, { recursive: true }));

/**
 * Asks for a build in a process of its own. @returns {string} `built` and `kept`, with what lies in its output
 * @param {string} inputs @param {{ CI?: string, fails?: boolean }} [how]
 */
function ask(inputs, { CI = '', fails = false } = {}) {
  const script = `
    import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
    import { keptBuild } from ${JSON.stringify(inRoot('tests/packaging/support/builds.mjs'))};
    const output = mkdtempSync(${JSON.stringify(join(home, 'project-'))}) + '/dist';
    let did = 'kept';
    await keptBuild('${inputs}', output, async () => {
      did = 'built';
      if (${fails}) throw new Error('the bundler failed');
      mkdirSync(output + '/cache', { recursive: true });
      writeFileSync(output + '/main.js', '');
    });
    console.log(did, readdirSync(output).join());`;
  const env = { PATH: process.env.PATH, HOME: home, XDG_CACHE_HOME: join(home, 'cache'), CI };
  const { stdout, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env,
  });
  return status === 0 ? stdout.trim() : 'failed';
}

describe('keptBuild', () => {
  test('builds once, and leaves out the cache of the bundler', () => {
    assert.equal(ask('one'), 'built cache,main.js');
    assert.equal(ask('one'), 'kept main.js');
  });

  test('builds anew over anything else', () => {
    ask('one');
    assert.match(ask('two'), /^built/);
  });

  test('builds always on a CI machine', () => {
    ask('one');
    assert.match(ask('one', { CI: 'true' }), /^built/);
  });

  test('keeps nothing of a build that failed', () => {
    assert.equal(ask('one', { fails: true }), 'failed');
    assert.match(ask('one'), /^built/);
    assert.deepEqual(readdirSync(join(home, 'cache', 'tray-auth-dialog', 'builds')), ['one']);
  });
});
