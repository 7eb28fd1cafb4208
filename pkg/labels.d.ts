/**
 * Ready-made texts for end users, in English, German, French and Spanish: the labels of the dialogs, and a message for each
 * error.
 *
 * ```ts
 * import { type AuthDialogOptions, openAuthDialog } from 'tray-auth-dialog';
 * import { labelsFor, userMessage } from 'tray-auth-dialog/labels';
 *
 * const language = document.documentElement.lang;
 *
 * async function connect(options: AuthDialogOptions, show: (text: string) => void) {
 *   try {
 *     return await openAuthDialog({ ...options, labels: labelsFor(language) }).result;
 *   } catch (error) {
 *     const text = userMessage(error, language);
 *     if (!text) return; // the end user closed the dialog, or the page did
 *     console.error(error); // for the developer
 *     show(text); // for the end user
 *   }
 * }
 * ```
 *
 * @packageDocumentation
 */
import type { ErrorCode, Labels } from './index.js';

/** The codes that need no message: the user or the page closed the dialog on purpose. */
export type QuietCode = 'closed' | 'aborted' | 'superseded';

/** A message for each error code. Those of {@link QuietCode} need none. */
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
 * Returns the labels for the option `labels` in the language of a BCP 47 tag, such as `de-AT` or
 * `document.documentElement.lang`. Without a tag, or for a language that is not included, they are in English.
 */
export function labelsFor(language?: string): Texts['labels'];

/**
 * Returns the message to show the end user when a dialog has failed, or `undefined` when there is nothing to show ({@link
 * QuietCode}). Any other error, such as one from your own request, gets the general message, that of `internal`.
 * @param error - what was thrown, or what `result` rejected with
 * @param texts - a BCP 47 tag, as for {@link labelsFor}, or the texts of a language, including your own; English by default
 */
export function userMessage(error: unknown, texts?: string | Texts): string | undefined;
