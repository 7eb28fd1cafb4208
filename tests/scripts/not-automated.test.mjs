// The list of browser cases that an engine's driver cannot produce: each names a case that is there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { isAutomated, notAutomated, notRun } from '../e2e/harness/not-automated.mjs';

const folder = new URL('../e2e/', import.meta.url);
const read = (/** @type {string} */ name) => readFileSync(new URL(name, folder), 'utf8');

describe('cases that are not automated', () => {
  test('each is the name of a suite or test in its file', () => {
    for (const { file, case: name } of notAutomated) {
      assert.ok(
        ['`', "'", '"'].some((quote) => read(file).includes(quote + name + quote)),
        `${file} has no "${name}"`,
      );
    }
  });

  test('an engine leaves out what is listed for it, and the run says so where the file was run', () => {
    const { file, case: name, engines, reason } = notAutomated[0];
    assert.equal(isAutomated(engines[0], name), false);
    assert.equal(isAutomated('chromium', name), true);
    assert.deepEqual(notRun(engines[0], [file]), [`not run in ${engines[0]}: ${name}: ${reason}`]);
    assert.deepEqual(notRun('chromium', [file]), []);
    assert.deepEqual(notRun(engines[0], ['another.test.mjs']), []);
  });
});
