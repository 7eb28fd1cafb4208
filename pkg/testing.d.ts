/**
 * `tray-auth-dialog` for tests: the same exports, with fake dialogs that open no window and that your test controls. It works
 * in Node, jsdom and happy-dom, and needs no WebAssembly.
 *
 * ```ts
 * vi.mock('tray-auth-dialog', () => import('tray-auth-dialog/testing'));
 * import { lastAuthDialog } from 'tray-auth-dialog/testing';
 *
 * await userEvent.click(button);
 * await lastAuthDialog().finish({ authId: 'auth-1' });
 * ```
 *
 * @packageDocumentation
 */
import type {
  AttachedAuthDialog,
  AttachOptions,
  AuthDialog,
  AuthDialogEventMap,
  AuthDialogOptions,
  AuthResult,
  ClosedBy,
  ErrorCode,
  OpenOptions,
  ShowOptions,
  SolutionResult,
  SolutionTarget,
  UrlTarget,
} from './index.js';

export * from './index.js';

/** How a test controls a dialog. Each promise resolves after the page's callbacks and listeners have run. */
export interface AuthDialogControls {
  /**
   * Acts as if the user has authenticated. If the code has not arrived yet, it waits for it. After `closed`, it is a
   * `late-finish`.
   * @param result what Tray would report; by default `{ authId: 'auth-1', authType: 'oauth' }`. The ids of the instance and of
   * the slot come from the options.
   */
  finish(this: void, result?: { authId?: string; authType?: string }): Promise<void>;
  /**
   * Makes the dialog fail: `result` rejects. For an error that the call itself throws, use {@link failNextAuthDialog} before
   * the call.
   * @throws TypeError for those
   */
  fail(
    this: void,
    code: Exclude<ErrorCode, 'invalid_options' | 'not_in_browser' | 'wasm_blocked' | 'not_ready'>,
    message?: string,
  ): Promise<void>;
  /**
   * Closes the dialog; without an argument, as the page. `result` rejects after the option `closeGrace`, or at once without
   * that option (a real dialog would wait 500 ms).
   * @param by who closes it
   */
  close(this: void, by?: ClosedBy): void;
  /** Emits an event that does not end the dialog. */
  emit(
    this: void,
    event: AuthDialogEventMap['message' | 'ignored'] | { readonly type: 'stalled'; readonly message?: string },
  ): Promise<void>;
}

/**
 * A dialog without a window: an {@link AuthDialog} that a test controls. The option `timeout` has no effect: use
 * `fail('timeout')`.
 */
export interface FakeAuthDialog<Result extends AuthResult = AuthResult>
  extends Omit<AuthDialog<Result>, 'close' | 'retry'>,
    AuthDialogControls {
  /** A copy of the options it was opened with. */
  readonly options: Readonly<Partial<AuthDialogOptions>>;
  retry(this: void): FakeAuthDialog<Result>;
}

/** The same for {@link attachAuthDialog}. */
export type FakeAttachedAuthDialog = AttachedAuthDialog & AuthDialogControls;

/** Returns an open dialog. With options, it is opened as `openAuthDialog` would, but no option is required or checked. */
export function fakeAuthDialog(
  options: Partial<OpenOptions<SolutionResult>> & SolutionTarget,
): FakeAuthDialog<SolutionResult>;
/** Returns an open dialog. */
export function fakeAuthDialog(options?: Partial<AuthDialogOptions>): FakeAuthDialog;

/** Like the real function, without a window: it calls `authorizationCode` or `url`, then waits for the test. */
export function openAuthDialog(options: OpenOptions<SolutionResult> & SolutionTarget): FakeAuthDialog<SolutionResult>;
/** Like the real function, without a window. With `url`, for the slot that `externalAuthId` names. */
export function openAuthDialog(
  options: ShowOptions<SolutionResult> & UrlTarget & { externalAuthId: string },
): FakeAuthDialog<SolutionResult>;
/** Like the real one, without a window. */
export function openAuthDialog(options: AuthDialogOptions): FakeAuthDialog;

/** Like the real function, but it does not listen to the window or iframe. */
export function attachAuthDialog(target: Window | HTMLIFrameElement, options?: AttachOptions): FakeAttachedAuthDialog;

/** All dialogs opened since {@link resetAuthDialogs}, including by `retry`, latest last. */
export function openedAuthDialogs(): readonly FakeAuthDialog[];

/**
 * The dialog opened last.
 * @throws Error if none was
 */
export function lastAuthDialog(): FakeAuthDialog;

/**
 * Makes the next dialog fail when it opens. Codes that the real call throws, such as `wasm_blocked`, are thrown; with all
 * others, such as `popup_blocked`, `result` rejects and there is no `open` event.
 */
export function failNextAuthDialog(code: ErrorCode, message?: string): void;

/** Forgets all dialogs and failures. Call it after each test. */
export function resetAuthDialogs(): void;
