/**
 * `<tray-auth-button>`: a button that opens the dialog, for plain HTML, Angular and everything that uses custom elements.
 *
 * ```html
 * <script type="module">
 *   import 'tray-auth-dialog/element/define';
 *   const button = document.querySelector('tray-auth-button');
 *   button.authorizationCode = fetchCode;
 *   button.addEventListener('finish', ({ detail }) => save(detail));
 * </script>
 * <tray-auth-button partner-name="acme" solution-instance-id="…" external-auth-id="…">Connect Slack</tray-auth-button>
 * ```
 *
 * @packageDocumentation
 */
import type { AuthDialogStatus, OpenAuthDialog } from './frameworks/types.js';
import type {
  AuthDialogError,
  AuthDialogEventMap,
  AuthDialogOptions,
  AuthResult,
  AuthorizationCode,
  DialogUrl,
  ShowOptions,
} from './index.js';

export type { AuthDialogStatus, AuthDialogViewState, OpenAuthDialog } from './frameworks/types.js';

/** The options as properties. If a property is not set, its attribute counts. */
export interface TrayAuthButtonOptions extends ShowOptions {
  partnerName?: string | undefined;
  solutionInstanceId?: string | undefined;
  externalAuthId?: string | undefined;
  authId?: string | undefined;
  serviceId?: string | undefined;
  serviceEnvironmentId?: string | undefined;
  scopes?: readonly string[] | undefined;
  authorizationCode?: AuthorizationCode | undefined;
  url?: DialogUrl | undefined;
}

/**
 * The events of a dialog, under their own names. For `error`, `detail` is the error, including errors that the call threw; for
 * all others it is the dialog's event. They do not bubble.
 */
export type TrayAuthButtonEventMap = {
  [Type in Exclude<keyof AuthDialogEventMap, 'error'>]: CustomEvent<AuthDialogEventMap[Type]>;
} & { error: CustomEvent<AuthDialogError> };

/**
 * The element. Each option is a property. All options except functions and other objects are also attributes: `partner-name`,
 * `popup-width`, `close-on-error="false"`, `scopes="read write"`. A property wins over its attribute, and both win over
 * `options`.
 *
 * The button in its shadow root has `type="button"`, and is disabled while the dialog is open. Its part is `button`, plus
 * `busy` while the dialog is open. In a form, the element's `name` submits the `authId` of the result.
 */
export interface TrayAuthButton extends HTMLElement, TrayAuthButtonOptions, AuthDialogStatus {
  /** All options as one object. Properties and attributes win over it. */
  options: Partial<AuthDialogOptions> | undefined;
  /**
   * The function that opens the dialog: by default `openAuthDialog` of this package; you can set that of `tray-auth-dialog/js`
   * or `/slim`, or a fake in a test.
   */
  openAuthDialog: OpenAuthDialog;
  disabled: boolean;
  /** Opens the dialog, as a click does. @returns a promise that never rejects: the result, or `undefined` when there is none */
  open(): Promise<AuthResult | undefined>;
  /** Opens the latest dialog again, with a fresh code. Call it in a new click. */
  retry(): Promise<AuthResult | undefined>;
  /** Closes the dialog, if one is open. So does removing the element. */
  close(): void;
  addEventListener<Type extends keyof TrayAuthButtonEventMap>(
    type: Type,
    listener: (this: TrayAuthButton, event: TrayAuthButtonEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends keyof TrayAuthButtonEventMap>(
    type: Type,
    listener: (this: TrayAuthButton, event: TrayAuthButtonEventMap[Type]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

/**
 * Defines the element, once per name. On a server it does nothing and returns `undefined`.
 * @param name with a hyphen, as the browser requires; by default `tray-auth-button`
 * @returns its class
 * @throws Error if another element has this name
 */
export function defineTrayAuthButton(name?: string): { new (): TrayAuthButton; prototype: TrayAuthButton } | undefined;
