// The entry without WebAssembly, from the tarball, passes the browser tests of the default entry: its core files here;
// the whole suite by `E2E_ENTRY=./js node tests/e2e/run.mjs`.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { installations, run } from './support/install.mjs';
import { unpackInto } from './support/tarball.mjs';

describe('/js', () => {
  let folder;
  let content;
  before(async () => {
    folder = mkdtempSync(join(installations, 'js-'));
    content = await unpackInto(folder);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const file of ['opening', 'messages', 'code', 'vectors']) {
    test(`passes tests/e2e/${file}.test.mjs`, async () => {
      const output = await run(process.execPath, [inRoot('tests', 'e2e', 'run.mjs'), `${file}.test`], {
        env: { E2E_ENTRY: './js', E2E_PACKAGE: content, ENGINES: 'chromium' },
      });
      assert.match(output, /^ℹ pass [1-9]\d*$/m);
    });
  }
});
