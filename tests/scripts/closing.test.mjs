// The closing part of `npm test`: failures that can be run alone, stages that were not run, the counts, the exit code.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aloneIn } from '../../scripts/test/alone.mjs';
import { failureText } from '../../scripts/lib/failure.mjs';
import { counts, exitCode, failureTexts, table } from '../../scripts/test/closing.mjs';

/** @typedef {import('../../scripts/test/closing.mjs').Row} Row */

/** @type {Row} */
const passed = { name: 'native', result: 'passed', ms: 1500, passed: 3, failed: 0, why: [] };
/** @type {Row} */
const failed = { name: 'build', result: 'FAILED', ms: 10, passed: 0, failed: 1, why: ['It does not compile.'] };
/** @type {Row} */
const lacking = { name: 'types', result: 'not run', passed: 0, failed: 0, why: [], lacks: ['build'] };
/** @type {Row} */
const absent = { name: 'e2e webkit', result: 'not run', ms: 0, passed: 0, failed: 0, why: [] };

describe('the closing line', () => {
  it('begins with how many tests passed and failed', () => {
    assert.equal(counts([passed]), '3 passed, 0 failed');
  });

  it('says how many stages were not run', () => {
    assert.equal(counts([passed, failed, lacking]), '3 passed, 1 failed, 1 stage not run');
    assert.equal(counts([passed, lacking, absent]), '3 passed, 0 failed, 2 stages not run');
  });
});

describe('the exit code', () => {
  it('is 1 when a test failed, or a stage could not be run for what failed before', () => {
    assert.equal(exitCode([passed, failed]), 1);
    assert.equal(exitCode([passed, lacking]), 1);
  });

  it('is 0 when all passed, also without a browser that is not there', () => {
    assert.equal(exitCode([passed, absent]), 0);
  });
});

describe('the table', () => {
  it('has a row for each stage, and says for want of what one was not run', () => {
    const [, ...rows] = table([passed, lacking]).split('\n');
    assert.match(rows[0] ?? '', /^native +passed +1\.5 s +3$/);
    assert.match(rows[1] ?? '', /^types +not run +for want of build$/);
  });
});

describe('the failures', () => {
  /** @param {number} count @param {string} text */
  const failing = (count, text) => failureTexts([{ ...failed, why: Array.from({ length: count }, () => text) }]);

  it('take at most forty lines each, the command with them', () => {
    const [text = ''] = failing(1, `name\n${'  more\n'.repeat(100)}  alone: command`);
    assert.equal(text.split('\n').length, 40);
    assert.match(text, /^✖ build: name\n/);
    assert.match(text, /\n {2}…\n {2}alone: command$/);
  });

  it('of a program are its first lines and its last ones, without those that only say how far it is', () => {
    const output = [
      '   Compiling serde v1.0.0',
      ...Array.from({ length: 100 }, (_, at) => `\u001b[31mline ${at}\u001b[0m`),
    ];
    const lines = failureText('Rust lints', output.join('\n'), "npm run check -- 'Rust lints'").split('\n');
    assert.equal(lines.length, 33);
    assert.deepEqual(lines.slice(0, 2), ['Rust lints', '  line 0']);
    assert.deepEqual(lines.slice(-2), ['  line 99', "  alone: npm run check -- 'Rust lints'"]);
  });

  it('are told whole up to the tenth, and then by name and command', () => {
    const texts = failing(12, 'name\n  why\n  alone: command');
    assert.equal(texts[9], '✖ build: name\n  why\n  alone: command');
    assert.equal(texts[10], '✖ build: name\n  alone: command');
    assert.equal(failing(12, 'It is broken.')[11], '✖ build: It is broken.');
  });
});

describe('the command that runs one alone', () => {
  it('is that of the browser tests for their files, in the same engine', () => {
    const variables = { ENGINES: 'chromium', E2E_ENTRY: './js' };
    assert.equal(
      aloneIn('e2e', variables)({ name: 'settles', file: 'opening.test.mjs' }),
      'ENGINES=chromium E2E_ENTRY=./js node tests/e2e/run.mjs /opening.',
    );
  });

  it("is that of Node's runner, with the test's name, for other files", () => {
    assert.equal(
      aloneIn('scripts')({ name: "it's (one)", file: 'tests/scripts/closing.test.mjs' }),
      "node --test --test-name-pattern='it'\\''s \\(one\\)' tests/scripts/closing.test.mjs",
    );
  });

  it('is that of cargo for a native test, and none where the file is not known', () => {
    assert.equal(aloneIn('native')({ name: 'core::one', cargo: true }), 'cargo test core::one');
    assert.equal(aloneIn('e2e')({ name: 'settles' }), undefined);
    assert.equal(aloneIn('e2e')({ name: 'settles', file: 'nowhere.test.mjs' }), undefined);
  });
});
