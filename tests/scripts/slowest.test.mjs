// The test files that took longest, as `npm test` says at its end.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { countTests } from '../../scripts/test/counts.mjs';
import { failures } from '../../scripts/test/failures.mjs';
import { fileTimes, slowest } from '../../scripts/test/slowest.mjs';
import { testReporters } from '../../scripts/test/stages.mjs';

describe('fileTimes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'slowest-'));
  after(() => rmSync(folder, { recursive: true }));

  /** @param {Record<string, string>} files @returns {string[]} their paths */
  const write = (files) =>
    Object.entries(files).map(([name, source]) => {
      writeFileSync(join(folder, name), `import { describe, it } from 'node:test';\n${source}`);
      return join(folder, name);
    });
  /** Nothing of the environment by which Node's runner would take its output for that of one of its own files. */
  const alone = { encoding: /** @type {const} */ ('utf8'), env: { PATH: process.env.PATH } };
  const slow = "describe('suite', () => { it('waits', () => new Promise((done) => setTimeout(done, 300))); });";
  const failing = "it('fails', () => { throw new Error('no'); });";

  it("reads each file's time off Node's runner, whose own report stays as it is", () => {
    const paths = write({ 'slow.test.mjs': slow, 'fails.test.mjs': failing });
    const { stdout } = spawnSync(process.execPath, ['--test', ...testReporters, ...paths], alone);
    const times = fileTimes(stdout);
    assert.deepEqual(times.map(({ file }) => basename(file)).sort(), ['fails.test.mjs', 'slow.test.mjs'], stdout);
    assert.ok((times.find(({ file }) => basename(file) === 'slow.test.mjs')?.ms ?? 0) >= 290, stdout);
    assert.deepEqual(countTests(stdout), { passed: 1, failed: 1 });
    assert.equal(failures(stdout).length, 1);
  });

  it('reads them off the runner of the browser tests, but for a file that ends its process', () => {
    const sources = { 'slow.test.mjs': slow, 'exits.test.mjs': "it('exits', () => process.exit(3));" };
    const names = write({ ...sources, 'fails.test.mjs': failing }).map((path) => basename(path));
    const script = `
      import { runWithoutBrowser } from ${JSON.stringify(inRoot('tests/e2e/harness/runner.mjs'))};
      await runWithoutBrowser(${JSON.stringify(folder)}, ${JSON.stringify(names)});`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], alone);
    const times = fileTimes(stdout + stderr);
    assert.deepEqual(times.map(({ file }) => file).sort(), ['fails.test.mjs', 'slow.test.mjs'], stdout);
    assert.ok((times.find(({ file }) => file === 'slow.test.mjs')?.ms ?? 0) >= 290, stdout);
  });

  it('adds up the suites of a file, and takes those of a process that broke off for no other file', () => {
    const output = [
      '✔ lost (1000ms)',
      '✖ tests/e2e/lost.test.mjs was ended by SIGKILL.',
      '▶ first (chromium)',
      '  ✔ inner (70ms)',
      '\u001b[32m✔ first (chromium) (100.5ms)\u001b[39m',
      '✖ second (chromium) (20ms)',
      '✔ two.test.mjs has ended (1ms)',
      'ℹ tests 3',
      '✖ second (chromium) (20ms)',
      'ℹ tests 3',
      '✔ none.test.mjs has ended (1ms)',
    ].join('\n');
    assert.deepEqual(fileTimes(output), [{ file: 'two.test.mjs', ms: 120.5 }]);
  });

  it('finds none in the output of cargo', () => {
    assert.deepEqual(fileTimes('test result: ok. 41 passed; 0 failed; finished in 0.01s'), []);
  });
});

describe('slowest', () => {
  it('lists the ten that took longest, each with its stage', () => {
    const times = Array.from({ length: 12 }, (_, index) => ({ file: `${index}.test.mjs`, ms: index * 1000 }));
    const lines = slowest([{ name: 'native' }, { name: 'e2e chromium', times }]).split('\n');
    assert.equal(lines.length, 11);
    assert.match(lines[1] ?? '', /^ +11\.0 s {2}e2e chromium +11\.test\.mjs$/);
    assert.match(lines[10] ?? '', / 2\.test\.mjs$/);
  });

  it('says nothing when no time is known', () => {
    assert.equal(slowest([{ name: 'native' }, { name: 'types', times: [] }]), '');
  });
});
