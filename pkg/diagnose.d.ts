/**
 * Finds what in this page or browser stops a dialog from working, before a user does. For developers: call it while you
 * develop, or from a page for your support team.
 *
 * ```ts
 * import { diagnose } from 'tray-auth-dialog/diagnose';
 *
 * button.onclick = async () => console.table(await diagnose({ display: 'popup' }));
 * ```
 *
 * It opens no window and no frame. It sends only one `HEAD` request for the page's own URL (on top-level https or loopback
 * pages; no redirects; at most 1 s; with the page's cookies, like a request for the page itself). It lists only what a page can
 * find out: an empty list does not mean that a dialog works.
 *
 * @packageDocumentation
 */

/** The kind of a {@link Finding}. docs/diagnose-and-debug.md explains each. */
export type FindingCode =
  | 'coop_same_origin'
  | 'coop_blocks_provider'
  | 'coop_allow_popups'
  | 'cross_origin_isolated'
  | 'framed'
  | 'sandbox_blocks_popups'
  | 'sandbox_opaque_origin'
  | 'credentialless'
  | 'no_webassembly'
  | 'webassembly_too_old'
  | 'webassembly_forbidden'
  | 'insecure_context'
  | 'zone_js'
  | 'no_user_activation'
  | 'no_window_open'
  | 'modal_unsupported'
  | 'in_app_browser';

/**
 * - `error`: such a dialog does not work here.
 * - `warning`: it does not work in some browsers, or not safely.
 * - `info`: good to know, or a guess.
 */
export type FindingSeverity = 'error' | 'warning' | 'info';

/** One thing that was found. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** What was found, for developers, in English. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
  /** Where it is explained: a document in this package, such as `docs/popups.md#severed-openers`. */
  readonly link: string;
}

/** The options of {@link diagnose}. Other names are ignored, so you can pass the options of a dialog. */
export interface DiagnoseOptions {
  /** How you want to show the dialog. Some findings matter only for popups, others only for frames. @defaultValue `'popup'` */
  display?: 'popup' | 'modal' | Element | undefined;
  /**
   * Whether to check for WebAssembly. Set it to `false` if you import `tray-auth-dialog/js`: a Content-Security-Policy that
   * forbids WebAssembly reports the attempt, in the console and to its report address. @defaultValue true
   */
  webAssembly?: boolean | undefined;
}

/**
 * Checks the page and returns the findings, most severe first. Call it in a click handler to check the user activation too.
 * @throws AuthDialogError (as a rejection) `not_in_browser`, `invalid_options`
 */
export function diagnose(options?: DiagnoseOptions): Promise<Finding[]>;
