// The runner of the browser tests loses no file: not one that can not be loaded, nor those behind one that ends its process.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { countTests } from '../../scripts/test/counts.mjs';
import { failures } from '../../scripts/test/failures.mjs';

const files = {
  'exits.test.mjs': "test('exits', () => process.exit(3));",
  'breaks.test.mjs': 'nowhere();',
  'fails.test.mjs': "test('fails', () => { throw new Error('as it should'); });",
  'passes.test.mjs': "test('passes', () => {});",
};

test('files that exit, break and fail are told, and the one that passes counts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'));
  try {
    for (const [name, source] of Object.entries(files))
      writeFileSync(join(folder, name), `import { test } from 'node:test';\n${source}\n`);
    const script = `
      import { runWithoutBrowser } from ${JSON.stringify(inRoot('tests/e2e/harness/runner.mjs'))};
      const given = ${JSON.stringify([folder, Object.keys(files)])};
      console.log('all passed:', await runWithoutBrowser(...given));`;
    // Nothing of the environment by which Node's runner would take its output for that of one of its own files.
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    const output = stdout + stderr;
    assert.match(output, /^all passed: false$/m);
    assert.deepEqual(countTests(output), { passed: 1, failed: 2 }, output);
    const why = failures(output).join('\n');
    assert.match(why, /exits\.test\.mjs was ended by itself, with exit code 3\./);
    assert.match(why, /^breaks\.test\.mjs can be loaded \(breaks\.test\.mjs\)[\s\S]*ReferenceError: nowhere/m);
    assert.match(why, /^fails \(.*fails\.test\.mjs:2:1\)[\s\S]*as it should/m);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
