/**
 * `tray-auth-dialog` as a Vue composable, for Vue 3.2 and newer.
 *
 * ```vue
 * <script setup>
 * import { useAuthDialog } from 'tray-auth-dialog/vue';
 * const { open, busy, error } = useAuthDialog(() => ({ ...options, onFinish: save }));
 * </script>
 * <template><button type="button" :disabled="busy" @click="open">Connect</button></template>
 * ```
 *
 * @packageDocumentation
 */
import type { ComputedRef, InjectionKey, Ref } from 'vue';
import type { AuthDialogActions, AuthDialogStatus, OpenAuthDialog } from './frameworks/types.js';
import type {
  AuthDialogOptions,
  AuthResult,
  OpenOptions,
  ShowOptions,
  SolutionResult,
  SolutionTarget,
  UrlTarget,
} from './index.js';

export type { AuthDialogActions, AuthDialogStatus, AuthDialogViewState, OpenAuthDialog } from './frameworks/types.js';

/** A value, a ref of one, or a function that returns one, which is called for each dialog and each callback. */
export type MaybeRefOrGetter<Value> = Value | Ref<Value> | (() => Value);

/** The state of the dialog, as refs, and what you can do. */
export type AuthDialogRefs<Result extends AuthResult = AuthResult> = AuthDialogActions<Result> & {
  readonly [Name in keyof AuthDialogStatus]: ComputedRef<AuthDialogStatus<Result>[Name]>;
};

/**
 * A dialog for this component: call `open` in a click. It closes when the component unmounts, or the effect scope ends.
 * Rendering opens nothing, so a server can render it.
 *
 * The next `open` uses the current options, and callbacks are always the latest. Pass `undefined` until you know them: `open`
 * then fails with `invalid_options`.
 */
export function useAuthDialog(
  options: MaybeRefOrGetter<(OpenOptions<SolutionResult> & SolutionTarget) | undefined>,
): AuthDialogRefs<SolutionResult>;
/** The same with `url`, for the slot that `externalAuthId` names. */
export function useAuthDialog(
  options: MaybeRefOrGetter<(ShowOptions<SolutionResult> & UrlTarget & { externalAuthId: string }) | undefined>,
): AuthDialogRefs<SolutionResult>;
/** The same for the other kinds of dialog, whose results may have no `authValue`. */
export function useAuthDialog(options: MaybeRefOrGetter<AuthDialogOptions | undefined>): AuthDialogRefs;

/**
 * `provide(authDialogKey, openAuthDialog)` sets the function that opens dialogs for every `useAuthDialog` below it: that of
 * `tray-auth-dialog/js` or `/slim`, or a fake in a test.
 */
export const authDialogKey: InjectionKey<OpenAuthDialog>;
