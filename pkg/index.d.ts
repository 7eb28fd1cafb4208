/**
 * Opens Tray's auth-only dialog in a popup or an iframe and gives a typed result. Unofficial.
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
 *       authorizationCode: fetchCode, // a function that asks your back end
 *     }).result;
 *   } catch (error) {
 *     if (isAuthDialogError(error, 'closed')) return; // the user changed their mind
 *     console.error(error); // for the developer: what happened, and what to do
 *     show('This did not work. Please try again.');
 *   }
 * };
 * ```
 *
 * A back end that hands over the dialog's whole URL: `openAuthDialog({ url: fetchUrl })`.
 *
 * @packageDocumentation
 */

/**
 * What an {@link AuthDialogError} is about.
 *
 * Thrown by the call itself:
 * - `invalid_options`: an option is missing, unknown, of the wrong type or contradicts another; `field` names it.
 * - `not_in_browser`: there are no windows here (a server, a worker, a simulated page of jsdom or happy-dom).
 * - `wasm_blocked`: the page's Content-Security-Policy lacks `'wasm-unsafe-eval'`, or the browser has no WebAssembly, or no
 *   memory left for it; use `tray-auth-dialog/js`.
 * - `not_ready`: `tray-auth-dialog/slim` was used before its `init` had ended.
 *
 * Rejections of {@link AuthDialog.result}:
 * - `popup_blocked`: the browser did not open the window, `window.open` gave none that this page can use, or a given one
 *   could not be emptied. Open from a click; {@link AuthDialog.retry} from a new click.
 * - `code_failed`: `authorizationCode` or `url` threw, rejected, gave nothing usable, did not settle within `codeTimeout`,
 *   or was used before.
 * - `closed`: the dialog was closed before it finished: the user gave up, or the page closed it.
 * - `opener_severed`: a `Cross-Origin-Opener-Policy` header cut the connection to the window.
 * - `frame_blocked`: the page's own Content-Security-Policy refused the iframe, the Element does not show it, the page has no
 *   `body` yet, or the browser is too old for the modal.
 * - `dialog_error`: Tray's dialog reported an error, or a `finish` without a usable `authId`.
 * - `timeout`: `timeout` passed.
 * - `aborted`: `signal` was aborted.
 * - `superseded`: a newer dialog took the same Element or window, or `retry()` took this dialog's place.
 * - `internal` (also thrown by the call): the module failed; in a browser, a defect of this package. A simulated DOM lacks what
 *   it needs.
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

/** Every error of this package. No message holds the authorization code, the `url` or the account id. */
export class AuthDialogError extends Error {
  private constructor();
  readonly name: 'AuthDialogError';
  /** The class of error. */
  readonly code: ErrorCode;
  /** The option concerned, such as `host` or `popup.width`. */
  readonly field?: string;
  /**
   * With `dialog_error`: the text of Tray's dialog, unchanged, if it gave one; `message` has it too, after our own words.
   * At most 1,000 characters, without the code and the account id.
   */
  readonly reason?: string;
  /** What `authorizationCode`, `url` or the browser threw or rejected with. Not enumerable, so that logs leave it out. */
  readonly cause?: unknown;
}

/**
 * Whether `error` is an {@link AuthDialogError}, and of this `code` if one is given. It looks at `name` and `code`, so it
 * also knows the errors of another copy of this package.
 */
export function isAuthDialogError<Code extends ErrorCode = ErrorCode>(
  error: unknown,
  code?: Code,
): error is AuthDialogError & { readonly code: Code };

/** What a finished dialog gives. */
export interface AuthResult {
  /** The id of the authentication. */
  readonly authId: string;
  /** Its kind, such as `oauth`, if Tray gives it. */
  readonly authType?: string;
  /** As given in the options, or in the path of `url`. */
  readonly solutionInstanceId?: string;
  /** As given in the options, or in the path of `url`. */
  readonly externalAuthId?: string;
  /** Ready for `authValues` of Tray's `updateSolutionInstance`; there when `externalAuthId` is. */
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

/** The window or frame is there. */
export interface AuthDialogOpenEvent {
  readonly type: 'open';
}
/** It was sent to the dialog's URL. The event does not have the URL, because that holds the code. */
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
/** Something went wrong. With `closeOnError: false` an error of the dialog does not end it. */
export interface AuthDialogErrorEvent {
  readonly type: 'error';
  readonly error: AuthDialogError;
}
/**
 * The user finished after all, after `result` had been rejected with `closed` (at most 60 s later): the authentication
 * exists at Tray, so save it. Only of popups and of what was attached: a frame of this package is gone by then.
 */
export type AuthDialogLateFinishEvent<Result extends AuthResult = AuthResult> = Result & {
  readonly type: 'late-finish';
};
/**
 * For `frame.stallAfter` ms the focus was never in the frame, and the dialog has sent nothing: it may not have loaded. The dialog
 * stays open.
 */
export interface AuthDialogStalledEvent {
  readonly type: 'stalled';
  /**
   * The likely causes, for you, in English: Tray has not allowed this domain to frame its dialog; `host` or `region` is wrong;
   * the network is slow.
   */
  readonly message: string;
}
/**
 * The dialog sent a `tray.authpopup.*` message that this version does not know, or asked for an account id that it was not
 * given.
 */
export interface AuthDialogMessageEvent {
  readonly type: 'message';
  /** The message's own `type`. */
  readonly name: string;
}
/** The dialog's window sent a message from an origin that is not allowed. Reported once for each origin, without the data. */
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

/** Every event; `type` says which. */
export type AuthDialogEvent<Result extends AuthResult = AuthResult> = AuthDialogEventMap<Result>[AuthDialogEventType];

/**
 * - `opening`: waiting for the authorization code
 * - `open`: the dialog is shown
 * - `closing`: closed; for `closeGrace` a `finish` still wins (up to 1 s, if that is longer, when the window has gone by
 *   itself)
 * - `finished`: settled with success
 * - `failed`: settled with an error
 */
export type AuthDialogState = 'opening' | 'open' | 'closing' | 'finished' | 'failed';

/** A dialog that was opened or attached. Its functions need no `this`: you can pass them on as they are. */
export interface AuthDialog<Result extends AuthResult = AuthResult> {
  /**
   * Always settles, exactly once. If you do not use it, its rejection is not reported as unhandled.
   */
  readonly result: Promise<Result>;
  readonly state: AuthDialogState;
  /**
   * Calls `listener` for each event of this type. Events are delivered from the microtask after `openAuthDialog` on, so a
   * listener added in the same task misses none. A listener that throws is reported as an uncaught error and changes
   * nothing else.
   * @returns a function that removes the listener
   */
  on<Type extends AuthDialogEventType>(
    this: void,
    type: Type,
    listener: (event: AuthDialogEventMap<Result>[Type]) => void,
  ): () => void;
  /**
   * Closes the dialog; `result` rejects with `closed`: at once while `opening`, else after `closeGrace`, unless a `finish`
   * comes first.
   */
  close(this: void): void;
  /** Brings the window to the front, or puts the focus into the modal or frame. */
  focus(this: void): void;
  /**
   * Opens a new dialog with the same options and a fresh code; call it from a new click. Where `authorizationCode` or `url`
   * is a function, it is called again; a string, `URL` or promise that was navigated to, by this dialog or another that `retry` has
   * opened of it, is spent, and the new dialog rejects with `code_failed`. If this dialog is not settled yet, it ends with
   * `superseded`. In place of a given `popup.window` that is closed by now, a new window is opened.
   *
   * The new dialog keeps the callbacks among the options; listeners added with `on` stay with this dialog. Await the `result` of the
   * dialog that is returned.
   * @throws AuthDialogError `invalid_options` if what was given is no longer there, such as an Element; as
   * `openAuthDialog`
   */
  retry(this: void): AuthDialog<Result>;
  // `[Symbol.dispose]()` closes it, where the platform has that symbol. It is not declared here, because the
  // declaration needs `lib: ["esnext.disposable"]` on the partner's side; docs/bundlers.md says how to add it.
}

/** A dialog that the page opened itself: everything but `retry`. */
export type AttachedAuthDialog = Omit<AuthDialog, 'retry'>;

/** What the two ways to follow a dialog have in common. */
export interface CommonOptions<Result extends AuthResult = AuthResult> {
  /**
   * Tray's region: `embedded.tray.io`, `embedded.eu1.tray.io` or `embedded.ap1.tray.io`. Beside `url` it is the only origin
   * that the URL may have.
   * @defaultValue `'us'`; with `url`, the URL's own origin
   */
  region?: 'us' | 'eu' | 'apac' | undefined;
  /**
   * The whitelabel host, such as `acme.integration-configuration.com` or `https://auth.acme.com`; excludes `region`.
   * Without a scheme it means https; plain `http://` is only for loopback (`localhost`, `*.localhost`, `127.0.0.0/8`,
   * `[::1]`). No path, query, fragment or credentials. Beside `url` it is the only origin that the URL may have, and it is
   * needed there for a domain of your own.
   */
  host?: string | undefined;
  /**
   * Further exact origins that may send this dialog's messages, at most 1,000; the rules of `host`. Each of them can forge a finish:
   * name only origins that you trust as you trust Tray.
   */
  extraOrigins?: readonly string[] | undefined;
  /**
   * For partners with *enhanced session security*: the answer to the dialog's `accountIdRequest`. It is given only while
   * the dialog is open, to its own window, at the origin of `host`, `region` or `url` (never `extraOrigins`), three times at most.
   */
  accountId?: string | undefined;
  /** Closes the dialog when aborted; if it already is, nothing is opened. */
  signal?: AbortSignal | undefined;
  /** How long the dialog may take in all, in ms, from 1 on. Without it there is no limit. */
  timeout?: number | undefined;
  /**
   * How long, in ms, a `finish` may follow a close and still win.
   * @defaultValue 500
   */
  closeGrace?: number | undefined;
  /** Called with the result. Not with one that came after `closed`: that is a `late-finish` event. */
  onFinish?: ((event: AuthDialogFinishEvent<Result>) => void) | undefined;
  /** Called when the dialog was closed before it finished. */
  onClose?: ((event: AuthDialogCloseEvent) => void) | undefined;
  /** Called with every error but `closed`, `aborted` and `superseded`, and those that the call itself throws. */
  onError?: ((error: AuthDialogError) => void) | undefined;
  /** Called with every event. */
  onEvent?: ((event: AuthDialogEvent<Result>) => void) | undefined;
}

/**
 * What can be given for the one-time code of Tray's `generateAuthorizationCode`. A function is called each time a code is
 * needed, which makes `retry()` possible: a code works once, within five minutes (Tray's rule).
 */
export type AuthorizationCode = string | PromiseLike<string> | (() => string | PromiseLike<string>);

/**
 * What can be given for the dialog's whole URL, the code in it. A function is called each time a URL is needed, which makes
 * `retry()` possible: a code works once, within five minutes (Tray's rule).
 */
export type DialogUrl = string | URL | PromiseLike<string | URL> | (() => string | URL | PromiseLike<string | URL>);

/** A popup's size and window. */
export interface PopupOptions {
  /**
   * In CSS pixels, from 100 to 10,000; no larger than the screen.
   * @defaultValue 500
   */
  width?: number | undefined;
  /**
   * In CSS pixels, from 100 to 10,000; no larger than the screen.
   * @defaultValue 700
   */
  height?: number | undefined;
  /**
   * Use this window in place of a new one. It must be one that this page opened itself and that is open; it is emptied
   * first, and what its old page still posts is ignored.
   */
  window?: Window | undefined;
}

/** The iframe of `display: 'modal'` or an Element. */
export interface FrameOptions {
  /**
   * The frame's accessible name, as screen readers say it: in the user's language, like `labels`.
   * @defaultValue `'Authentication'`
   */
  title?: string | undefined;
  /**
   * The frame's permissions policy, not empty.
   * @defaultValue clipboard-write, publickey-credentials-get, publickey-credentials-create and storage-access, for the
   * dialog's origin
   */
  allow?: string | undefined;
  /**
   * The frame's sandbox. It must contain `allow-scripts`, `allow-same-origin` and `allow-popups`; the dialog most likely
   * also needs `allow-forms` and `allow-popups-to-escape-sandbox`. Without this option there is no sandbox.
   */
  sandbox?: string | undefined;
  /**
   * The frame's referrer policy. Chromium takes the page's own policy as long as this is not given: the frame is then opened by
   * its location, so that its address does not appear in the page's timeline.
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
  /** The class of the frame (inline) or of the modal's host element, for the page's own CSS. */
  className?: string | undefined;
  /**
   * After how many ms from the navigation a `stalled` event comes, if the focus was never in the frame and the dialog has said
   * nothing.
   * @defaultValue 15000
   */
  stallAfter?: number | undefined;
  /**
   * Whether a click beside the modal closes it.
   * @defaultValue true
   */
  closeOnBackdrop?: boolean | undefined;
}

/** The texts of the modal and of the popup while it waits for the code; none may be empty. */
export interface Labels {
  /** The modal's heading, and the title and heading of a popup or inline frame that waits for the code. @defaultValue `'Connect your account'` */
  title?: string | undefined;
  /** The name of the close button. @defaultValue `'Close'` */
  close?: string | undefined;
  /** Shown until the frame has loaded. @defaultValue `'Loading…'` */
  loading?: string | undefined;
  /** Shown in the popup, or in an inline frame, until the code is there. @defaultValue `'One moment…'` */
  waiting?: string | undefined;
  /** The button that comes when the frame has stalled. @defaultValue `'Trouble? Open in a window'` */
  trouble?: string | undefined;
  /** In its place when the code cannot be fetched again. @defaultValue `'Trouble? Close this and start again.'` */
  restart?: string | undefined;
  /** When the browser blocks that window. @defaultValue `'The window was blocked. Allow popups and try again.'` */
  blocked?: string | undefined;
}

/** The options of `openAuthDialog` that do not say what the URL is made of. */
export interface ShowOptions<Result extends AuthResult = AuthResult> extends CommonOptions<Result> {
  /**
   * How long the code, or the URL, may take, in ms, from 1 on.
   * @defaultValue 30000
   */
  codeTimeout?: number | undefined;
  /**
   * No naming step: Tray names the authentication. A `url` that has the parameter `skipTitleField` keeps its own; `false`
   * leaves it as it is.
   * @defaultValue false
   */
  skipTitleField?: boolean | undefined;
  /** For OAuth services: straight to the scopes page. A `url` is treated as by `skipTitleField`. @defaultValue false */
  skipAuthSettings?: boolean | undefined;
  /**
   * A popup window, a modal with an iframe (whitelabel: Tray must allow your domain), or an iframe inside this Element,
   * which must show its children.
   * @defaultValue `'popup'`
   */
  display?: 'popup' | 'modal' | Element | undefined;
  popup?: PopupOptions | undefined;
  frame?: FrameOptions | undefined;
  labels?: Labels | undefined;
  /**
   * Whether an error of the dialog ends it. With `false` it is an event, and the dialog stays open.
   * @defaultValue true
   */
  closeOnError?: boolean | undefined;
}

/** The options of `openAuthDialog` that do not say which dialog. */
export interface OpenOptions<Result extends AuthResult = AuthResult> extends ShowOptions<Result> {
  /** The partner's name at Tray, also called Embedded ID. */
  partnerName: string;
  /** The one-time code, or how to get it. The popup opens first and is navigated when the code is there. */
  authorizationCode: AuthorizationCode;
  url?: undefined;
}

/** Create an authentication for a slot of a solution instance. */
export interface SolutionTarget {
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
  authId: string;
  solutionInstanceId?: undefined;
  externalAuthId?: undefined;
  serviceId?: undefined;
  serviceEnvironmentId?: undefined;
  scopes?: undefined;
}
/** Create an authentication for a service, without a solution. */
export interface ServiceTarget {
  serviceId: string;
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

/** Which of the four dialogs. */
export type DialogTarget = SolutionTarget | EditTarget | ServiceTarget | BareTarget;

/** The dialog's whole URL, as a back end hands it over, in place of what it is made of. */
export interface UrlTarget {
  /**
   * The URL, or how to get it. The popup opens first and is navigated when the URL is there.
   *
   * It is absolute, of `https:` (`http:` on loopback), at most 16,384 characters long, has one of Tray's paths
   * (`/external/auth/create/{partnerName}`, with `/{solutionInstanceId}/{externalAuthId}` or not, or
   * `/external/auth/edit/{partnerName}/{authId}`) and exactly one `code`, and no credentials and no fragment. White space
   * around it is ignored. A string or `URL` that is not is `invalid_options`; what a promise or function gives is
   * `code_failed`, and nothing is navigated.
   *
   * Messages are taken from its own origin, if that is `embedded.tray.io`, `embedded.*.tray.io`,
   * `*.integration-configuration.com`, `*.integration-authentication.com` (all at the usual port) or loopback. Any other
   * needs `host` beside it.
   */
  url: DialogUrl;
  /** If the URL's path has one too, they must be equal. Without one in the path, give both ids or neither. */
  solutionInstanceId?: string | undefined;
  /** As `solutionInstanceId`. Given, it makes the type of the result say that `authValue` is there. */
  externalAuthId?: string | undefined;
  partnerName?: undefined;
  authorizationCode?: undefined;
  authId?: undefined;
  serviceId?: undefined;
  serviceEnvironmentId?: undefined;
  scopes?: undefined;
}

/**
 * Which dialog, and the code or URL that opens it: what `openAuthDialog` needs besides {@link ShowOptions}. Use the two in a
 * wrapper of your own, which then needs no `Omit` on a union:
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

/** What `openAuthDialog` takes. Unknown names are an error; `undefined` means absent; `null` is an error. */
export type AuthDialogOptions = (OpenOptions & DialogTarget) | (ShowOptions & UrlTarget);

/** What {@link authDialogUrl} takes: the code as a string. Other valid options are ignored; `url` is an error. */
export type AuthDialogUrlOptions = Omit<OpenOptions, 'authorizationCode'> &
  DialogTarget & { authorizationCode: string };

/** What {@link attachAuthDialog} takes. */
export interface AttachOptions extends CommonOptions {
  /**
   * The URL that was opened, for its origin: in place of `host` or `region`. Beside one of them, both must have the same origin.
   * The rules of {@link UrlTarget}; errors are `invalid_options`.
   */
  url?: string | URL | undefined;
}

/**
 * Opens the dialog now, in the caller's task: call it in the handler of a click, before any `await`, or the browser blocks
 * the popup.
 * @throws AuthDialogError `invalid_options`, `not_in_browser`, `wasm_blocked`, `not_ready`, `internal`
 */
export function openAuthDialog(options: OpenOptions<SolutionResult> & SolutionTarget): AuthDialog<SolutionResult>;
/**
 * Opens the dialog now, in the caller's task: call it in the handler of a click, before any `await`, or the browser blocks
 * the popup. With the `url` of a dialog for the slot that `externalAuthId` names.
 * @throws AuthDialogError `invalid_options`, `not_in_browser`, `wasm_blocked`, `not_ready`, `internal`
 */
export function openAuthDialog(
  options: ShowOptions<SolutionResult> & UrlTarget & { externalAuthId: string },
): AuthDialog<SolutionResult>;
/**
 * Opens the dialog now, in the caller's task: call it in the handler of a click, before any `await`, or the browser blocks
 * the popup. For all other dialogs: without a slot of a solution instance, or with one that only `url` names.
 * @throws AuthDialogError `invalid_options`, `not_in_browser`, `wasm_blocked`, `not_ready`, `internal`
 */
export function openAuthDialog(options: AuthDialogOptions): AuthDialog;

/**
 * Gets ready for the first click while the page is idle: starts the module and lets it run once, so that the browser has
 * compiled what the click runs (docs/speed.md says what that saves). Call it when a page shows a button that opens a dialog.
 * It returns at once, opens nothing, sends nothing, never throws, and does nothing on a server or when called again.
 * Without it the first click does the same work. With `tray-auth-dialog/slim`, call `init` first.
 */
export function prepare(): void;

/**
 * Follows a dialog that the page opened itself. It never navigates it; `close()` closes a window and never removes an
 * iframe. `host` or `region` must be those of the URL that was opened; or give that as `url`.
 * @throws AuthDialogError `invalid_options`, `not_in_browser`, `wasm_blocked`, `not_ready`, `internal`
 */
export function attachAuthDialog(target: Window | HTMLIFrameElement, options?: AttachOptions): AttachedAuthDialog;

/**
 * The dialog's URL. Works on a server too.
 * @throws AuthDialogError `invalid_options`, `wasm_blocked`, `not_ready`, `internal`
 */
export function authDialogUrl(options: AuthDialogUrlOptions): string;

/** A message of the auth dialog. */
export type AuthMessage =
  | { readonly type: 'finish'; readonly authId: string; readonly authType?: string }
  | { readonly type: 'close' }
  | { readonly type: 'error'; readonly message?: string }
  | { readonly type: 'accountIdRequest' }
  /** A message of the family that this version does not know. */
  | { readonly type: 'unknown'; readonly name: string }
  /** A `finish` without a usable `authId`. */
  | { readonly type: 'malformed'; readonly name: string; readonly field: string };

/**
 * Reads `event.data`; `undefined` for everything that is not the auth dialog's. It checks **no origin and no source**:
 * check both yourself first, or any page can forge a finish.
 * @throws AuthDialogError `wasm_blocked`, `not_ready`, `internal`
 */
export function parseAuthMessage(data: unknown): AuthMessage | undefined;
