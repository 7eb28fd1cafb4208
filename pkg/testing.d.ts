/**
 * `tray-auth-dialog` for tests: the same exports, whose dialogs open no window and do what the test says. It works in Node, jsdom
 * and happy-dom, and needs no WebAssembly.
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

/** What a test does with a dialog. Each promise resolves after the page's callbacks and listeners have run. */
export interface AuthDialogControls {
  /**
   * The user has authenticated. While the code is on its way, it waits for that; after `closed`, it is a `late-finish`.
   * @param result what Tray would say: by default `{ authId: 'auth-1', authType: 'oauth' }`. The ids of the instance and of the
   * slot are those of the options.
   */
  finish(this: void, result?: { authId?: string; authType?: string }): Promise<void>;
  /**
   * The dialog fails: `result` rejects. For an error that the call itself throws, use {@link failNextAuthDialog} before it.
   * @throws TypeError for those
   */
  fail(
    this: void,
    code: Exclude<ErrorCode, 'invalid_options' | 'not_in_browser' | 'wasm_blocked' | 'not_ready'>,
    message?: string,
  ): Promise<void>;
  /**
   * Closes it; without an argument, as the page does. `result` rejects after the option `closeGrace`, and at once without it (a real
   * dialog then waits 500 ms).
   * @param by who closes it
   */
  close(this: void, by?: ClosedBy): void;
  /** Emits an event that does not end the dialog. */
  emit(
    this: void,
    event: AuthDialogEventMap['message' | 'ignored'] | { readonly type: 'stalled'; readonly message?: string },
  ): Promise<void>;
}

/** A dialog without a window: an {@link AuthDialog} that a test drives. Timeouts never pass: `fail('timeout')`. */
export interface FakeAuthDialog<Result extends AuthResult = AuthResult>
  extends Omit<AuthDialog<Result>, 'close' | 'retry'>,
    AuthDialogControls {
  /** A copy of what it was opened with. */
  readonly options: Readonly<Partial<AuthDialogOptions>>;
  retry(this: void): FakeAuthDialog<Result>;
}

/** The same for {@link attachAuthDialog}. */
export type FakeAttachedAuthDialog = AttachedAuthDialog & AuthDialogControls;

/** A dialog that is open; with options, as `openAuthDialog` would open it, but no option is required or checked. */
export function fakeAuthDialog(
  options: Partial<OpenOptions<SolutionResult>> & SolutionTarget,
): FakeAuthDialog<SolutionResult>;
/** A dialog that is open. */
export function fakeAuthDialog(options?: Partial<AuthDialogOptions>): FakeAuthDialog;

/** Like the real one, without a window: it calls `authorizationCode` or `url`, and then waits for the test. */
export function openAuthDialog(options: OpenOptions<SolutionResult> & SolutionTarget): FakeAuthDialog<SolutionResult>;
/** Like the real one, without a window. With the `url` of a dialog for the slot that `externalAuthId` names. */
export function openAuthDialog(
  options: ShowOptions<SolutionResult> & UrlTarget & { externalAuthId: string },
): FakeAuthDialog<SolutionResult>;
/** Like the real one, without a window. */
export function openAuthDialog(options: AuthDialogOptions): FakeAuthDialog;

/** Like the real one, without listening to the window or iframe. */
export function attachAuthDialog(target: Window | HTMLIFrameElement, options?: AttachOptions): FakeAttachedAuthDialog;

/** The dialogs that were opened since {@link resetAuthDialogs}, `retry` included, the latest last. */
export function openedAuthDialogs(): readonly FakeAuthDialog[];

/**
 * The dialog that was opened last.
 * @throws Error if none was
 */
export function lastAuthDialog(): FakeAuthDialog;

/**
 * The next dialog fails as it is opened: the call throws what the real one throws (`wasm_blocked`), and `result` rejects with the
 * rest (`popup_blocked`), without an `open` event.
 */
export function failNextAuthDialog(code: ErrorCode, message?: string): void;

/** Forgets all dialogs and failures: after each test. */
export function resetAuthDialogs(): void;
