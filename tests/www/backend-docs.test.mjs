// What docs/backend.md tells partners to send, held against the schema of the simulated Tray.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, validate } from 'graphql';
import { schema } from '../../www/tray/graphql/schema.mjs';
import { codeBlocks } from '../packaging/support/docs.mjs';

test('every operation that docs/backend.md shows is one of the API', () => {
  const operations = codeBlocks('docs/backend.md', 'graphql');
  assert.equal(operations.length, 4);
  for (const operation of operations) assert.deepEqual(validate(schema, parse(operation)), [], operation);
});
