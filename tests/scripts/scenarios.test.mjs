// The list of scenarios names tests that are there, and is judged by what they did.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judge, readScenarios, scenarioProblems } from '../../scripts/evidence/scenarios.mjs';
import { readSpec } from '../../scripts/evidence/spec-output.mjs';

describe('scenarios', () => {
  test('every scenario is held by tests that are there', () => {
    const scenarios = readScenarios();
    assert.ok(scenarios.length >= 75, `${scenarios.length} scenarios`);
    assert.deepEqual(scenarioProblems(scenarios), []);
  });

  test('a scenario without a test, a file or a name that is not there: a sentence for each', () => {
    const held = { 'e2e/no-such.test.mjs': [], 'e2e/run.mjs': [], 'e2e/closing.test.mjs': ['no test is called so'] };
    const problems = scenarioProblems([
      { says: 'nobody looks', held: {} },
      { says: 'much', held },
    ]);
    assert.equal(problems.length, 4, problems.join('\n'));
  });

  test('a scenario has passed where its tests ran and none failed', () => {
    const scenario = { says: '', held: { 'e2e/closing.test.mjs': ['by the user'] } };
    const suite = 'closing (firefox)';
    const passed = /** @type {const} */ ({ suite, name: 'the user closes: closed, by the user', result: 'passed' });
    const failed = /** @type {const} */ ({ ...passed, result: 'failed' });
    assert.equal(judge(scenario, [passed]), 'passed');
    assert.equal(judge(scenario, [passed, failed]), 'failed');
    assert.equal(judge(scenario, [{ ...passed, result: 'skipped' }]), 'not run');
    assert.equal(judge(scenario, [{ ...passed, suite: 'elsewhere (firefox)' }]), 'not run');
    assert.equal(judge(scenario, [{ ...passed, name: 'another' }]), 'not run');
    const whole = { ...passed, suite: 'blocked popups (firefox)' };
    assert.equal(
      judge({ says: '', held: { 'e2e/blocked.test.mjs': [] } }, [whole]),
      'passed',
      'in a wholeBrowserSuite',
    );
    assert.equal(judge({ says: '', held: { 'native/origin.rs': [] } }, [passed]), undefined);
  });
});

test('the output of the spec reporter is read test by test, its summary left out', () => {
  const output = [
    '▶ closing (chromium)',
    '  ✔ the user closes (12 ms) the popup (640.65ms)',
    '  ✖ close() closes (0.21ms)',
    '    Error: no',
    '  ﹣ abort (0.1ms) # not here',
    '✖ closing (chromium) (2.13ms)',
    'ℹ tests 3',
    '✖ failing tests:',
    '  ✖ close() closes (0.21ms)',
    '▶ opening (chromium)',
    '  \u001b[32m✔ opens \u001b[90m(3ms)\u001b[39m',
  ].join('\n');
  assert.deepEqual(readSpec(output), [
    { suite: 'closing (chromium)', name: 'the user closes (12 ms) the popup', result: 'passed' },
    { suite: 'closing (chromium)', name: 'close() closes', result: 'failed' },
    { suite: 'closing (chromium)', name: 'abort', result: 'skipped' },
    { suite: 'opening (chromium)', name: 'opens', result: 'passed' },
  ]);
});
