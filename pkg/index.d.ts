/**
 * Opens Tray's auth-only dialog in a popup or an iframe and returns a typed result. Unofficial.
 *
 * ```ts
 * import { openAuthDialog, isAuthDialogError } from 'tray-auth-dialog';
 *
 * button.onclick = async () => {
 *   try {
 *     const { authId, authValue } = await openAuthDialog({
 *       partnerName: 'acme',
 *       solutionInstanceId,
 *       externalAuthId: 'external_slack_authentication',
 *       authorizationCode: fetchCode, // a function that calls your back end
 *     }).result;
 *   } catch (error) {
 *     if (isAuthDialogError(error, 'closed')) return; // the user changed their mind
 *     console.error(error); // for the developer: what happened, and what to do
 *     show('This did not work. Please try again.');
 *   }
 * };
 * ```
 *
 * If your back end returns the dialog's whole URL: `openAuthDialog({ url: fetchUrl })`.
 *
 * @packageDocumentation
 */

/**
 * The kind of an {@link AuthDialogError}.
 *
 * Thrown by the call itself:
 * - `invalid_options`: an option is missing, unknown, of the wrong type or contradicts another; `field` names it.
 * - `not_in_browser`: there is no browser window here (on a server, in a worker, in jsdom or happy-dom).
 * - `wasm_blocked`: the page's Content-Security-Policy lacks `'wasm-unsafe-eval'`, or the browser has no WebAssembly, or no
 *   memory left for it. Use `tray-auth-dialog/js`.
 * - `not_ready`: `tray-auth-dialog/slim` was used before its `init` had finished.
 *
 * Rejections of {@link AuthDialog.result}:
 * - `popup_blocked`: the browser did not open the window, `window.open` returned none that this page can use, or the window in
 *   `popup.window` could not be emptied. Open the dialog in a click; call {@link AuthDialog.retry} in a new click.
 * - `code_failed`: `authorizationCode` or `url` threw, rejected, gave nothing usable, did not settle within `codeTimeout`, or
 *   was already used.
 * - `closed`: the dialog was closed before it finished: the user gave up, or the page closed it.
 * - `opener_severed`: a `Cross-Origin-Opener-Policy` header cut the connection to the window.
 * - `frame_blocked`: the page's own Content-Security-Policy blocked the iframe, the Element does not show it, the page has no
 *   `body` yet, or the browser is too old for the modal.
 * - `dialog_error`: Tray's dialog reported an error, or a `finish` without a usable `authId`.
 * - `timeout`: `timeout` passed.
 * - `aborted`: `signal` was aborted.
 * - `superseded`: a newer dialog uses the same Element or window, or `retry()` replaced this dialog.
 * - `internal` (also thrown by the call): the module failed. In a browser this is a bug in this package; a simulated DOM lacks
 *   what it needs.
 */
export type ErrorCode =
  | 'invalid_options'
  | 'not_in_browser'
  | 'wasm_blocked'
  | 'not_ready'
  | 'popup_blocked'
  | 'code_failed'
  | 'closed'
  | 'opener_severed'
  | 'frame_blocked'
  | 'dialog_error'
  | 'timeout'
  | 'aborted'
  | 'superseded'
  | 'internal';

/** Every error of this package. No message contains the authorization code, the `url` or the account id. */
export class AuthDialogError extends Error {
  private constructor();
  readonly name: 'AuthDialogError';
  /** The kind of error. */
  readonly code: ErrorCode;
  /** The option at fault, such as `host` or `popup.width`. */
  readonly field?: string;
  /**
   * With `dialog_error`: what Tray's dialog reported, if anything. `message` ends with it. At most 1,000 characters, without
   * the code and the account id.
   */
  readonly reason?: string;
  /** What `authorizationCode`, `url` or the browser threw or rejected with. It is not enumerable, so logs leave it out. */
  readonly cause?: unknown;
}

/**
 * Whether `error` is an {@link AuthDialogError}, with this `code` if you pass one. It checks `name` and `code`, so it also
 * recognises errors of another copy of this package.
 */
export function isAuthDialogError<Code extends ErrorCode = ErrorCode>(
  error: unknown,
  code?: Code,
): error is AuthDialogError & { readonly code: Code };

/** The result of a finished dialog. */
export interface AuthResult {
  /** The id of the authentication. */
  readonly authId: string;
  /** Its type, such as `oauth`, if Tray reports it. */
  readonly authType?: string;
  /** From the options, or from the path of `url`. */
  readonly solutionInstanceId?: string;
  /** From the options, or from the path of `url`. */
  readonly externalAuthId?: string;
  /** Ready for `authValues` of Tray's `updateSolutionInstance`. Present when `externalAuthId` is. */
  readonly authValue?: { readonly externalId: string; readonly authId: string };
}

/** The result of a dialog for a slot of a solution instance ({@link SolutionTarget}). */
export interface SolutionResult extends AuthResult {
  readonly solutionInstanceId: string;
  readonly externalAuthId: string;
  readonly authValue: { readonly externalId: string; readonly authId: string };
}

/** Who ended the dialog: the end user, the dialog's own message, or the page. */
export type ClosedBy = 'user' | 'dialog' | 'app';

/** The window or frame was opened. */
export interface AuthDialogOpenEvent {
  readonly type: 'open';
}
/** The window or frame was sent to the dialog's URL. The event does not contain the URL, because the URL contains the code. */
export interface AuthDialogNavigateEvent {
  readonly type: 'navigate';
}
/** The user has authenticated. */
export type AuthDialogFinishEvent<Result extends AuthResult = AuthResult> = Result & { readonly type: 'finish' };
/** The dialog was closed before it finished. */
export interface AuthDialogCloseEvent {
  readonly type: 'close';
  readonly by: ClosedBy;
}
/** Something went wrong. With `closeOnError: false`, an error of the dialog does not end it. */
export interface AuthDialogErrorEvent {
  readonly type: 'error';
  readonly error: AuthDialogError;
}
/**
 * The user finished after all, up to 60 s after `result` was rejected with `closed`. The authentication exists at Tray, so save
 * it. Only popups and attached dialogs send this: by then, a frame of this package has been removed.
 */
export type AuthDialogLateFinishEvent<Result extends AuthResult = AuthResult> = Result & {
  readonly type: 'late-finish';
};
/**
 * For `frame.stallAfter` ms, the frame never had the focus and the dialog sent no message: it may not have loaded. Or, without
 * that delay, the browser reports that the frame was refused. The dialog stays open.
 */
export interface AuthDialogStalledEvent {
  readonly type: 'stalled';
  /**
   * For developers, in English: the cause that the browser reports, or the likely ones. Tray has not allowed this domain to
   * frame its dialog; `host` or `region` is wrong; the network is slow.
   */
  readonly message: string;
}
/**
 * The dialog sent a `tray.authpopup.*` message that this version does not know, or asked for an account id and got no answer.
 */
export interface AuthDialogMessageEvent {
  readonly type: 'message';
  /** The `type` of the message. */
  readonly name: string;
}
/** The dialog's window sent a message from an origin that is not allowed. Reported once per origin, without the data. */
export interface AuthDialogIgnoredEvent {
  readonly type: 'ignored';
  readonly reason: 'origin';
  readonly origin: string;
}

/** The events by their `type`. */
export interface AuthDialogEventMap<Result extends AuthResult = AuthResult> {
  open: AuthDialogOpenEvent;
  navigate: AuthDialogNavigateEvent;
  finish: AuthDialogFinishEvent<Result>;
  close: AuthDialogCloseEvent;
  error: AuthDialogErrorEvent;
  'late-finish': AuthDialogLateFinishEvent<Result>;
  stalled: AuthDialogStalledEvent;
  message: AuthDialogMessageEvent;
  ignored: AuthDialogIgnoredEvent;
}

/** The `type` of an event. */
export type AuthDialogEventType = keyof AuthDialogEventMap;

/** Any event; `type` says which. */
export type AuthDialogEvent<Result extends AuthResult = AuthResult> = AuthDialogEventMap<Result>[AuthDialogEventType];

/**
 * - `opening`: waiting for the authorization code or URL
 * - `open`: the dialog is shown
 * - `closing`: closed, but during `closeGrace` a `finish` still wins (for up to 1 s, if that is longer, when the window closed
 *   by itself)
 * - `finished`: settled with success
 * - `failed`: settled with an error
 */
export type AuthDialogState = 'opening' | 'open' | 'closing' | 'finished' | 'failed';

/** A dialog that was opened or attached. Its functions need no `this`, so you can pass them around. */
export interface AuthDialog<Result extends AuthResult = AuthResult> {
  /**
   * Settles exactly once, always. If you do not use it, a rejection is not reported as unhandled.
   */
  readonly result: Promise<Result>;
  readonly state: AuthDialogState;
  /**
   * Calls `listener` for each event of this type. The first event comes in a microtask after `openAuthDialog` returns, so a
   * listener added in the same task misses none. If a listener throws, that is reported as an uncaught error and changes
   * nothing else.
   * @returns a function that removes the listener
   */
  on<Type extends AuthDialogEventType>(
    this: void,
    type: Type,
    listener: (event: AuthDialogEventMap<Result>[Type]) => void,
  ): () => void;
  /**
   * Closes the dialog. `result` then rejects with `closed`: at once while `opening`, otherwise after `closeGrace`, unless a
   * `finish` comes first.
   */
  close(this: void): void;
  /** Brings the window to the front, or moves the focus into the modal or frame. */
  focus(this: void): void;
  /**
   * Opens a new dialog with the same options and a fresh code. Call it in a new click, and await the `result` of the dialog
   * that it returns.
   *
   * If `authorizationCode` or `url` is a function, it is called again. A string, `URL` or promise works only once, for this
   * dialog and all its retries together: after it was used, the new dialog rejects with `code_failed`. The new dialog keeps the
   * callbacks in the options; listeners added with `on` stay with this dialog. If this dialog has not settled yet, it ends with
   * `superseded`. If the window in `popup.window` is closed by now, a new window opens instead.
   * @throws AuthDialogError `invalid_options` if something in the options no longer exists, such as an Element; otherwise like
   * `openAuthDialog`
   */
  retry(this: void): AuthDialog<Result>;
  // `[Symbol.dispose]()` closes it, where the platform has that symbol. It is not declared here, because then every partner
  // would need `lib: ["esnext.disposable"]`; docs/bundlers.md says how to add it.
}

/** A dialog that the page opened itself. It has everything but `retry`. */
export type AttachedAuthDialog = Omit<AuthDialog, 'retry'>;

/** The options that `openAuthDialog` and `attachAuthDialog` share. */
export interface CommonOptions<Result extends AuthResult = AuthResult> {
  /**
   * Tray's region: `embedded.tray.io`, `embedded.eu1.tray.io` or `embedded.ap1.tray.io`. Together with `url`, the URL must have
   * this origin.
   * @defaultValue `'us'`; with `url`, the URL's own origin
   */
  region?: 'us' | 'eu' | 'apac' | undefined;
  /**
   * The whitelabel host, such as `acme.integration-configuration.com` or `https://auth.acme.com`. Do not combine it with
   * `region`. Without a scheme it means https; plain `http://` is only for loopback (`localhost`, `*.localhost`, `127.0.0.0/8`,
   * `[::1]`). It has no path, query, fragment or credentials. Together with `url`, the URL must have this origin; a URL at a
   * domain of your own needs it.
   */
  host?: string | undefined;
  /**
   * Further origins that may send this dialog's messages, at most 1,000, in the format of `host`. Each of them can forge a
   * finish: list only origins that you trust as much as Tray.
   */
  extraOrigins?: readonly string[] | undefined;
  /**
   * For partners with *enhanced session security*: the answer to the dialog's `accountIdRequest`. It is sent only while the
   * dialog is open, only to its own window at the origin of `host`, `region` or `url` (never `extraOrigins`), and at most three
   * times.
   */
  accountId?: string | undefined;
  /** Closes the dialog when aborted. If it is already aborted, no dialog opens. */
  signal?: AbortSignal | undefined;
  /** How long the dialog may take in total, in ms, at least 1. Without it there is no limit. */
  timeout?: number | undefined;
  /**
   * How long after a close, in ms, a `finish` still wins.
   * @defaultValue 500
   */
  closeGrace?: number | undefined;
  /** Called with the result. Not called for a result that comes after `closed`: that is a `late-finish` event. */
  onFinish?: ((event: AuthDialogFinishEvent<Result>) => void) | undefined;
  /** Called when the dialog was closed before it finished. */
  onClose?: ((event: AuthDialogCloseEvent) => void) | undefined;
  /** Called with every error except `closed`, `aborted`, `superseded`, and errors that the call itself throws. */
  onError?: ((error: AuthDialogError) => void) | undefined;
  /** Called with every event. */
  onEvent?: ((event: AuthDialogEvent<Result>) => void) | undefined;
}

/**
 * The one-time code from Tray's `generateAuthorizationCode`, or how to get it. Prefer a function: it is called each time a code
 * is needed, so `retry()` works. Tray's rule: a code works once, within five minutes.
 */
export type AuthorizationCode = string | PromiseLike<string> | (() => string | PromiseLike<string>);

/**
 * The dialog's whole URL, including the code, or how to get it. Prefer a function: it is called each time a URL is needed, so
 * `retry()` works. Tray's rule: a code works once, within five minutes.
 */
export type DialogUrl = string | URL | PromiseLike<string | URL> | (() => string | URL | PromiseLike<string | URL>);

/** The size and window of a popup. */
export interface PopupOptions {
  /**
   * In CSS pixels, from 100 to 10,000; never larger than the screen.
   * @defaultValue 500
   */
  width?: number | undefined;
  /**
   * In CSS pixels, from 100 to 10,000; never larger than the screen.
   * @defaultValue 700
   */
  height?: number | undefined;
  /**
   * Use this window instead of a new one. It must be open, and this page must have opened it. It is emptied first; messages
   * that its old page still posts are ignored.
   */
  window?: Window | undefined;
}

/** The iframe of `display: 'modal'` or an Element. */
export interface FrameOptions {
  /**
   * The accessible name of the frame, which screen readers announce. Use the user's language, as for `labels`.
   * @defaultValue `'Authentication'`
   */
  title?: string | undefined;
  /**
   * The permissions policy of the frame (its `allow` attribute). Not empty.
   * @defaultValue clipboard-write, publickey-credentials-get, publickey-credentials-create and storage-access, for the
   * dialog's origin
   */
  allow?: string | undefined;
  /**
   * The `sandbox` of the frame. It must contain `allow-scripts`, `allow-same-origin` and `allow-popups`. The dialog most likely
   * also needs `allow-forms` and `allow-popups-to-escape-sandbox`. Without this option there is no sandbox.
   */
  sandbox?: string | undefined;
  /**
   * The referrer policy of the frame. Without this option, Chromium uses the page's own policy: the frame is then opened
   * through its location, which keeps its address out of the page's performance timeline.
   *
   * @defaultValue `'strict-origin-when-cross-origin'`
   */
  referrerPolicy?:
    | 'no-referrer'
    | 'no-referrer-when-downgrade'
    | 'origin'
    | 'origin-when-cross-origin'
    | 'same-origin'
    | 'strict-origin'
    | 'strict-origin-when-cross-origin'
    | 'unsafe-url'
    | undefined;
  /** The class of the frame (inline) or of the modal's host element, for your own CSS. */
  className?: string | undefined;
  /**
   * How long after the navigation, in ms, a `stalled` event comes if the frame never had the focus and the dialog sent no
   * message.
   * @defaultValue 15000
   */
  stallAfter?: number | undefined;
  /**
   * Whether a click outside the modal closes it.
   * @defaultValue true
   */
  closeOnBackdrop?: boolean | undefined;
}

/** The texts of the modal, and of a popup or inline frame that waits for the code. None may be empty. */
export interface Labels {
  /**
   * The heading of the modal; also the title and heading of a popup or inline frame that waits for the code.
   * @defaultValue `'Connect your account'`
   */
  title?: string | undefined;
  /** The accessible name of the close button. @defaultValue `'Close'` */
  close?: string | undefined;
  /** Shown until the frame has loaded. @defaultValue `'Loading…'` */
  loading?: string | undefined;
  /** Shown in the popup or inline frame until the code arrives. @defaultValue `'One moment…'` */
  waiting?: string | undefined;
  /** The button shown when the frame has stalled. @defaultValue `'Trouble? Open in a window'` */
  trouble?: string | undefined;
  /**
   * Shown instead of `trouble` when the code cannot be fetched again.
   * @defaultValue `'Trouble? Close this and start again.'`
   */
  restart?: string | undefined;
  /**
   * Shown when the browser blocks the window that `trouble` opens.
   * @defaultValue `'The window was blocked. Allow popups and try again.'`
   */
  blocked?: string | undefined;
}

/** The options of `openAuthDialog` that say how to show the dialog, not which dialog. */
export interface ShowOptions<Result extends AuthResult = AuthResult> extends CommonOptions<Result> {
  /**
   * How long fetching the code or the URL may take, in ms, at least 1.
   * @defaultValue 30000
   */
  codeTimeout?: number | undefined;
  /**
   * Skip the naming step: Tray names the authentication. A `url` that already has the parameter `skipTitleField` keeps it;
   * `false` does not change a `url`.
   * @defaultValue false
   */
  skipTitleField?: boolean | undefined;
  /** For OAuth services: go straight to the scopes page. For a `url`, see `skipTitleField`. @defaultValue false */
  skipAuthSettings?: boolean | undefined;
  /**
   * `'popup'` opens a popup window, and `'modal'` a modal with an iframe. An Element gets an iframe inside it, and must show
   * its children. Frames are for whitelabel partners: Tray must allow your domain.
   * @defaultValue `'popup'`
   */
  display?: 'popup' | 'modal' | Element | undefined;
  popup?: PopupOptions | undefined;
  frame?: FrameOptions | undefined;
  labels?: Labels | undefined;
  /**
   * Whether an error of the dialog ends it. With `false`, the error is an event and the dialog stays open.
   * @defaultValue true
   */
  closeOnError?: boolean | undefined;
}

/** The options of `openAuthDialog` with a code, without those that say which dialog. */
export interface OpenOptions<Result extends AuthResult = AuthResult> extends ShowOptions<Result> {
  /** Your partner name at Tray, also called Embedded ID. */
  partnerName: string;
  /** The one-time code, or how to get it. The popup opens at once and is navigated when the code arrives. */
  authorizationCode: AuthorizationCode;
  url?: undefined;
}

/** Create an authentication for a slot of a solution instance. */
export interface SolutionTarget {
  /** The user's own copy of a solution, from Tray's `createSolutionInstance`. */
  solutionInstanceId: string;
  /** The External ID of the authentication in the solution. */
  externalAuthId: string;
  authId?: undefined;
  serviceId?: undefined;
  serviceEnvironmentId?: undefined;
  scopes?: undefined;
}
/** Edit an existing authentication. */
export interface EditTarget {
  /** The authentication to edit: the `authId` of an earlier result. */
  authId: string;
  solutionInstanceId?: undefined;
  externalAuthId?: undefined;
  serviceId?: undefined;
  serviceEnvironmentId?: undefined;
  scopes?: undefined;
}
/** Create an authentication for a service, without a solution. */
export interface ServiceTarget {
  /** Tray's id of the service. */
  serviceId: string;
  /** Tray's id of the service's environment. */
  serviceEnvironmentId: string;
  /** The OAuth scopes to ask for, at most 1,000. */
  scopes?: readonly string[] | undefined;
  solutionInstanceId?: undefined;
  externalAuthId?: undefined;
  authId?: undefined;
}
/** Create an authentication; the user chooses the service. */
export interface BareTarget {
  solutionInstanceId?: undefined;
  externalAuthId?: undefined;
  authId?: undefined;
  serviceId?: undefined;
  serviceEnvironmentId?: undefined;
  scopes?: undefined;
}

/** Which of Tray's four dialogs to open. */
export type DialogTarget = SolutionTarget | EditTarget | ServiceTarget | BareTarget;

/** The dialog's whole URL, as your back end made it, instead of its parts. */
export interface UrlTarget {
  /**
   * The URL, or how to get it. The popup opens at once and is navigated when the URL arrives.
   *
   * It must be an absolute `https:` URL (`http:` on loopback) of at most 16,384 characters, with one of Tray's paths
   * (`/external/auth/create/{partnerName}`, the same with `/{solutionInstanceId}/{externalAuthId}`, or
   * `/external/auth/edit/{partnerName}/{authId}`), exactly one `code`, no credentials and no fragment. White space around it is
   * ignored. If a string or `URL` breaks these rules, the call throws `invalid_options`; if the value of a promise or function
   * does, the dialog fails with `code_failed` and nothing is navigated.
   *
   * Messages are accepted from the URL's own origin if that is `embedded.tray.io`, `embedded.*.tray.io`,
   * `*.integration-configuration.com`, `*.integration-authentication.com` (all at the default port) or loopback. For any other
   * origin, also set `host`.
   */
  url: DialogUrl;
  /** If the URL's path has one too, they must be equal. If it has none, give both ids or neither. */
  solutionInstanceId?: string | undefined;
  /** Like `solutionInstanceId`. If you set it, the type of the result says that `authValue` is present. */
  externalAuthId?: string | undefined;
  partnerName?: undefined;
  authorizationCode?: undefined;
  authId?: undefined;
  serviceId?: undefined;
  serviceEnvironmentId?: undefined;
  scopes?: undefined;
}

/**
 * Which dialog, and the code or URL that opens it: what `openAuthDialog` needs in addition to {@link ShowOptions}. With these
 * two types, a wrapper of your own needs no `Omit` on a union:
 *
 * ```ts
 * import { openAuthDialog, type DialogSource, type ShowOptions } from 'tray-auth-dialog';
 *
 * interface ConnectProps extends Omit<ShowOptions, 'display'> {
 *   source: DialogSource;
 * }
 * export const connectInModal = ({ source, ...shown }: ConnectProps) =>
 *   openAuthDialog({ ...shown, ...source, display: 'modal' });
 * ```
 */
export type DialogSource = (Omit<OpenOptions, keyof ShowOptions> & DialogTarget) | UrlTarget;

/** The options of `openAuthDialog`. Unknown names are an error, and so is `null`; `undefined` means absent. */
export type AuthDialogOptions = (OpenOptions & DialogTarget) | (ShowOptions & UrlTarget);

/** The options of {@link authDialogUrl}: the code must be a string. Other valid options are ignored; `url` is an error. */
export type AuthDialogUrlOptions = Omit<OpenOptions, 'authorizationCode'> &
  DialogTarget & { authorizationCode: string };

/** The options of {@link attachAuthDialog}. */
export interface AttachOptions extends CommonOptions {
  /**
   * The URL that you opened, instead of `host` or `region`: messages are accepted from its origin. Together with one of them,
   * both must have the same origin. It follows the rules of {@link UrlTarget}; errors are `invalid_options`.
   */
  url?: string | URL | undefined;
}

/**
 * Opens the dialog at once. Call it in a click handler, before any `await`, or the browser blocks the popup.
 * @throws AuthDialogError `invalid_options`, `not_in_browser`, `wasm_blocked`, `not_ready`, `internal`
 */
export function openAuthDialog(options: OpenOptions<SolutionResult> & SolutionTarget): AuthDialog<SolutionResult>;
/**
 * Opens the dialog at once. Call it in a click handler, before any `await`, or the browser blocks the popup.
 *
 * With `url`, for the slot that `externalAuthId` names.
 * @throws AuthDialogError `invalid_options`, `not_in_browser`, `wasm_blocked`, `not_ready`, `internal`
 */
export function openAuthDialog(
  options: ShowOptions<SolutionResult> & UrlTarget & { externalAuthId: string },
): AuthDialog<SolutionResult>;
/**
 * Opens the dialog at once. Call it in a click handler, before any `await`, or the browser blocks the popup.
 *
 * For all other dialogs: without a slot of a solution instance, or with a slot that only `url` names.
 * @throws AuthDialogError `invalid_options`, `not_in_browser`, `wasm_blocked`, `not_ready`, `internal`
 */
export function openAuthDialog(options: AuthDialogOptions): AuthDialog;

/**
 * Gets ready for the first click while the page is idle, at the latest after 4 s: it starts the module and runs it once, so that
 * the browser has already compiled what the click needs (docs/speed.md says how much that saves). Call it when the page shows a
 * button that opens a dialog. It returns at once, opens nothing, sends nothing, never throws, and does nothing on a server or
 * when called again. Without it, the first click does this work. With `tray-auth-dialog/slim`, call `init` first.
 */
export function prepare(): void;

/**
 * Follows a dialog that the page opened itself. It never navigates it; `close()` closes a window but never removes an iframe.
 * `host` or `region` must match the URL that you opened; or pass that URL as `url`.
 * @throws AuthDialogError `invalid_options`, `not_in_browser`, `wasm_blocked`, `not_ready`, `internal`
 */
export function attachAuthDialog(target: Window | HTMLIFrameElement, options?: AttachOptions): AttachedAuthDialog;

/**
 * Returns the dialog's URL. Works on a server too.
 * @throws AuthDialogError `invalid_options`, `wasm_blocked`, `not_ready`, `internal`
 */
export function authDialogUrl(options: AuthDialogUrlOptions): string;

/** A message of the auth dialog. */
export type AuthMessage =
  | { readonly type: 'finish'; readonly authId: string; readonly authType?: string }
  | { readonly type: 'close' }
  | { readonly type: 'error'; readonly message?: string }
  | { readonly type: 'accountIdRequest' }
  /** A `tray.authpopup.*` message that this version does not know. */
  | { readonly type: 'unknown'; readonly name: string }
  /** A `finish` without a usable `authId`. */
  | { readonly type: 'malformed'; readonly name: string; readonly field: string };

/**
 * Reads `event.data`. Returns `undefined` for everything that is not a message of the auth dialog. It checks **neither origin
 * nor source**: check both yourself first, or any page can forge a finish.
 * @throws AuthDialogError `wasm_blocked`, `not_ready`, `internal`
 */
export function parseAuthMessage(data: unknown): AuthMessage | undefined;
