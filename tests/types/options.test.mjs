// An option that is in the table of src/core/fields.rs is everywhere else, too: a test that fails says which one is missing
// where. CONTRIBUTING.md has the list of these places under "To add".
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { attributes, properties } from '../../pkg/element/options.js';
import { parts } from '../../pkg/options.js';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { wrong } from '../e2e/bad-options.mjs';
import { declared } from './declared.mjs';
import { compilers, contract } from './support.mjs';

/** The types of the groups. */
const groups = { popup: 'PopupOptions', frame: 'FrameOptions', labels: 'Labels' };

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

/** The text of every file in `folder` that ends in `ending` and that the build does not write. */
function textOf(folder, ending) {
  const files = readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' });
  const wanted = files.filter((file) => file.endsWith(ending) && !/^(dist|generated)\b/.test(file));
  return wanted.map((file) => readFileSync(inRoot(folder, file), 'utf8')).join('\n');
}

const isWordOf = (text, word) => new RegExp(`\\b${word.replaceAll('.', '\\.')}\\b`).test(text);

describe('every option', () => {
  /** Those of groups after their group: `{ path, type, name, kind, slot, … }`. */
  let options;
  let types;
  before(async () => {
    const flat = (fields, type, prefix = '') =>
      fields.flatMap(({ options: inner = [], ...field }) => [
        { ...field, type, path: prefix + field.name },
        ...flat(inner, groups[field.name], `${field.name}.`),
      ]);
    options = flat((await contract()).options, 'AuthDialogOptions');
    types = declared((await compilers())('typescript-5.0'));
  });

  const pathsOf = (wanted) => options.filter(wanted).map(({ path }) => path);

  /** @param {string} what is not so @param {(option: any) => boolean} holds */
  function each(what, holds) {
    const forgotten = pathsOf((option) => !holds(option));
    assert.equal(forgotten.length, 0, `${what}: ${forgotten.join(', ')}`);
  }

  const same = (left, right) => assert.deepEqual([...left].sort(), [...right].sort());

  test('is declared in pkg/index.d.ts, and no other is', () => {
    each('a group without a type here', ({ kind, name }) => kind !== 'group' || name in groups);
    each('not in pkg/index.d.ts', ({ type, name }) => types.names(type).includes(name));
    for (const type of ['AuthDialogOptions', ...Object.values(groups)]) {
      const own = options.filter((option) => option.type === type);
      same(
        types.names(type),
        own.map(({ name }) => name),
      );
    }
  });

  test('is declared with the values that it takes', () => {
    for (const { path, type, name, kind, values } of options) {
      if (kind === 'one of') same(types.literals(type, name), values);
      else if (kind === 'group') assert.equal(types.written(type, name), groups[name]);
      else assert.match(types.written(type, name), written[kind], `${path} is ${kind}`);
    }
  });

  test('that attachAuthDialog takes is declared for it, and no other is', () => {
    same(
      types.names('AttachOptions'),
      pathsOf(({ attach }) => attach),
    );
  });

  test('is used', () => {
    // The table itself writes no `Slot::` but that of what is only checked.
    const rust = textOf('src', '.rs');
    const javascript = textOf('pkg', '.js');
    each('read, and used nowhere in src/ or pkg/', ({ path, name, slot, kind }) => {
      if (kind === 'group') return true;
      const object = path.includes('.') ? path.split('.')[0] : 'options';
      if (slot !== 'Checked') return isWordOf(rust, `Slot::${slot}`);
      // By name, or as the callback of an event in a table.
      return isWordOf(javascript, `${object}.${name}`) || javascript.includes(`: '${name}'`);
    });
  });

  test('that is an object or a list is copied by pkg/options.js', () => {
    same(
      parts,
      pathsOf(({ kind }) => kind === 'group' || kind === 'texts'),
    );
  });

  test('is a property of the element, and an attribute of it unless it is a live object or a function', () => {
    same(
      properties,
      pathsOf(({ path }) => !path.includes('.')),
    );
    same(
      attributes.map(({ path }) => path),
      pathsOf(({ kind }) => !['group', 'function', 'live'].includes(kind)),
    );
  });

  test('has a value that it does not take, in tests/e2e/bad-options.mjs or tests/vectors/', () => {
    const vectors = ['urls', 'given-urls'].flatMap(
      (name) => JSON.parse(readFileSync(inRoot('tests', 'vectors', `${name}.json`), 'utf8')).cases,
    );
    const tried = [...Object.values(wrong).flatMap(Object.keys), ...vectors.map(({ field }) => field)];
    each('without a bad value', ({ path }) => tried.includes(path));
  });

  test('is in the README or in docs/', () => {
    const text = [textOf('docs', '.md'), readFileSync(inRoot('README.md'), 'utf8')].join('\n');
    const code = text.match(/```[\s\S]*?```|`[^`\n]+`/g).join('\n');
    each('not in README.md or docs/', ({ path }) => isWordOf(code, path));
  });
});
