/**
 * Ready-made texts for end users, in English, German, French and Spanish: the labels of the dialogs, and a sentence for each error.
 *
 * ```ts
 * import { openAuthDialog, type OpenOptions } from 'tray-auth-dialog';
 * import { labelsFor, userMessage } from 'tray-auth-dialog/labels';
 *
 * const language = document.documentElement.lang;
 *
 * async function connect(options: OpenOptions, show: (text: string) => void) {
 *   try {
 *     return await openAuthDialog({ ...options, labels: labelsFor(language) }).result;
 *   } catch (error) {
 *     console.error(error); // for the developer
 *     const text = userMessage(error, language);
 *     if (text) show(text); // for the end user
 *   }
 * }
 * ```
 *
 * @packageDocumentation
 */
import type { ErrorCode, Labels } from './index.js';

/** The codes for which there is nothing to show: the user changed their mind, or the page did. */
export type QuietCode = 'closed' | 'aborted' | 'superseded';

/** A sentence for each error code. Those of {@link QuietCode} need none. */
export type UserMessages = { readonly [Code in Exclude<ErrorCode, QuietCode>]: string } & {
  readonly [Code in QuietCode]?: string;
};

/** All texts of one language. */
export interface Texts {
  /** Its BCP 47 tag, such as `de`. */
  readonly language: string;
  /** For the option `labels`. */
  readonly labels: { readonly [Name in keyof Labels]-?: string };
  /** For {@link userMessage}. */
  readonly messages: UserMessages;
}

/** English */
export const en: Texts;
/** German */
export const de: Texts;
/** French */
export const fr: Texts;
/** Spanish */
export const es: Texts;

/**
 * The labels for the option `labels` in the language of a BCP 47 tag, such as `de-AT` or `document.documentElement.lang`; in
 * English if there is no tag, or none of its language.
 */
export function labelsFor(language?: string): Texts['labels'];

/**
 * The sentence to show the end user when a dialog has failed; `undefined` when there is nothing to show ({@link QuietCode}). An
 * error of anything else, such as your own request, gets the general sentence, that of `internal`.
 * @param error - what was thrown, or what `result` was rejected with
 * @param texts - a BCP 47 tag, as for {@link labelsFor}, or the texts of a language, also your own; English by default
 */
export function userMessage(error: unknown, texts?: string | Texts): string | undefined;
