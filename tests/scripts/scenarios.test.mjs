// The list of scenarios names tests that are there, and is judged by what they did.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { judge, readScenarios, scenarioTable, stageTable } from '../../scripts/evidence.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';

/** What makes a file one that tests something. */
const aTest = /^\s*(test|it|attack|against|nextSuite|bundlerSuite|appSuite|connects)\(|^\s*#\[test\]/m;

/** @param {string} table @param {string} start @returns {string} the row that begins so */
const row = (table, start) => table.split('\n').find((line) => line.startsWith(`| ${start} |`)) ?? '';

describe('scenarios', () => {
  test('every scenario is held by tests that are there', () => {
    const scenarios = readScenarios();
    assert.ok(scenarios.length >= 75, `${scenarios.length} scenarios`);
    for (const { says, held } of scenarios) {
      assert.ok(Object.keys(held).length > 0, `nothing holds: ${says}`);
      for (const [file, names] of Object.entries(held)) {
        const path = inRoot('tests', file);
        assert.ok(existsSync(path), `tests/${file} is not there: ${says}`);
        const text = readFileSync(path, 'utf8');
        assert.match(text, aTest, `tests/${file} holds no test`);
        for (const name of names)
          assert.ok(
            [name, name.replaceAll('"', '\\"')].some((part) => text.includes(part)),
            `${file} has no "${name}"`,
          );
      }
    }
  });

  test('a scenario has passed where its tests ran and none failed', () => {
    const scenario = { says: '', held: { 'e2e/closing.test.mjs': ['by the user'] } };
    const passed = { file: 'e2e/closing.test.mjs', name: 'the user closes: closed, by the user', result: 'passed' };
    const failed = { ...passed, result: 'failed' };
    assert.equal(judge(scenario, [passed]), 'passed');
    assert.equal(judge(scenario, [passed, failed]), 'failed');
    assert.equal(judge(scenario, [{ ...passed, result: 'skipped' }]), 'not run');
    assert.equal(judge(scenario, [{ ...passed, file: 'attacks/closing.test.mjs' }]), 'not run');
    assert.equal(judge(scenario, [{ ...passed, name: 'another' }]), 'not run');
    assert.equal(judge({ says: '', held: { 'e2e/closing.test.mjs': [] } }, [passed]), 'passed', 'any test of the file');
    assert.equal(judge({ says: '', held: { 'native/origin.rs': [] } }, [passed]), '');
  });
});

describe('the evidence', () => {
  const ran = { at: '2026-11-01T10:00:00.000Z', commit: '1a2b3c4d5e, changed', passed: 5, failed: 0 };

  test('says of each stage what it found and over which sources, or that it has not run', () => {
    const text = stageTable({ native: ran });
    assert.equal(row(text, 'native'), '| native | 5 | 0 | 2026-11-01 at 1a2b3c4d5e, changed |');
    assert.match(row(text, 'e2e firefox'), /\| – \| – \| not run here: `npm test -- --only 'e2e firefox'` \|$/);
  });

  test('says of each scenario how it ended in each engine', () => {
    const file = 'e2e/messages.test.mjs';
    const name = 'resolves once, with authId, authType and authValue';
    const text = scenarioTable({ 'e2e firefox': { ...ran, tests: [{ file, name, result: 'failed' }] } });
    assert.match(row(text, '11'), /\| not run \| failed \| not run \|/);
  });
});
