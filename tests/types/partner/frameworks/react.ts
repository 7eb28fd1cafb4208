// What partners write with the hook; what JSX makes of it is tested with the samples of docs/frameworks.md.
import { createElement } from 'react';
import type { AuthDialogError, AuthDialogOptions, AuthResult, SolutionResult } from 'tray-auth-dialog';
import { openAuthDialog } from 'tray-auth-dialog/js';
import { AuthDialogProvider, type AuthDialogView, type OpenAuthDialog, useAuthDialog } from 'tray-auth-dialog/react';
import { fakeAuthDialog, openAuthDialog as openFake } from 'tray-auth-dialog/testing';

declare const solutionInstanceId: string | undefined;
declare const anyOptions: AuthDialogOptions;
declare function save(value: { externalId: string; authId: string }): Promise<void>;

export function Connect() {
  const dialog: AuthDialogView<SolutionResult> = useAuthDialog({
    partnerName: 'acme',
    solutionInstanceId: 'instance',
    externalAuthId: 'slot',
    authorizationCode: async () => 'code',
    onFinish: ({ authValue }) => save(authValue),
  });
  const { open, retry, close, state, busy, result, error } = dialog;
  const promise: Promise<SolutionResult | undefined> = open();
  promise.then((value) => value && save(value.authValue));
  retry().then((value) => value?.authValue.authId);
  close();
  const failed: AuthDialogError | undefined = error;
  return createElement('button', { type: 'button', onClick: open, disabled: busy }, [
    state === 'idle' ? 'Connect' : state,
    failed?.code ?? result?.authValue.authId,
  ]);
}

export function Others() {
  const any: AuthDialogView = useAuthDialog(anyOptions);
  const url: AuthDialogView<SolutionResult> = useAuthDialog({ url: async () => '', externalAuthId: 'slot' });
  const later: AuthDialogView<SolutionResult> = useAuthDialog(
    solutionInstanceId === undefined
      ? undefined
      : { partnerName: 'acme', solutionInstanceId, externalAuthId: 'slot', authorizationCode: 'code' },
  );
  const result: AuthResult | undefined = any.result;
  // @ts-expect-error
  any.result?.authValue.authId;
  // @ts-expect-error
  useAuthDialog({ partnerName: 'acme' });
  // @ts-expect-error
  useAuthDialog({ ...anyOptions, partner: 'acme' });
  // @ts-expect-error
  any.state = 'open';
  return createElement('p', null, String([url, later, result]));
}

const opens: OpenAuthDialog = () => fakeAuthDialog();
for (const open of [opens, openFake, openAuthDialog]) createElement(AuthDialogProvider, { open });
export const tree = createElement(AuthDialogProvider, null, createElement(Connect), createElement(Others));
