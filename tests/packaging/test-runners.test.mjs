// The test runners of partners, in the simulated pages that they bring: the package is loaded as it is installed, works as far as it
// can there, and says clearly what it cannot do. What is tested stands in
// consumers/jest and consumers/vitest, as partners write it, and in docs/testing.md.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { sample } from './support/docs.mjs';
import { Project } from './support/project.mjs';

/** Without it, a runner that prints colours says "3 passed" in several pieces. */
const env = { NO_COLOR: '1', FORCE_COLOR: undefined };

describe('test runners', () => {
  test('Jest, in jsdom, with nothing transformed', async () => {
    const project = await Project.create('jest');
    writeFileSync(project.path('sample.test.js'), sample('docs/testing.md', 'js', 'jest.mock('));
    const output = await project.run('jest', ['--env=jsdom', '--ci', '--transform={}', '--no-cache'], { env });
    assert.match(output, /Tests: +13 passed, 13 total/);
  });

  test('Vitest, in jsdom and in happy-dom', async () => {
    const project = await Project.create('vitest');
    for (const page of ['jsdom', 'happy-dom']) {
      const inPage = (name, source) =>
        writeFileSync(project.path(`${name}-${page}.test.js`), `// @vitest-environment ${page}\n${source}`);
      inPage('own', `import { environment } from './environment.js';\nenvironment('${page}');`);
      inPage('sample', sample('docs/testing.md', 'js', 'vi.mock('));
    }
    const output = await project.run('vitest', ['run'], { env });
    assert.match(output, /Test Files +4 passed \(4\)/);
    assert.match(output, /Tests +16 passed \(16\)/);
  });
});
