// What `npm test` says before it begins, and the options it takes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { describePlan, keepTimes, readTimes } from '../../scripts/test/plan.mjs';
import { quickStages, stages } from '../../scripts/test/stages.mjs';

describe('describePlan', () => {
  /** @param {Record<string, number>} times */
  const plan = (times) => describePlan(['build', 'native'], ['chromium'], times, 'up to an hour');

  it('names the stages and the browsers', () => {
    assert.match(plan({}), /^Stages: build, native\nBrowsers: chromium\n/);
  });

  it('adds up what the stages took the last time, or says what is not known', () => {
    assert.match(plan({ build: 60_000, native: 65_000, e2e: 1 }), /\nTime: about 2 min 5 s, as the last time here$/);
    assert.match(plan({ build: 5_000 }), /\nTime: about 5\.0 s, .*, and what native takes, not known yet$/);
    assert.match(plan({ e2e: 1 }), /\nTime: up to an hour$/);
  });
});

describe('the times that are kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'times-'));
  after(() => rmSync(folder, { recursive: true }));

  it('are read again, those of other stages too', () => {
    const file = join(folder, 'new', 'times.json');
    keepTimes({ build: 1, native: 2 }, file);
    keepTimes({ native: 3 }, file);
    assert.deepEqual(readTimes(file), { build: 1, native: 3 });
  });

  it('are none where the file is missing or broken', () => {
    const file = join(folder, 'broken.json');
    assert.deepEqual(readTimes(file), {});
    writeFileSync(file, '{');
    assert.deepEqual(readTimes(file), {});
    writeFileSync(file, '{ "build": "long" }');
    assert.deepEqual(readTimes(file), {});
  });
});

describe('npm test -- --quick', () => {
  it('runs the native tests, the types, and the main job in one browser', () => {
    const names = quickStages(['chromium']).map(({ name }) => name);
    assert.deepEqual(names, ['set-up', 'build', 'native', 'types', 'main job chromium']);
  });

  it('is no part of the whole', () => {
    assert.ok(stages(['chromium']).every(({ name }) => !name.startsWith('main job')));
  });

  it('does not go with --only, and an option that is not known is answered in one sentence', () => {
    /** @param {string[]} args */
    const told = (...args) => {
      const { status, stderr } = spawnSync(process.execPath, [inRoot('scripts/test.mjs'), ...args], {
        encoding: 'utf8',
      });
      assert.equal(status, 1);
      return stderr.trim();
    };
    assert.equal(
      told('--quick', '--only', 'native'),
      '`npm test --` takes `--only native,e2e` or `--quick`, not both.',
    );
    const takes = '`npm test --` takes `--only native,e2e` or `--quick`.';
    assert.equal(told('--quik'), `Unknown option '--quik': ${takes}`);
    assert.equal(told('native'), `Unexpected argument 'native': ${takes}`);
    assert.equal(told('--only'), `Option '--only <value>' argument missing: ${takes}`);
  });
});
