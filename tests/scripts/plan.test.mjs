// What `npm test` says before it begins, and the options it takes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { describePlan } from '../../scripts/test.mjs';
import { quickStages, stages } from '../../scripts/test/stages.mjs';

describe('describePlan', () => {
  /** @param {Record<string, number>} times */
  const plan = (times) => {
    const kept = Object.entries(times).map(([name, warm]) => [`stage ${name}`, { warm }]);
    return describePlan([{ name: 'build' }, { name: 'native' }], ['chromium'], false, Object.fromEntries(kept));
  };

  it('names the stages and the browsers', () => {
    assert.match(plan({}), /^Stages: build, native\nBrowsers: chromium\n/);
  });

  it('adds up what the stages took the last time, or says what is usual', () => {
    assert.match(plan({ build: 60_000, native: 65_000, e2e: 1 }), /\nTime: about 2 min 5 s, as the last time here$/);
    assert.match(plan({ build: 5_000 }), /\nTime: up to 30 minutes on two processors the first time; /);
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
