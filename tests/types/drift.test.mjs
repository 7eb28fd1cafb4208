// The names that leave Rust, held against the hand-written types and the facade: none may be missing on either side.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { eventTypes } from '../../pkg/dialog.js';
import { declared } from './declared.mjs';
import { compilers, contract } from './support.mjs';

describe('drift', () => {
  let rust;
  let types;
  before(async () => {
    rust = await contract();
    types = declared((await compilers())('typescript-5.0'));
  });

  const sorted = (names) => [...names].sort();

  for (const [type, names] of [
    ['ErrorCode', 'errorCodes'],
    ['AuthDialogState', 'states'],
    ['ClosedBy', 'closedBy'],
  ])
    test(type, () => assert.deepEqual(types.union(type), rust[names]));

  test('the result', () => assert.deepEqual(sorted(types.names('AuthResult')), sorted(rust.result)));

  test('events and what each holds', () => {
    const result = sorted(types.names('AuthResult'));
    const expected = Object.fromEntries(
      // The facade adds the error itself.
      Object.entries({ ...rust.events, error: ['error', 'type'] }).map(([type, names]) => [type, sorted(names)]),
    );
    for (const type of ['finish', 'late-finish']) expected[type] = sorted([...result, 'type']);
    assert.deepEqual(types.kinds('AuthDialogEvent'), expected);
  });

  test('events of the facade', () => {
    assert.deepEqual(sorted(eventTypes), sorted(Object.keys(types.kinds('AuthDialogEvent'))));
  });

  test('messages and what each holds', () => {
    const expected = Object.entries(rust.messages).map(([type, names]) => [type, sorted(names)]);
    assert.deepEqual(types.kinds('AuthMessage'), Object.fromEntries(expected));
  });
});
