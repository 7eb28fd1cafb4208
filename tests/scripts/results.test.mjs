// What `npm test` knows of a run: counts, why what failed did so, and how long each file took, by the record of Node's runner.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { reporters } from '../../scripts/test/record.mjs';
import { countTests, failures, fileTimes, recorded } from '../../scripts/test/results.mjs';
import { slowest } from '../../scripts/test/closing.mjs';

const folder = mkdtempSync(join(tmpdir(), 'results-'));
after(() => rmSync(folder, { recursive: true }));

/**
 * Runs files as a process of their own, with nothing of the environment by which Node's runner would take its output for that of
 * one of its own files.
 * @param {Record<string, string>} files
 * @param {(paths: string[]) => string[]} args of Node
 */
const run = (files, args) =>
  recorded(async (record) => {
    const paths = Object.entries(files).map(([name, source]) => {
      const path = join(folder, name);
      writeFileSync(path, `import { before, describe, it } from 'node:test';\n${source}\n`);
      return path;
    });
    const env = { PATH: process.env.PATH, ...record };
    /** @type {string} */
    const output = await new Promise((done) => {
      execFile(process.execPath, args(paths), { env }, (_error, stdout, stderr) => done(stdout + stderr));
    });
    return { output };
  });

/** By Node's own runner. @param {Record<string, string>} files */
const byNode = (files) => run(files, (paths) => ['--test', ...reporters, ...paths]);

/** By the one of the browser tests. @param {Record<string, string>} files */
const byBrowserRunner = (files) =>
  run(files, (paths) => {
    const names = JSON.stringify(paths.map((path) => basename(path)));
    const script = `
      import { runWithoutBrowser } from ${JSON.stringify(inRoot('tests/e2e/harness/runner.mjs'))};
      console.log('all passed:', await runWithoutBrowser(${JSON.stringify(folder)}, ${names}));`;
    return ['--input-type=module', '--eval', script];
  });

const failing = "it('fails', () => { throw new Error('the first\\n\\nand more'); });";
const slow = "describe('suite', () => { it('waits', () => new Promise((done) => setTimeout(done, 300))); });";

describe("the record of Node's runner", () => {
  it('has each test once, in what suite it is, and how it ended', async () => {
    const { results } = await byNode({
      'some.test.mjs': `describe('outer', () => {
        it('holds', () => {});
        describe('inner', () => { it.skip('waits', () => {}); ${failing} });
      });`,
    });
    assert.deepEqual(
      results.filter(({ isSuite }) => !isSuite).map(({ suite, name, result }) => [suite, name, result]),
      [
        ['outer', 'holds', 'passed'],
        ['outer', 'waits', 'skipped'],
        ['outer', 'fails', 'failed'],
      ],
    );
    assert.deepEqual(countTests(results), { passed: 1, failed: 1 });
  });

  it('tells what failed by its place and why, without what is of Node itself, and the command', async () => {
    const { results, output } = await byNode({ 'some.test.mjs': failing });
    const [text = '', ...others] = failures(results, output, ({ name, file }) => `${name} in ${basename(file ?? '')}`);
    assert.equal(others.length, 0);
    assert.match(
      text,
      /^fails \(.*some\.test\.mjs:2\)\n {2}Error: the first\n {2}and more\n[\s\S]*\n {2}alone: fails in some\.test\.mjs$/,
    );
    assert.doesNotMatch(text, /node:internal/);
  });

  it('takes a test that was cancelled for one that failed, and tells what its suite broke on', async () => {
    const broken =
      "describe('suite', () => { before(() => { throw new Error('no hook'); }); it('holds', () => {}); });";
    const { results, output } = await byNode({ 'some.test.mjs': broken });
    assert.deepEqual(countTests(results), { passed: 0, failed: 1 });
    assert.match(failures(results, output).join('\n'), /^suite \(.*\n {2}Error: no hook/m);
  });

  it('has a file that cannot be loaded', async () => {
    const { results, output } = await byNode({ 'breaks.test.mjs': 'nowhere();' });
    assert.deepEqual(countTests(results), { passed: 0, failed: 1 });
    assert.match(failures(results, output).join('\n'), /breaks\.test\.mjs/);
  });

  it('has the time of each file', async () => {
    const { results } = await byNode({ 'slow.test.mjs': slow, 'fails.test.mjs': failing });
    const times = new Map(fileTimes(results).map(({ file, ms }) => [basename(file), ms]));
    assert.deepEqual([...times.keys()].sort(), ['fails.test.mjs', 'slow.test.mjs']);
    assert.ok((times.get('slow.test.mjs') ?? 0) >= 290);
  });
});

describe('the record of the browser tests', () => {
  it('has files that exit, break, fail and pass, each with its name and time', async () => {
    const { results, output } = await byBrowserRunner({
      'exits.test.mjs': "it('exits', () => process.exit(3));",
      'breaks.test.mjs': 'nowhere();',
      'fails.test.mjs': failing,
      'slow.test.mjs': slow,
    });
    assert.match(output, /^all passed: false$/m);
    assert.deepEqual(countTests(results, output), { passed: 1, failed: 2 }, output);
    const why = failures(results, output).join('\n');
    assert.match(why, /exits\.test\.mjs was ended by itself, with exit code 3\./);
    assert.match(why, /^breaks\.test\.mjs can be loaded \(breaks\.test\.mjs\)[\s\S]*ReferenceError: nowhere/m);
    assert.match(why, /^fails \(fails\.test\.mjs:2\)\n {2}Error: the first/m);
    assert.ok((fileTimes(results).find(({ file }) => file === 'slow.test.mjs')?.ms ?? 0) >= 290, output);
  });

  it('tells the file that a test is in, when two files have a test of that name', async () => {
    const { results, output } = await byBrowserRunner({ 'one.test.mjs': failing, 'two.test.mjs': failing });
    assert.deepEqual(
      failures(results, output, ({ file }) => file)
        .map((text) => text.split('  alone: ')[1])
        .sort(),
      ['one.test.mjs', 'two.test.mjs'],
    );
  });
});

describe('the output of cargo', () => {
  const output = [
    'test core::origin::tests::one ... FAILED',
    'test result: ok. 41 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s',
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
    '\u001b[31mtest result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\u001b[0m',
  ].join('\n');

  it('has the counts of all its test programs', () => {
    assert.deepEqual(countTests([], output), { passed: 42, failed: 2 });
    assert.deepEqual(countTests([], 'a test printed: 7 passed'), { passed: 0, failed: 0 });
  });

  it('has what failed', () => {
    assert.deepEqual(
      failures([], output, ({ name, cargo }) => `${cargo} ${name}`),
      [
        "core::origin::tests::one\n  thread 'core::origin::tests::one' panicked at src/core/origin.rs:5:9:\n  assertion failed: false\n  alone: true core::origin::tests::one",
        'vectors\n  second\n  alone: true vectors',
      ],
    );
  });
});

describe('the slowest files', () => {
  it('are the ten that took longest, each with its stage', () => {
    const times = Array.from({ length: 12 }, (_, index) => ({ file: `${index}.test.mjs`, ms: index * 1000 }));
    const lines = slowest([{ name: 'native' }, { name: 'e2e chromium', times }]).split('\n');
    assert.equal(lines.length, 11);
    assert.match(lines[1] ?? '', /^ +11\.0 s {2}e2e chromium +11\.test\.mjs$/);
    assert.match(lines[10] ?? '', / 2\.test\.mjs$/);
  });

  it('are not told when no time is known', () => {
    assert.equal(slowest([{ name: 'native' }, { name: 'types', times: [] }]), '');
  });
});
