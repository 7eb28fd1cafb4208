// What the entries for frameworks have in common.
import type { AuthDialog, AuthDialogError, AuthDialogOptions, AuthDialogState, AuthResult } from '../index.js';

/** What opens a dialog: `openAuthDialog` of an entry, or of `tray-auth-dialog/testing`. */
export type OpenAuthDialog = (options: AuthDialogOptions) => AuthDialog;

/**
 * The state of the dialog that was opened last. `idle`: none is open, and none has finished or failed; so it is again when one
 * was closed. `closing` follows a `close()` of yours; while the package waits whether a window that the user has closed still
 * finishes, the state stays `open`.
 */
export type AuthDialogViewState = 'idle' | AuthDialogState;

/** What can be done. None of these needs `this`, and each can be a click's handler as it is. */
export interface AuthDialogActions<Result extends AuthResult = AuthResult> {
  /**
   * Opens the dialog, with the options of now: call it in the click, before any `await`. One that this has opened before is
   * closed.
   * @returns a promise that never rejects: the result, or `undefined` when there is none. `error` and `onError` say why.
   */
  open(this: void): Promise<Result | undefined>;
  /**
   * Opens the latest dialog again, with its own options and a fresh code, from a new click: for the button beside an error.
   * If none was opened, it is `open`. Answers as `open`.
   */
  retry(this: void): Promise<Result | undefined>;
  /** Closes the dialog, if one is open. */
  close(this: void): void;
}

/** How the dialog stands. */
export interface AuthDialogStatus<Result extends AuthResult = AuthResult> {
  readonly state: AuthDialogViewState;
  /** Whether a dialog is open: disable the button. */
  readonly busy: boolean;
  /** What the latest dialog gave; also when it finished late, after it was closed. */
  readonly result: Result | undefined;
  /**
   * Why the latest dialog failed, also if the call itself threw. Not when it was closed: that is no failure to show. The
   * option `onError` gets the same errors.
   */
  readonly error: AuthDialogError | undefined;
}

/** How the dialog stands, and what can be done. */
export interface AuthDialogView<Result extends AuthResult = AuthResult>
  extends AuthDialogActions<Result>,
    AuthDialogStatus<Result> {}
