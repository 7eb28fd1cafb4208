// The ready-made texts of `./labels`, held against the types: every language has each label and a sentence for each error code.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { AuthDialogError } from '../../pkg/error.js';
import { de, en, es, fr, labelsFor, userMessage } from '../../pkg/labels.js';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { declared } from './declared.mjs';
import { compilers } from './support.mjs';

const languages = { de, en, es, fr };
const quiet = ['closed', 'aborted', 'superseded'];

describe('ready-made texts', () => {
  let labelNames;
  let codes;
  before(async () => {
    const types = declared((await compilers())('typescript-5.0'));
    labelNames = types.names('Labels');
    codes = types.union('ErrorCode');
  });

  /** What a language lacks, or has too much, by name. */
  function problems({ labels, messages }) {
    const wanted = {
      labels: [labels, labelNames],
      messages: [messages, codes.filter((code) => !quiet.includes(code))],
    };
    return Object.entries(wanted).flatMap(([part, [texts, names]]) => [
      ...names.filter((name) => !texts[name]?.trim()).map((name) => `${part}.${name} is missing or empty`),
      ...Object.keys(texts)
        .filter((name) => !names.includes(name))
        .map((name) => `${part}.${name} is unknown`),
    ]);
  }

  test('every language has every label and every sentence, and nothing else', () => {
    for (const [name, texts] of Object.entries(languages)) assert.deepEqual(problems(texts), [], name);
  });

  test('a text that is missing, empty or unknown is named', () => {
    const { close: _, ...labels } = de.labels;
    assert.deepEqual(
      problems({ labels: { ...labels, title: ' ' }, messages: { ...de.messages, timeout: '', time_out: 'Zu lange.' } }),
      [
        'labels.title is missing or empty',
        'labels.close is missing or empty',
        'messages.timeout is missing or empty',
        'messages.time_out is unknown',
      ],
    );
  });

  test('every file in pkg/labels/ is a language that is exported and found by its own tag', () => {
    const files = readdirSync(inRoot('pkg', 'labels')).map((file) => file.replace(/\.js$/, ''));
    assert.deepEqual(files.sort(), Object.keys(languages));
    for (const [name, texts] of Object.entries(languages)) {
      assert.equal(texts.language, name);
      assert.equal(labelsFor(name), texts.labels);
    }
  });

  test('no language repeats a text of English', () => {
    for (const { language, labels, messages } of [de, es, fr]) {
      const own = Object.values({ ...labels, ...messages });
      const english = Object.values({ ...en.labels, ...en.messages });
      assert.deepEqual(
        own.filter((text) => english.includes(text)),
        [],
        language,
      );
    }
  });

  for (const [tag, texts] of [
    ['de', de],
    ['de-AT', de],
    ['DE_de', de],
    ['fr-CA', fr],
    ['es-419', es],
    ['en-GB', en],
    ['', en],
    [undefined, en],
    ['nl', en],
    ['deu', en],
    ['constructor', en],
  ])
    test(`the tag ${JSON.stringify(tag)} gives ${texts.language}`, () => {
      assert.equal(labelsFor(tag), texts.labels);
      assert.equal(userMessage(new AuthDialogError('timeout', ''), tag), texts.messages.timeout);
    });

  test('an error has the sentence of its code, in English by default', () => {
    for (const code of codes) {
      const wanted = quiet.includes(code) ? undefined : es.messages[code];
      assert.equal(userMessage(new AuthDialogError(code, ''), es), wanted, code);
    }
    assert.equal(userMessage(new AuthDialogError('timeout', '')), en.messages.timeout);
  });

  test('nothing is to be shown of a dialog that was closed, aborted or superseded, unless the texts say so', () => {
    const own = { ...en, messages: { ...en.messages, closed: 'Nothing has changed.' } };
    for (const code of quiet) {
      const wanted = code === 'closed' ? 'Nothing has changed.' : undefined;
      assert.equal(userMessage(new AuthDialogError(code, ''), own), wanted, code);
    }
  });

  test('anything else gets the general sentence', () => {
    for (const error of [
      new Error('of the back end'),
      undefined,
      new AuthDialogError('of_a_later_version', ''),
      new AuthDialogError('toString', ''),
    ])
      assert.equal(userMessage(error, fr), fr.messages.internal);
  });
});
