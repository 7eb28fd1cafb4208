// The closing line of `npm test` is only as true as this: reading the counts off the runners' output.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { countTests } from '../../scripts/test/counts.mjs';

describe('countTests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counts-'));
  after(() => rmSync(folder, { recursive: true }));

  /** @param {string} reporter of Node's test runner, over two passing tests and a failing one */
  function runNode(reporter) {
    const file = join(folder, 'three.test.mjs');
    writeFileSync(
      file,
      `import { test } from 'node:test';
       test('one', () => {}); test('two', () => {}); test('three', () => { throw new Error('no'); });`,
    );
    const { NODE_TEST_CONTEXT, ...env } = process.env;
    return spawnSync(process.execPath, ['--test', `--test-reporter=${reporter}`, file], { env, encoding: 'utf8' })
      .stdout;
  }

  for (const reporter of ['spec', 'tap']) {
    it(`reads what Node's runner says by its reporter "${reporter}"`, () => {
      assert.deepEqual(countTests(runNode(reporter)), { passed: 2, failed: 1 });
    });
  }

  it('adds up the runs of several engines', () => {
    assert.deepEqual(countTests(runNode('spec') + runNode('spec')), { passed: 4, failed: 2 });
  });

  it('adds up the test programs of cargo', () => {
    const output = [
      'test result: ok. 41 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s',
      'test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s',
    ].join('\n');
    assert.deepEqual(countTests(output), { passed: 42, failed: 2 });
  });

  it('reads through colours', () => {
    assert.deepEqual(countTests('\u001b[34mℹ pass 7\u001b[39m\n\u001b[34mℹ fail 0\u001b[39m\n'), {
      passed: 7,
      failed: 0,
    });
  });

  it('takes a test that was cancelled for one that failed', () => {
    assert.deepEqual(countTests('ℹ pass 0\nℹ fail 0\nℹ cancelled 3\n'), { passed: 0, failed: 3 });
  });

  it('counts nothing in output without closing lines', () => {
    assert.deepEqual(countTests('a test printed: pass 7'), { passed: 0, failed: 0 });
  });
});
