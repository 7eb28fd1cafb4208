// The test runners of partners, in the simulated pages that they bring: the package is loaded as it is installed, works as far as it
// can there, and says clearly what it cannot do. What is tested stands in consumers/jest and consumers/vitest, as partners write it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Project } from './support/project.mjs';

/** Without it, a runner that prints colours says "3 passed" in several pieces. */
const env = { NO_COLOR: '1', FORCE_COLOR: undefined };

describe('test runners', () => {
  test('Jest, in jsdom, with nothing transformed', async () => {
    const project = await Project.create('jest');
    const output = await project.run('jest', ['--env=jsdom', '--ci', '--transform={}', '--no-cache'], { env });
    assert.match(output, /Tests: +9 passed, 9 total/);
  });

  test('Vitest, in jsdom and in happy-dom', async () => {
    const project = await Project.create('vitest');
    const output = await project.run('vitest', ['run'], { env });
    assert.match(output, /Test Files +2 passed \(2\)/);
    assert.match(output, /Tests +14 passed \(14\)/);
  });
});
