// The ready-made texts of `./labels`, held against the types: every language has each label and a sentence for each error code.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { AuthDialogError } from '../../pkg/error.js';
import * as entry from '../../pkg/labels.js';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { declared } from './declared.mjs';
import { compilers } from './support.mjs';

const { de, en, es, fr, labelsFor, userMessage } = entry;
/** Those that the entry exports. @type {Record<string, import('../../pkg/labels.js').Texts>} */
const languages = Object.fromEntries(Object.entries(entry).filter(([, value]) => typeof value === 'object'));
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
    assert.deepEqual(files.sort(), Object.keys(languages).sort());
    for (const [name, texts] of Object.entries(languages)) {
      assert.equal(texts.language, name);
      assert.equal(labelsFor(name), texts.labels);
    }
  });

  /** What its readers would see as a typing error. @param {string} text @param {string} language */
  function typingErrors(text, language) {
    const rules = {
      'an apostrophe or quotation mark of a typewriter': /['"]/,
      'three dots for an ellipsis': /\.\./,
      'a space too many': /^\s|\s$|\s{2}/,
      ...(language === 'de' && { 'no space that does not break before an ellipsis': /[^\u00a0]…/ }),
      ...(language === 'fr' && { 'no narrow space that does not break before ? ! : or ;': /[^\u202f][?!:;]/ }),
      ...(language === 'es' && { 'a question without ¿': /^[^¿]*\?/ }),
    };
    return Object.entries(rules).flatMap(([rule, pattern]) => (pattern.test(text) ? [`${rule}: ${text}`] : []));
  }

  test('every text has the quotation marks, spaces and signs of its language', () => {
    const found = Object.values(languages).flatMap(({ language, labels, messages }) =>
      Object.values({ ...labels, ...messages }).flatMap((text) => typingErrors(text, language)),
    );
    assert.deepEqual(found, []);
    assert.equal(typingErrors("Un problème ? L'erreur..", 'fr').length, 3);
    assert.equal(typingErrors('Problemas? ', 'es').length, 2);
    assert.equal(typingErrors('Lädt…', 'de').length, 1);
  });

  test('no language repeats a text of English', () => {
    for (const { language, labels, messages } of Object.values(languages).filter((texts) => texts !== en)) {
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
