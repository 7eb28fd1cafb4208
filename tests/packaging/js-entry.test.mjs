// The entry without WebAssembly, from the tarball, passes the browser tests of the default entry: its core files here;
// the whole suite by `E2E_ENTRY=./js node tests/e2e/run.mjs`.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { run } from './support/install.mjs';
import { temporaryFolder } from './support/temporary.mjs';
import { unpackInto } from './support/tarball.mjs';

describe('/js', () => {
  let folder;
  let content;
  before(async () => {
    folder = temporaryFolder('js');
    content = await unpackInto(folder);
  });

  const files = ['messages', 'code', 'vectors'];
  test(`passes ${files.map((file) => `tests/e2e/${file}.test.mjs`).join(', ')}`, async () => {
    const names = files.map((file) => `${file}.test`);
    const output = await run(process.execPath, [inRoot('tests', 'e2e', 'run.mjs'), ...names], {
      env: { E2E_ENTRY: './js', E2E_PACKAGE: content, ENGINES: 'chromium' },
    });
    const ran = output.split(/^\S*✔ \S+\.test\.mjs .*$/m).slice(0, -1);
    assert.equal(ran.length, files.length);
    for (const tests of ran) assert.match(tests, /^ +\S*✔ /m);
  });
});
