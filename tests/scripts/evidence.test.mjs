// The table of evidence says what the reports say, and that something has not run; no more.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { numbers } from '../../scripts/evidence/tables.mjs';
import { readMarked, writeMarked } from '../../scripts/lib/marked.mjs';

const at = '2026-11-01T10:00:00.000Z';
/** @param {string} suite @param {object} content */
const report = (suite, content) => ({ suite, at, commit: '1a2b3c4d5e, changed', ...content });
/** @param {string} text @param {string} start @returns {string} the row that begins so */
const row = (text, start) => text.split('\n').find((line) => line.startsWith(`| ${start}`)) ?? '';

describe('numbers', () => {
  test('without a report every row says that nothing ran, and how to run it', () => {
    const text = numbers([]);
    for (const name of ['Chromium', 'Firefox', 'WebKit']) assert.match(row(text, name), /e2e not run here: `npm test/);
    assert.match(row(text, 'mutants of the core'), /\| – \| not run here: `npm run mutants`/);
    assert.doesNotMatch(text, /\d (of|passed|caught|%)/);
  });

  test('a report says over which sources it is', () => {
    const text = numbers([report('native', { passed: 5, failed: 0 })]);
    assert.match(row(text, 'native tests'), /\| 2026-11-01 at 1a2b3c4d5e, changed \|$/);
  });

  test('mutants that run too long are caught, those that do not compile count for nothing', () => {
    const text = numbers([report('mutants', { caught: 7, missed: 2, timeout: 1, unviable: 5 })]);
    assert.match(row(text, 'mutants of the core'), /8 of 10 caught \(1 .*\), 2 missed; 5 more/);
  });

  test('coverage is never rounded up to all', () => {
    const text = numbers([report('coverage', { covered: { lines: { covered: 9_999, count: 10_000 } } })]);
    assert.match(row(text, 'the core covered'), /lines 99\.9 %/);
  });

  test('an engine has its scenarios, tests and attacks, and a list of what did not pass', () => {
    const suite = 'messages (firefox)';
    const passed = { suite, name: 'unknown messages of the family are events', result: 'passed' };
    const failed = { suite, name: 'resolves once, with authId, authType and authValue', result: 'failed' };
    const impossible = { 'in a way': 'it knows none' };
    const attacks = { files: 2, tries: 1_200, accepted: 0, attacks: [{ attack: 'floods', impossible }] };
    const text = numbers([
      { ...report('e2e', { version: '128.5', tests: [passed, failed] }), engine: 'firefox' },
      { ...report('attacks', { version: '128.5', tests: [], attacks }), engine: 'firefox' },
    ]);
    assert.match(
      row(text, 'Firefox'),
      /^\| Firefox 128\.5 \| 1 of \d+ \| 1 passed, 1 failed \| 1,200 in 2 files \| 0 \|/,
    );
    assert.match(text, /Firefox, scenario 11 failed/);
    assert.match(text, /Firefox, scenario 1 not run/);
    assert.match(text, /Firefox cannot be made to try floods, in a way: it knows none/);
  });
});

describe('a marked part of a document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marked-'));
  const path = join(folder, 'document.md');
  after(() => rmSync(folder, { recursive: true }));

  test('is replaced, and what stands round it stays', () => {
    writeFileSync(path, '# A\n\n<!-- b: written by a command -->\n\nold\n\n<!-- end of b -->\n\nmore\n');
    assert.equal(readMarked(path, 'b'), 'old');
    writeMarked(path, 'b', 'new\nlines');
    assert.equal(readMarked(path, 'b'), 'new\nlines');
    assert.match(readFileSync(path, 'utf8'), /^# A\n[\s\S]*\n\nmore\n$/);
  });

  test('that has lost its comments is no place to write', () => {
    assert.throws(() => writeMarked(path, 'c', 'text'), /has lost the comments round its part "c"/);
  });
});
