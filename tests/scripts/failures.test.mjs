// What `npm test` says at its end of the tests that failed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { failures } from '../../scripts/test/failures.mjs';

describe('failures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'failures-'));
  after(() => rmSync(folder, { recursive: true }));

  /** @param {string} tests @returns {string} what Node's runner says of them */
  function runNode(tests) {
    const file = join(folder, 'some.test.mjs');
    writeFileSync(file, `import { describe, it } from 'node:test';\n${tests}`);
    const { NODE_TEST_CONTEXT, ...env } = process.env;
    return spawnSync(process.execPath, ['--test-reporter=spec', file], { env, encoding: 'utf8' }).stdout;
  }

  it("finds each failed test of Node's runner, with its place and why", () => {
    const found = failures(
      runNode(`describe('outer', () => {
        it('holds', () => {});
        it('does not', () => { throw new Error('the first\\n\\nand more'); });
        it('neither', () => { throw new Error('the second'); });
      });`),
    );
    assert.equal(found.length, 2);
    assert.match(found[0], /^does not \(.*some\.test\.mjs:\d+:\d+\)\n {2}Error: the first\n {2}and more\n/);
    assert.match(found[1], /^neither \(.*\)\n {2}Error: the second\n/);
  });

  it('finds them in the output of several runs, in colour or not', () => {
    const once = runNode(`it('fails', () => { throw new Error('no'); });`);
    const coloured = once.replaceAll('✖', '\u001b[31m✖\u001b[39m');
    assert.deepEqual(
      failures(once + runNode(`it('holds', () => {});`) + coloured).map((text) => text.split(' ')[0]),
      ['fails', 'fails'],
    );
  });

  it('shortens a long one', () => {
    const long = runNode(`it('is long', () => { throw new Error('line\\n'.repeat(200)); });`);
    const [text, ...others] = failures(long);
    assert.equal(others.length, 0);
    assert.ok(text.split('\n').length < 40);
    assert.match(text, /…$/);
  });

  it('finds those of cargo', () => {
    const output = [
      'test core::origin::tests::one ... FAILED',
      '',
      'failures:',
      '',
      '---- core::origin::tests::one stdout ----',
      "thread 'core::origin::tests::one' panicked at src/core/origin.rs:5:9:",
      'assertion failed: false',
      '',
      '---- vectors stdout ----',
      'second',
      '',
      'failures:',
      '    core::origin::tests::one',
      '    vectors',
    ].join('\n');
    assert.deepEqual(failures(output), [
      "core::origin::tests::one\nthread 'core::origin::tests::one' panicked at src/core/origin.rs:5:9:\nassertion failed: false",
      'vectors\nsecond',
    ]);
  });

  it('finds a file that was ended, and nothing where nothing failed', () => {
    assert.deepEqual(failures('✖ tests/e2e/a.test.mjs was ended by the runner: it may take 10 minutes.\n'), [
      'tests/e2e/a.test.mjs was ended by the runner: it may take 10 minutes.',
    ]);
    assert.deepEqual(failures(runNode(`it('holds', () => {});`)), []);
  });
});
