/**
 * The calls that your back end makes to Tray before and after the dialog, under Tray's own names. For servers only: Node 20 and
 * newer, edge workers, Deno. It needs only `fetch`. In a browser, {@link trayBackend} throws, because it holds your master
 * token.
 *
 * ```ts
 * import { trayBackend } from 'tray-auth-dialog/backend';
 *
 * const tray = trayBackend({ masterToken: process.env.TRAY_MASTER_TOKEN, region: 'us' });
 *
 * // in the click
 * const { authorizationCode } = await tray.generateAuthorizationCode({ userId });
 * // after the dialog
 * const { solutionInstance, missing } = await tray.saveAuthentication({ userToken, solutionInstanceId, authValue });
 * ```
 *
 * Operations, inputs and tokens follow Tray's documentation ("Embedded API", "Authorization code", "Auth-only dialog") and the
 * schema of its sample app.
 *
 * @packageDocumentation
 */

/**
 * The kind of a {@link TrayBackendError}.
 *
 * - `invalid_options`: an option is missing, unknown or unusable; `field` names it. Nothing was sent.
 * - `in_browser`: this is not a server. Nothing was sent.
 * - `tray_refused_token`: Tray refused the token (`token` says which): it is wrong, expired, the other kind of token, or from
 *   another region.
 * - `tray_error`: Tray answered with a GraphQL error; the message quotes it.
 * - `tray_unexpected`: Tray, or a proxy in between, answered in an unknown form, such as an HTML page.
 * - `tray_unreachable`: no connection, or a redirect, which is not followed because it would pass the token on.
 * - `timeout`: no answer within `timeout`. Tray may have carried out the call or not.
 * - `aborted`: `signal` was aborted. Tray may have carried out the call or not.
 * - `not_your_authentication`: the `authId` does not belong to the user. Nothing was saved. Answer with 403.
 * - `not_found`: the user has no such solution instance, or its solution is no longer listed. Nothing was saved. Answer with
 *   404.
 * - `unknown_slot`: the solution has no authentication with this External ID. Nothing was saved. Answer with 400.
 * - `conflict`: other processes keep saving to the same instance. Save again.
 */
export type TrayBackendErrorCode =
  | 'invalid_options'
  | 'in_browser'
  | 'tray_refused_token'
  | 'tray_error'
  | 'tray_unexpected'
  | 'tray_unreachable'
  | 'timeout'
  | 'aborted'
  | 'not_your_authentication'
  | 'not_found'
  | 'unknown_slot'
  | 'conflict';

/**
 * Every error of this entry. No message contains a token, an authorization code, or the id of a user or an authentication. It
 * quotes at most 300 characters of Tray's answer.
 */
export class TrayBackendError extends Error {
  private constructor();
  readonly name: 'TrayBackendError';
  readonly code: TrayBackendErrorCode;
  /**
   * The HTTP status to answer the page with: 400, 403, 404 or 409 if the page sent something wrong, 502, 503 or 504 if Tray or
   * the network failed, 500 for a mistake in your own code.
   */
  readonly answerStatus: number;
  /** The operation of Tray's API that failed, such as `generateAuthorizationCode`. */
  readonly operation?: string;
  /** The token that the request was sent with. */
  readonly token?: 'master' | 'user';
  /** The HTTP status of Tray's answer. */
  readonly status?: number;
  /** The option at fault, such as `userToken` or `authValues.0.externalId`. */
  readonly field?: string;
  /** What `fetch` threw, or the signal's reason. It is not enumerable, so logs leave it out. */
  readonly cause?: unknown;
}

/** Whether `error` is a {@link TrayBackendError}, with this `code` if you pass one. It checks `name` and `code`. */
export function isTrayBackendError<Code extends TrayBackendErrorCode = TrayBackendErrorCode>(
  error: unknown,
  code?: Code,
): error is TrayBackendError & { readonly code: Code };

/**
 * Runs `work` while no other process runs work for the same id, for example with a lock in your database.
 * @returns what `work` resolves with; it rejects when `work` rejects
 */
export type Lock = <Result>(solutionInstanceId: string, work: () => Promise<Result>) => Promise<Result>;

/** The part of `fetch` that this entry uses: a `POST` with a string as its body. */
export type FetchLike = (url: string, init: FetchInit) => Promise<FetchResponse>;
/** What {@link FetchLike} is called with. */
export interface FetchInit {
  method: 'POST';
  headers: Record<string, string>;
  body: string;
  redirect: 'manual';
  signal: AbortSignal;
}
/** The part of a response that is read. */
export interface FetchResponse {
  readonly status: number;
  readonly type: string;
  text(): Promise<string>;
}

/** The options of {@link trayBackend}. Unknown names are an error; `undefined` means absent. */
export interface TrayBackendOptions {
  /** The master token of your account at Tray. It never leaves the back end. */
  masterToken: string | undefined;
  /**
   * The region of your account. The API is at `tray.io`, `eu1.tray.io` or `ap1.tray.io`, and the dialog in the same region.
   * @defaultValue `'us'`
   */
  region?: 'us' | 'eu' | 'apac' | undefined;
  /**
   * Another GraphQL endpoint, such as that of a simulated Tray: `https:`, or `http:` on loopback. @defaultValue that of
   * `region`
   */
  graphqlUrl?: string | URL | undefined;
  /** How long one request may take, in ms, at least 1. One call may send several requests. @defaultValue 15000 */
  timeout?: number | undefined;
  /** Used instead of the global `fetch`, for example to go through a proxy. */
  fetch?: FetchLike | undefined;
  /**
   * Within one process, saves to the same solution instance run one after another. If several processes save, give a lock that
   * all of them share: Tray documents no compare-and-set, so without a lock a save can be lost when two processes save at once.
   */
  lock?: Lock | undefined;
}

/** The options of every call. */
export interface CallOptions {
  /** Stops the call: it rejects with `aborted`. */
  signal?: AbortSignal | undefined;
}
/** The options of a call on behalf of a user. */
export interface UserCallOptions extends CallOptions {
  /** The signed-in user's token, from {@link TrayBackend.authorize}. Tray's rule: it is valid for two days. */
  userToken: string;
}

/** An authentication that a solution needs. */
export interface AuthSlot {
  /** Its External ID: the `externalAuthId` of the dialog. */
  readonly externalId: string;
  /** Its title, or the External ID if Tray gives none. */
  readonly title: string;
}
/** A solution that you have published at Tray. */
export interface Solution {
  /** The `solutionId` of {@link TrayBackend.createSolutionInstance}. */
  readonly id: string;
  readonly title: string;
  /** Empty if Tray gives none. */
  readonly description: string;
  readonly authSlots: readonly AuthSlot[];
}
/** Which authentication fills which slot of an instance. */
export interface AuthValue {
  readonly externalId: string;
  readonly authId: string;
}
/** A user's own copy of a solution. */
export interface SolutionInstance {
  /** The `solutionInstanceId` of the dialog. */
  readonly id: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly authValues: readonly AuthValue[];
  readonly solution: { readonly id: string };
}
/** An authentication that a user has. */
export interface Authentication {
  /** The `authId`. */
  readonly id: string;
  readonly name: string;
  readonly service: { readonly title: string };
}
/** What was saved, as Tray reports it afterwards. */
export interface SavedAuthentication {
  readonly solutionInstance: SolutionInstance;
  /** What the solution still needs. When it is empty, the instance is complete and `enabled`, unless `enable` was `false`. */
  readonly missing: readonly AuthSlot[];
}

/** Which of the four dialogs, as in `openAuthDialog`. */
export type DialogUrlTarget =
  | {
      /** A user's instance, from {@link TrayBackend.createSolutionInstance}. */
      solutionInstanceId: string;
      /** The External ID of one of its solution's authentications. */
      externalAuthId: string;
      authId?: undefined;
      serviceId?: undefined;
      serviceEnvironmentId?: undefined;
      scopes?: undefined;
    }
  | {
      /** Edit this authentication. */
      authId: string;
      solutionInstanceId?: undefined;
      externalAuthId?: undefined;
      serviceId?: undefined;
      serviceEnvironmentId?: undefined;
      scopes?: undefined;
    }
  | {
      serviceId: string;
      serviceEnvironmentId: string;
      /** The OAuth scopes to ask for, at most 1,000. */
      scopes?: readonly string[] | undefined;
      solutionInstanceId?: undefined;
      externalAuthId?: undefined;
      authId?: undefined;
    }
  | {
      solutionInstanceId?: undefined;
      externalAuthId?: undefined;
      authId?: undefined;
      serviceId?: undefined;
      serviceEnvironmentId?: undefined;
      scopes?: undefined;
    };

/** The options of {@link TrayBackend.dialogUrl}. */
export type DialogUrlOptions = DialogUrlTarget & {
  /** Your partner name at Tray, also called Embedded ID: you find it in your profile there. */
  partnerName: string;
  /** From {@link TrayBackend.generateAuthorizationCode}: a new one each time a dialog opens. */
  authorizationCode: string;
  /** @defaultValue the region of the back end */
  region?: 'us' | 'eu' | 'apac' | undefined;
  /** The whitelabel host, by the rules of `openAuthDialog`. Do not combine it with `region`. */
  host?: string | undefined;
  /** Skip the naming step: Tray names the authentication. @defaultValue false */
  skipTitleField?: boolean | undefined;
  /** For OAuth services: go straight to the scopes page. @defaultValue false */
  skipAuthSettings?: boolean | undefined;
};

/**
 * Tray's API for one account. Its functions need no `this`. All except `dialogUrl` reject with a {@link TrayBackendError}. Each
 * of them may reject with `invalid_options`, `tray_refused_token`, `tray_error`, `tray_unexpected`, `tray_unreachable`,
 * `timeout` or `aborted`.
 */
export interface TrayBackend {
  /** Creates a Tray user for one of your users, once. Needs the master token. Store the `userId` with your user. */
  createExternalUser(
    this: void,
    options: CallOptions & {
      /** The name of the user on Tray's own pages. */
      name: string;
      /** Your own id for the user. It must never change. */
      externalUserId: string;
      /** Whether this is a test user, which Tray does not count as a customer. */
      isTestUser?: boolean | undefined;
    },
  ): Promise<{ userId: string }>;

  /** Creates the user token, which acts for one user. Needs the master token. Tray's rule: it is valid for two days. */
  authorize(this: void, options: CallOptions & { userId: string }): Promise<{ accessToken: string }>;

  /**
   * Creates the code that opens one dialog. Needs the master token. Tray's rule: it works once, within five minutes, so create
   * one for each click. Take `userId` from your own session and never from the request: anyone who has a code acts as that user
   * at Tray.
   */
  generateAuthorizationCode(
    this: void,
    options: CallOptions & { userId: string },
  ): Promise<{ authorizationCode: string }>;

  /**
   * Returns the dialog's whole URL, for pages that pass it as `url`. It sends nothing, and returns the same URL as
   * `authDialogUrl` in the page. Anyone who has the URL has the code: do not log either, and send the response with
   * `Cache-Control: no-store`.
   * @throws TrayBackendError `invalid_options`
   */
  dialogUrl(this: void, options: DialogUrlOptions): string;

  /** Lists all your solutions, each with the External IDs of its authentications. Needs the master token. */
  solutions(this: void, options?: CallOptions): Promise<Solution[]>;

  /**
   * Creates a user's own copy of a solution, disabled and empty. Needs a user token. Call it once for each user and solution,
   * and store the id.
   */
  createSolutionInstance(
    this: void,
    options: UserCallOptions & { solutionId: string; instanceName: string },
  ): Promise<SolutionInstance>;

  /** Lists all instances of the user. Needs a user token. */
  solutionInstances(this: void, options: UserCallOptions): Promise<SolutionInstance[]>;

  /**
   * Lists all authentications of the user, including any that the page missed because it was closed too early. Needs a user
   * token.
   */
  authentications(this: void, options: UserCallOptions): Promise<Authentication[]>;

  /**
   * Saves the result of the dialog. It checks that `authId` belongs to this user (up to four times within 2 s, because a new
   * one may not be listed yet), that the instance belongs to this user, and that its solution has such an authentication. Then
   * it adds the value to the instance, replacing an older one, and enables the instance when nothing is missing. Needs a user
   * token, and the master token to find out what the solution needs.
   *
   * Within one process, two saves to the same instance at once lose nothing. For several processes, see `lock`.
   * @throws (as a rejection) TrayBackendError also `not_your_authentication`, `not_found`, `unknown_slot`, `conflict`
   */
  saveAuthentication(
    this: void,
    options: UserCallOptions & {
      solutionInstanceId: string;
      /** The `authValue` of the result in the page, unchanged. */
      authValue: AuthValue;
      /** Whether to enable the instance when nothing is missing. @defaultValue true */
      enable?: boolean | undefined;
    },
  ): Promise<SavedAuthentication>;

  /** Like {@link TrayBackend.saveAuthentication}, with several values. All of them are checked before any is saved. */
  saveAuthentications(
    this: void,
    options: UserCallOptions & {
      solutionInstanceId: string;
      /** One for each `externalId`. */
      authValues: readonly AuthValue[];
      enable?: boolean | undefined;
    },
  ): Promise<SavedAuthentication>;
}

/**
 * @throws TrayBackendError `in_browser`, `invalid_options`
 */
export function trayBackend(options: TrayBackendOptions): TrayBackend;
