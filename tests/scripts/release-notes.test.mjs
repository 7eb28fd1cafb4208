// What a release says: its part of the changelog, and the hashes of the files for script tags.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { changesOf } from '../../scripts/release-notes.mjs';
import { scriptTags } from '../../scripts/sri.mjs';

const changelog =
  '# Changelog\n\n## 1.2.0 - 2026-01-31\n\n### Added\n\n- One.\n\n## 1.2.0-beta\n\n- Two.\n\n## 1.1.0\n\n- Three.\n';

describe('the notes of a release', () => {
  test('are the part of the changelog that has its number', () => {
    assert.equal(changesOf(changelog, '1.2.0'), '### Added\n\n- One.');
    assert.equal(changesOf(changelog, '1.1.0'), '- Three.');
  });

  test('are refused where the changelog has no such part', () => {
    assert.throws(() => changesOf(changelog, '1.3.0'), /no "## 1\.3\.0"/);
  });

  test('name each file for script tags by its hash', () => {
    const file = 'pkg/dist/global/tray-auth-dialog.js';
    const hash = createHash('sha384')
      .update(readFileSync(inRoot(file)))
      .digest('base64');
    const { version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
    assert.ok(scriptTags().includes(`tray-auth-dialog@${version}/${file}" integrity="sha384-${hash}"`));
    assert.equal(scriptTags().match(/integrity=/g)?.length, 2);
  });
});
