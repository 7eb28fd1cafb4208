// What partners write with the composable.
import { type ComputedRef, computed, createApp, provide, ref } from 'vue';
import type { AuthDialogError, AuthDialogOptions, SolutionResult } from 'tray-auth-dialog';
import { openAuthDialog } from 'tray-auth-dialog/testing';
import { authDialogKey, useAuthDialog } from 'tray-auth-dialog/vue';

export function useDialogs() {
  const options = {
    partnerName: 'acme',
    solutionInstanceId: 'instance',
    externalAuthId: 'slot',
    authorizationCode: async () => 'code',
  };
  const { open, retry, close, state, busy, result, error } = useAuthDialog(() => options);
  const promise: Promise<SolutionResult | undefined> = open();
  retry();
  close();
  const kept: ComputedRef<SolutionResult | undefined> = result;
  const authId = computed(() => result.value?.authValue.authId);
  const failed: AuthDialogError | undefined = error.value;
  const text = `${state.value === 'idle'} ${busy.value}`;
  useAuthDialog(options);
  useAuthDialog(ref(options)).result.value?.authValue.authId;
  useAuthDialog(computed(() => (busy.value ? undefined : options)));
  useAuthDialog({} as AuthDialogOptions).result.value?.authId;
  // @ts-expect-error
  useAuthDialog({} as AuthDialogOptions).result.value?.authValue.authId;
  // @ts-expect-error
  useAuthDialog({ partnerName: 'acme' });
  provide(authDialogKey, openAuthDialog);
  createApp({}).provide(authDialogKey, openAuthDialog);
  // @ts-expect-error
  provide(authDialogKey, () => undefined);
  return [promise, kept, authId, failed, text];
}
