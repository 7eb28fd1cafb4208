// npm publishes nothing while it is not known where the repository is, where a defect is reported, and who hears of a weakness.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { toFillIn } from '../../scripts/publishable.mjs';

const manifest = {
  repository: { type: 'git', url: 'git+https://example.com/tray-auth-dialog.git' },
  bugs: { url: 'https://example.com/tray-auth-dialog/issues' },
};
const security = 'Write to security@example.com.';

describe('publishing', () => {
  test('is refused by npm, in one sentence that names what to fill in, before anything is packed', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'publishing-'));
    t.after(() => rmSync(folder, { recursive: true }));
    cpSync(inRoot('scripts'), join(folder, 'scripts'), { recursive: true });
    const real = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    const bugs = { url: 'https://fill-in.invalid/issues' };
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...real, ...manifest, bugs }));
    writeFileSync(join(folder, 'SECURITY.md'), 'Write to security@fill-in.invalid.');
    const { status, stderr } = spawnSync('npm', ['publish', '--dry-run'], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 60_000,
    });
    assert.notEqual(status, 0);
    assert.deepEqual(
      stderr.split('\n').filter((line) => line.includes('Not published')),
      [
        'Not published, because there is a placeholder in `bugs` in package.json, the contact in SECURITY.md: fill in the real one first.',
      ],
    );
  });

  test('is allowed when all is filled in', () => {
    assert.deepEqual(toFillIn(manifest, security), []);
  });

  test('is not when a field is missing or a placeholder is left, and each of them is named', () => {
    assert.deepEqual(toFillIn({ ...manifest, bugs: undefined }, security), ['`bugs` in package.json']);
    assert.deepEqual(
      toFillIn(
        { ...manifest, repository: { type: 'git', url: 'git+https://fill-in.invalid/a.git' } },
        'Write to security@fill-in.invalid.',
      ),
      ['`repository` in package.json', 'the contact in SECURITY.md'],
    );
  });
});
