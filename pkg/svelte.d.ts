/**
 * `tray-auth-dialog` for Svelte 4 and 5: a store that is also an object with reactive properties, for runes.
 *
 * ```svelte
 * <script>
 *   import { useAuthDialog } from 'tray-auth-dialog/svelte';
 *   const dialog = useAuthDialog(() => ({ ...options, onFinish: save }));
 * </script>
 * <button type="button" onclick={dialog.open} disabled={dialog.busy}>Connect</button>
 * ```
 *
 * In Svelte 4: `on:click={dialog.open} disabled={$dialog.busy}`.
 *
 * @packageDocumentation
 */
import type { AuthDialogActions, AuthDialogStatus, AuthDialogView, OpenAuthDialog } from './frameworks/types.js';
import type {
  AuthDialogOptions,
  AuthResult,
  OpenOptions,
  ShowOptions,
  SolutionResult,
  SolutionTarget,
  UrlTarget,
} from './index.js';

export type {
  AuthDialogActions,
  AuthDialogStatus,
  AuthDialogView,
  AuthDialogViewState,
  OpenAuthDialog,
} from './frameworks/types.js';

/** A value, or a function that returns one, which is called for each dialog and each callback. */
export type MaybeGetter<Value> = Value | (() => Value);

/**
 * A readable store (`$dialog.busy`) in Svelte 4 and 5, with the actions. In Svelte 5 its own properties are reactive too
 * (`dialog.busy`), unless you destructure them (`const { busy } = dialog`).
 */
export interface AuthDialogStore<Result extends AuthResult = AuthResult>
  extends AuthDialogActions<Result>,
    AuthDialogStatus<Result> {
  /** The contract of Svelte's stores. */
  subscribe(this: void, run: (view: AuthDialogView<Result>) => void): () => void;
}

/**
 * A dialog for this component: call `open` in a click. It closes when the component is destroyed. Rendering opens nothing, so a
 * server can render it.
 *
 * Pass a function if the options change: the next `open` uses the current ones, and callbacks are always the latest. Pass
 * `undefined` until you know them: `open` then fails with `invalid_options`.
 */
export function useAuthDialog(
  options: MaybeGetter<(OpenOptions<SolutionResult> & SolutionTarget) | undefined>,
): AuthDialogStore<SolutionResult>;
/** The same with `url`, for the slot that `externalAuthId` names. */
export function useAuthDialog(
  options: MaybeGetter<(ShowOptions<SolutionResult> & UrlTarget & { externalAuthId: string }) | undefined>,
): AuthDialogStore<SolutionResult>;
/** The same for the other kinds of dialog, whose results may have no `authValue`. */
export function useAuthDialog(options: MaybeGetter<AuthDialogOptions | undefined>): AuthDialogStore;

/**
 * Sets the function that opens dialogs for every `useAuthDialog` in this component and below it: `openAuthDialog` of
 * `tray-auth-dialog/js` or `/slim`, or a fake in a test.
 */
export function setAuthDialog(open: OpenAuthDialog): void;

/** The context's key: `mount(Component, { context: new Map([[authDialogKey, openAuthDialog]]) })`. */
export const authDialogKey: unique symbol;
