/**
 * The calls that a back end makes to Tray before and after the dialog, under Tray's own names. For servers only: Node 20 and
 * newer, edge workers, Deno. It needs only `fetch`. In a browser {@link trayBackend} throws, because it holds your master token.
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
 * Operations, inputs and tokens are those of Tray's documentation ("Embedded API", "Authorization code", "Auth-only dialog")
 * and of the schema of its sample app.
 *
 * @packageDocumentation
 */

/**
 * What a {@link TrayBackendError} is about.
 *
 * - `invalid_options`: an option is missing, unknown or unusable; `field` names it. Nothing was sent.
 * - `in_browser`: this is not a server. Nothing was sent.
 * - `tray_refused_token`: Tray refused the token (`token` says which): it is wrong, expired, of the other kind, or of another
 *   region.
 * - `tray_error`: Tray answered with a GraphQL error; the message quotes it.
 * - `tray_unexpected`: Tray, or a proxy in between, answered in an unknown form, such as a page.
 * - `tray_unreachable`: no connection, or a redirect, which is not followed because it would pass the token on.
 * - `timeout`: no answer within `timeout`. Tray may have done it or not.
 * - `aborted`: `signal` was aborted. Tray may have done it or not.
 * - `not_your_authentication`: the `authId` does not belong to the user. Nothing was saved; answer with 403.
 * - `not_found`: the user has no such solution instance, or its solution is no longer listed. Nothing was saved; 404.
 * - `unknown_slot`: the solution has no authentication with this external id. Nothing was saved; 400.
 * - `conflict`: other processes keep saving to the same instance; save again.
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
 * Every error of this entry. No message holds a token, an authorization code, or the id of a user or an authentication; it
 * quotes at most 300 characters of what Tray said.
 */
export class TrayBackendError extends Error {
  private constructor();
  readonly name: 'TrayBackendError';
  readonly code: TrayBackendErrorCode;
  /**
   * The HTTP status to answer the page with: 400, 403, 404 or 409 for what came from the page, 502, 503 or 504 for what Tray or
   * the network did, 500 for a mistake in your own code.
   */
  readonly answerStatus: number;
  /** The operation of Tray's API that failed, such as `generateAuthorizationCode`. */
  readonly operation?: string;
  /** The token that it was sent with. */
  readonly token?: 'master' | 'user';
  /** The HTTP status of Tray's answer. */
  readonly status?: number;
  /** The option concerned, such as `userToken` or `authValues.0.externalId`. */
  readonly field?: string;
  /** What `fetch` threw, or the signal's reason. Not enumerable, so that logs leave it out. */
  readonly cause?: unknown;
}

/** Whether `error` is a {@link TrayBackendError}, and of this `code` if one is given. It looks at `name` and `code`. */
export function isTrayBackendError<Code extends TrayBackendErrorCode = TrayBackendErrorCode>(
  error: unknown,
  code?: Code,
): error is TrayBackendError & { readonly code: Code };

/**
 * Runs `work` so that no process runs another for the same id at the same time: with a lock of your database, for example.
 * @returns what `work` resolves with; a rejection of `work` is passed on
 */
export type Lock = <Result>(solutionInstanceId: string, work: () => Promise<Result>) => Promise<Result>;

/** The part of `fetch` that is used: a `POST` with a string as its body. */
export type FetchLike = (url: string, init: FetchInit) => Promise<FetchResponse>;
/** What {@link FetchLike} is called with. */
export interface FetchInit {
  method: 'POST';
  headers: Record<string, string>;
  body: string;
  redirect: 'manual';
  signal: AbortSignal;
}
/** The part of an answer that is read. */
export interface FetchResponse {
  readonly status: number;
  readonly type: string;
  text(): Promise<string>;
}

/** What {@link trayBackend} takes. Unknown names are an error; `undefined` means absent. */
export interface TrayBackendOptions {
  /** The master token of your account at Tray. It never leaves the back end. */
  masterToken: string | undefined;
  /**
   * The region of your account: the API is at `tray.io`, `eu1.tray.io` or `ap1.tray.io`, and the dialog beside it.
   * @defaultValue `'us'`
   */
  region?: 'us' | 'eu' | 'apac' | undefined;
  /** Another GraphQL endpoint, such as a simulated Tray's: `https:`, or `http:` on loopback. @defaultValue that of `region` */
  graphqlUrl?: string | URL | undefined;
  /** How long one request may take, in ms, from 1 on. One call may send several. @defaultValue 15000 */
  timeout?: number | undefined;
  /** In place of the global `fetch`, such as one with a proxy. */
  fetch?: FetchLike | undefined;
  /**
   * Saves to one solution instance run one after another within a process. Where several processes save, give a lock that
   * counts for all of them: Tray documents no compare-and-set, so without one a save can be lost when two processes save at
   * once.
   */
  lock?: Lock | undefined;
}

/** What every call takes. */
export interface CallOptions {
  /** Stops the call: it rejects with `aborted`. */
  signal?: AbortSignal | undefined;
}
/** What a call on behalf of a user takes. */
export interface UserCallOptions extends CallOptions {
  /** The signed-in user's token, from {@link TrayBackend.authorize}. Tray's rule: it lives two days. */
  userToken: string;
}

/** An authentication that a solution needs. */
export interface AuthSlot {
  /** Its External ID: the `externalAuthId` of the dialog. */
  readonly externalId: string;
  /** Its title; the External ID where Tray gives none. */
  readonly title: string;
}
/** A solution that you have published at Tray. */
export interface Solution {
  /** The `solutionId` of {@link TrayBackend.createSolutionInstance}. */
  readonly id: string;
  readonly title: string;
  /** Empty where Tray gives none. */
  readonly description: string;
  readonly authSlots: readonly AuthSlot[];
}
/** What was saved for one authentication of an instance. */
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
/** What was saved, as Tray has it afterwards. */
export interface SavedAuthentication {
  readonly solutionInstance: SolutionInstance;
  /** What the solution still needs: empty when the instance is complete, and `enabled` then. */
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

/** What {@link TrayBackend.dialogUrl} takes. */
export type DialogUrlOptions = DialogUrlTarget & {
  /** The partner's name at Tray, also called Embedded ID: in your profile there. */
  partnerName: string;
  /** From {@link TrayBackend.generateAuthorizationCode}, for this one opening. */
  authorizationCode: string;
  /** @defaultValue the region of the back end */
  region?: 'us' | 'eu' | 'apac' | undefined;
  /** The whitelabel host, by the rules of `openAuthDialog`; excludes `region`. */
  host?: string | undefined;
  /** No naming step. @defaultValue false */
  skipTitleField?: boolean | undefined;
  /** For OAuth services: straight to the scopes page. @defaultValue false */
  skipAuthSettings?: boolean | undefined;
};

/**
 * Tray's API for one account. Its functions need no `this`. All but `dialogUrl` reject with a {@link TrayBackendError}; any of
 * them with `invalid_options`, `tray_refused_token`, `tray_error`, `tray_unexpected`, `tray_unreachable`, `timeout`, `aborted`.
 */
export interface TrayBackend {
  /** Makes a user of yours known to Tray, once. Master token. Keep the `userId` with your user. */
  createExternalUser(
    this: void,
    options: CallOptions & {
      /** How Tray's own pages name the user. */
      name: string;
      /** Your own id of the user; it stays the same. */
      externalUserId: string;
      /** A test user, which Tray does not count as a customer. */
      isTestUser?: boolean | undefined;
    },
  ): Promise<{ userId: string }>;

  /** Makes the user token, which acts for one user. Master token. Tray's rule: it lives two days. */
  authorize(this: void, options: CallOptions & { userId: string }): Promise<{ accessToken: string }>;

  /**
   * Makes the code that opens one dialog. Master token. Tray's rule: it works once, within five minutes, so make one in each
   * click. Take `userId` from your own session and never from the request: who has a code is that user at Tray.
   */
  generateAuthorizationCode(
    this: void,
    options: CallOptions & { userId: string },
  ): Promise<{ authorizationCode: string }>;

  /**
   * The dialog's whole URL, for pages that take it as `url`. Sends nothing; the same as `authDialogUrl` in the page makes. Who
   * has the URL has the code: do not log either, and send the answer with `Cache-Control: no-store`.
   * @throws TrayBackendError `invalid_options`
   */
  dialogUrl(this: void, options: DialogUrlOptions): string;

  /** Your solutions, all pages, each with the External IDs of its authentications. Master token. */
  solutions(this: void, options?: CallOptions): Promise<Solution[]>;

  /** Makes a user's own copy of a solution, disabled and empty. User token. Once for each user and solution; keep its id. */
  createSolutionInstance(
    this: void,
    options: UserCallOptions & { solutionId: string; instanceName: string },
  ): Promise<SolutionInstance>;

  /** The user's instances, all pages. User token. */
  solutionInstances(this: void, options: UserCallOptions): Promise<SolutionInstance[]>;

  /** The user's authentications, all pages: also those that a page which was closed too early never heard of. User token. */
  authentications(this: void, options: UserCallOptions): Promise<Authentication[]>;

  /**
   * Saves what the dialog gave. It checks that `authId` is one of this user's own (a fresh one is asked for up to four times
   * within 2 s), that the instance is this user's and that its solution has such an authentication; puts the value into
   * the instance's list in place of an older one; and enables the instance when all are there. User token; and the master
   * token, to learn what the solution needs.
   *
   * Two saves at once to one instance lose nothing within a process. For several processes see `lock`.
   * @throws (as a rejection) TrayBackendError also `not_your_authentication`, `not_found`, `unknown_slot`, `conflict`
   */
  saveAuthentication(
    this: void,
    options: UserCallOptions & {
      solutionInstanceId: string;
      /** The `authValue` of the page's result, as it came. */
      authValue: AuthValue;
      /** Whether to enable the instance when all are there. @defaultValue true */
      enable?: boolean | undefined;
    },
  ): Promise<SavedAuthentication>;

  /** As {@link TrayBackend.saveAuthentication}, with several values: all of them are checked before any is saved. */
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
