// What partners write with the store.
import { type Readable, get } from 'svelte/store';
import type { AuthDialogOptions, SolutionResult } from 'tray-auth-dialog';
import { type AuthDialogView, authDialogKey, setAuthDialog, useAuthDialog } from 'tray-auth-dialog/svelte';
import { openAuthDialog } from 'tray-auth-dialog/testing';

export function useDialogs() {
  const options = {
    partnerName: 'acme',
    solutionInstanceId: 'instance',
    externalAuthId: 'slot',
    authorizationCode: async () => 'code',
  };
  const dialog = useAuthDialog(() => options);
  const store: Readable<AuthDialogView<SolutionResult>> = dialog;
  const authId = [get(dialog).result?.authValue.authId, dialog.result?.authValue.authId];
  const promise: Promise<SolutionResult | undefined> = dialog.open();
  useAuthDialog(options).retry();
  useAuthDialog(undefined).close();
  // @ts-expect-error
  useAuthDialog({} as AuthDialogOptions).result?.authValue.authId;
  // @ts-expect-error
  useAuthDialog({ partnerName: 'acme' });
  setAuthDialog(openAuthDialog);
  const context = new Map([[authDialogKey, openAuthDialog]]);
  return [store, authId, promise, context];
}
