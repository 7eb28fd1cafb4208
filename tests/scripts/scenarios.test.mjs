// The list of scenarios names tests that are there, and is judged by what they did.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judge, readScenarios, scenarioProblems } from '../../scripts/evidence/scenarios.mjs';

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
