// @ts-check
// The entry with ready-made texts: the labels of the dialogs, and a message for each error, in several languages. Each language
// is a file in labels/. Types: labels.d.ts. Imports `error` and the languages.
import { isAuthDialogError } from './error.js';
import { de } from './labels/de.js';
import { en } from './labels/en.js';
import { es } from './labels/es.js';
import { fr } from './labels/fr.js';

export { de, en, es, fr };

/** @param {string} [language] a BCP 47 tag, whose first part decides; `_` works too, as many systems write it */
function textsFor(language = '') {
  const [first] = language.toLowerCase().split(/[-_]/);
  return [de, es, fr].find((texts) => texts.language === first) || en;
}

/** @param {string} [language] */
export const labelsFor = (language) => textsFor(language).labels;

/**
 * @param {unknown} error
 * @param {string | import('./labels.js').Texts} [texts]
 * @returns {string | undefined}
 */
export function userMessage(error, texts) {
  const { messages } = typeof texts === 'object' ? texts : textsFor(texts);
  const code = isAuthDialogError(error) ? /** @type {import('./index.js').AuthDialogError} */ (error).code : 'internal';
  if (code === 'closed' || code === 'aborted' || code === 'superseded') return messages[code];
  // A code of a later version has no message here.
  return Object.prototype.hasOwnProperty.call(messages, code) ? messages[code] : messages.internal;
}
