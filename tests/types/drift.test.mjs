// The names that leave Rust, held against the hand-written types and the facade: none may be missing on either side.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { root } from '../../scripts/lib/paths.mjs';
import { run } from '../packaging/support/install.mjs';
import { eventTypes } from '../../pkg/dialog.js';
import { declared } from './declared.mjs';
import { compilers } from './support.mjs';

/** What the facade adds to what the module gives. */
const facade = { events: { finish: 'AuthResult', error: ['error', 'type'] }, result: ['authValue'] };

/** How the types write each kind of value. */
const written = {
  text: /^string$/,
  texts: /^readonly string\[\]$/,
  flag: /^boolean$/,
  number: /^number$/,
  function: /^\(.+\) => void$/,
  live: /^(AbortSignal|Window)$/,
  code: /^AuthorizationCode|PromiseLike<string>/,
  url: /PromiseLike<string \| URL>/,
  display: /^Element \| "popup" \| "modal"$|^"popup" \| "modal" \| Element$/,
};

describe('drift', () => {
  let rust;
  let types;
  before(async () => {
    const args = ['run', '--quiet', '--example', 'contract', ...(process.env.CI ? ['--locked'] : [])];
    // Cold, cargo builds what the tests of the crate depend on.
    rust = JSON.parse(await run('cargo', args, { cwd: root, timeout: 15 * 60_000 }));
    types = declared((await compilers())('typescript-5.0'));
  });

  const sorted = (names) => [...names].sort();

  test('error codes', () => assert.deepEqual(types.union('ErrorCode'), rust.errorCodes));

  test('states', () => assert.deepEqual(types.union('AuthDialogState'), rust.states));

  test('who closes', () => assert.deepEqual(types.union('ClosedBy'), rust.closedBy));

  test('the result', () =>
    assert.deepEqual(sorted(types.names('AuthResult')), sorted([...rust.result, ...facade.result])));

  test('events and what each holds', () => {
    const result = sorted(types.names('AuthResult'));
    const expected = Object.fromEntries(
      Object.entries({ ...rust.events, error: facade.events.error }).map(([type, names]) => [type, sorted(names)]),
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

  test('options, and those that attachAuthDialog takes too', () => {
    const names = rust.options.map(({ name }) => name);
    assert.deepEqual(sorted(types.names('AuthDialogOptions')), sorted(names));
    const shared = rust.options.filter(({ attach }) => attach).map(({ name }) => name);
    assert.deepEqual(sorted(types.names('AttachOptions')), sorted(shared));
  });

  for (const [group, type] of Object.entries({ popup: 'PopupOptions', frame: 'FrameOptions', labels: 'Labels' })) {
    test(`options of the group ${group}`, () => {
      const { options } = rust.options.find(({ name }) => name === group);
      assert.deepEqual(sorted(types.names(type)), sorted(options.map(({ name }) => name)));
      checkValues(type, options);
      assert.equal(types.written('AuthDialogOptions', group), type);
    });
  }

  test('there is no further group', () => {
    const groups = rust.options.filter(({ kind }) => kind === 'group').map(({ name }) => name);
    assert.deepEqual(sorted(groups), ['frame', 'labels', 'popup']);
  });

  test('values of options', () => checkValues('AuthDialogOptions', rust.options));

  function checkValues(type, options) {
    for (const { name, kind, values } of options) {
      if (kind === 'one of') assert.deepEqual(sorted(types.literals(type, name)), sorted(values), name);
      else if (kind !== 'group') assert.match(types.written(type, name), written[kind], `${name} is ${kind}`);
    }
  }
});
