/**
 * `tray-auth-dialog` as a React hook, for React 16.8 and newer.
 *
 * ```tsx
 * import { useAuthDialog } from 'tray-auth-dialog/react';
 *
 * const { open, busy, error } = useAuthDialog({ ...options, onFinish: save });
 * return <button type="button" onClick={open} disabled={busy}>Connect</button>;
 * ```
 *
 * @packageDocumentation
 */
import type { ReactElement, ReactNode } from 'react';
import type { AuthDialogView, OpenAuthDialog } from './frameworks/types.js';
import type {
  AuthDialogOptions,
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

/**
 * A dialog for this component: call `open` in a click. It closes when the component unmounts. Rendering opens nothing, so a
 * server can render it.
 *
 * The options may change with each render: the next `open` uses the current ones, and callbacks are always the latest. Pass
 * `undefined` until you know them: `open` then fails with `invalid_options`.
 */
export function useAuthDialog(
  options: (OpenOptions<SolutionResult> & SolutionTarget) | undefined,
): AuthDialogView<SolutionResult>;
/** The same with `url`, for the slot that `externalAuthId` names. */
export function useAuthDialog(
  options: (ShowOptions<SolutionResult> & UrlTarget & { externalAuthId: string }) | undefined,
): AuthDialogView<SolutionResult>;
/** The same for the other kinds of dialog, whose results may have no `authValue`. */
export function useAuthDialog(options: AuthDialogOptions | undefined): AuthDialogView;

/**
 * Sets the function that opens dialogs for every `useAuthDialog` below it: `openAuthDialog` of `tray-auth-dialog/js` or
 * `/slim`, or a fake in a test.
 */
export function AuthDialogProvider(props: { open?: OpenAuthDialog; children?: ReactNode }): ReactElement;
