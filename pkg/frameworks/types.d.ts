// What the entries for frameworks have in common.
import type { AuthDialog, AuthDialogError, AuthDialogOptions, AuthDialogState, AuthResult } from '../index.js';

/** What opens a dialog: `openAuthDialog` of an entry, or of `tray-auth-dialog/testing`. */
export type OpenAuthDialog = (options: AuthDialogOptions) => AuthDialog;

/**
 * The state of the dialog that was opened last. `idle`: none is open, and none has finished or failed; it is `idle` again
 * after a close. `closing` follows your own `close()`. When the user has closed the window and a finish may still come, the state
 * stays `open`.
 */
export type AuthDialogViewState = 'idle' | AuthDialogState;

/** What you can do. None of these needs `this`, and each can be a click handler as it is. */
export interface AuthDialogActions<Result extends AuthResult = AuthResult> {
  /**
   * Opens the dialog with the current options: call it in the click, before any `await`. It closes a dialog that it has opened
   * before.
   * @returns a promise that never rejects: the result, or `undefined` when there is none. `error` and `onError` say why.
   */
  open(this: void): Promise<Result | undefined>;
  /**
   * Opens the latest dialog again, with its own options and a fresh code: call it in a new click, such as that of a "Try
   * again" button. If none was opened, it does what `open` does. It returns what `open` returns.
   */
  retry(this: void): Promise<Result | undefined>;
  /** Closes the dialog, if one is open. */
  close(this: void): void;
}

/** The state of the dialog. */
export interface AuthDialogStatus<Result extends AuthResult = AuthResult> {
  readonly state: AuthDialogViewState;
  /** Whether a dialog is open: disable the button. */
  readonly busy: boolean;
  /** The result of the latest dialog; also when it finished late, after it was closed. */
  readonly result: Result | undefined;
  /**
   * Why the latest dialog failed, also if the call itself threw. Empty when the user closed it: that is not an error. The
   * option `onError` gets the same errors.
   */
  readonly error: AuthDialogError | undefined;
}

/** The state of the dialog, and what you can do. */
export interface AuthDialogView<Result extends AuthResult = AuthResult>
  extends AuthDialogActions<Result>,
    AuthDialogStatus<Result> {}
