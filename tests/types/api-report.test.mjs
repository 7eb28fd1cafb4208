// The public API is the one of the committed reports: whoever changes it makes them anew, and a reviewer sees it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { committed, entries, makeReports } from './api-report.mjs';

describe('the public API', () => {
  let reports;
  before(async () => {
    reports = await makeReports();
  });

  for (const entry of entries) {
    test(`${entry}: is as reported; if the change is wanted: node tests/types/api-report.mjs --update`, () => {
      const { report } = reports.find((made) => made.entry === entry);
      assert.equal(report, readFileSync(committed(entry), 'utf8'));
    });

    test(`${entry}: every type that is used is exported, and refers to what exists`, () => {
      const { problems } = reports.find((made) => made.entry === entry);
      assert.deepEqual(problems, []);
    });
  }
});
