// What `npm test` says at its end of the tests that failed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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

  it('closes each with the command, and leaves out what is of Node itself', () => {
    const output = runNode("it('fails', () => { throw new Error('no'); });");
    /** @type {unknown[]} */
    const asked = [];
    const [text = ''] = failures(output, (failed) => {
      asked.push({ ...failed, file: failed.file && basename(failed.file) });
      return 'the command';
    });
    assert.deepEqual(asked, [{ name: 'fails', file: 'some.test.mjs', cargo: false }]);
    assert.match(text, /\n {2}alone: the command$/);
    assert.match(output, /\n +at .*node:internal/);
    assert.doesNotMatch(text, /node:internal/);
  });

  it('tells the file that a browser test is in, when two files have a test of that name', () => {
    // Shortened from a run in Chromium: the place is the one of the helper that defines the tests.
    const output = [
      '▶ first (chromium)',
      '  ✖ settles (12.5ms)',
      '✖ first (chromium) (13ms)',
      '✔ first.test.mjs has ended (1ms)',
      '▶ second (chromium)',
      '  ✖ settles (12.6ms)',
      '✖ second (chromium) (13ms)',
      '✔ second.test.mjs has ended (1ms)',
      'ℹ tests 2',
      '✖ failing tests:',
      '',
      ...['12.6ms', '12.5ms'].flatMap((took) => [
        'test at tests/e2e/harness/suite.mjs:31:42',
        `✖ settles (${took})`,
        '  Error: Waited in vain.',
        '',
      ]),
    ].join('\n');
    assert.deepEqual(
      failures(output, ({ name, file }) => `${name} in ${file}`),
      [
        'settles (second.test.mjs)\n  Error: Waited in vain.\n  alone: settles in second.test.mjs',
        'settles (first.test.mjs)\n  Error: Waited in vain.\n  alone: settles in first.test.mjs',
      ],
    );
  });

  it('finds a file that was ended, and nothing where nothing failed', () => {
    assert.deepEqual(failures('✖ tests/e2e/a.test.mjs was ended by the runner: it may take 10 minutes.\n'), [
      'tests/e2e/a.test.mjs was ended by the runner: it may take 10 minutes.',
    ]);
    assert.deepEqual(failures(runNode(`it('holds', () => {});`)), []);
  });
});
