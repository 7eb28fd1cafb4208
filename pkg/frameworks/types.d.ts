// Types that the framework entries share.
import type { AuthDialog, AuthDialogError, AuthDialogOptions, AuthDialogState, AuthResult } from '../index.js';

/** A function that opens a dialog: `openAuthDialog` of an entry, or of `tray-auth-dialog/testing`. */
export type OpenAuthDialog = (options: AuthDialogOptions) => AuthDialog;

/**
 * The state of the latest dialog. `idle`: no dialog is open, and the latest was closed or there was none. `closing` follows
 * your own `close()`. When the user closes the window and a finish may still come, the state stays `open`.
 */
export type AuthDialogViewState = 'idle' | AuthDialogState;

/** The actions. None of these needs `this`, and you can use each as a click handler. */
export interface AuthDialogActions<Result extends AuthResult = AuthResult> {
  /**
   * Opens the dialog with the current options. Call it in the click handler, before any `await`. It closes the dialog it opened
   * before.
   * @returns a promise that never rejects: the result, or `undefined` when there is none. `error` and `onError` say why.
   */
  open(this: void): Promise<Result | undefined>;
  /**
   * Opens the latest dialog again, with that dialog's options and a fresh code. Call it in a new click, such as on a "Try
   * again" button. If no dialog was opened yet, it does the same as `open`. It returns what `open` returns.
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
  /** The result of the latest dialog, also if it finished late, after it was closed. */
  readonly result: Result | undefined;
  /**
   * Why the latest dialog failed, including errors that the call itself threw. `undefined` when the user closed it: that is not
   * an error. The option `onError` gets the same errors.
   */
  readonly error: AuthDialogError | undefined;
}

/** The state of the dialog, and the actions. */
export interface AuthDialogView<Result extends AuthResult = AuthResult>
  extends AuthDialogActions<Result>,
    AuthDialogStatus<Result> {}
