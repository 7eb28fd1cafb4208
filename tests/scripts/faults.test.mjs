// The faults on purpose can be made in today's sources, and a test file that must catch each is there.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { faultProblems, misfit, readFaults } from '../../scripts/faults/read.mjs';

describe('faults on purpose', () => {
  test('each applies to the sources as they are', async () => {
    const faults = await readFaults();
    assert.deepEqual(faultProblems(faults), []);
    assert.ok(faults.length >= 100, `${faults.length} faults`);
  });

  test('each layer and each file of the facade that decides something has some', async () => {
    const files = (await readFaults()).map(({ file }) => file);
    for (const part of ['pkg/', 'src/dom/', 'src/dialogs/']) {
      assert.ok(files.filter((file) => file.startsWith(part)).length >= 30, part);
    }
  });

  const good = {
    name: 'no source is asked for',
    file: 'pkg/error.js',
    find: 'class AuthDialogError',
    replace: 'class Other',
    users: 'an error has another name',
    caughtBy: 'e2e/events',
  };

  test('one whose text is not there, or is there twice, is named with the reason', () => {
    assert.equal(misfit(good), undefined);
    assert.match(misfit({ ...good, find: 'no such text' }) ?? '', /not stand in pkg\/error.js any more/);
    assert.match(misfit({ ...good, find: 'error' }) ?? '', /stands in pkg\/error.js \d+ times/);
    assert.match(misfit({ ...good, file: 'pkg/gone.js' }) ?? '', /is not there/);
  });

  test('one that is badly written is named, a sentence for each mistake', () => {
    const bad = { ...good, replace: good.find, users: '', caughtBy: 'native/origin' };
    assert.equal(faultProblems([bad]).length, 4);
    assert.equal(faultProblems([{ ...good, file: 'README.md', find: '# ' }]).length > 0, true);
    assert.equal(faultProblems([good, good]).length, 2);
    assert.match(
      faultProblems([{ ...good, caughtBy: 'e2e/no-such' }])[0],
      /^no source is asked for: tests\/e2e\/no-such/,
    );
  });
});
