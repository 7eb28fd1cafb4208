// What partners write with the element.
import type { AuthDialogError, AuthResult } from 'tray-auth-dialog';
import 'tray-auth-dialog/element/define';
import { defineTrayAuthButton, type TrayAuthButton } from 'tray-auth-dialog/element';
import { openAuthDialog } from 'tray-auth-dialog/js';
import { openAuthDialog as openFake } from 'tray-auth-dialog/testing';

declare function save(result: AuthResult): void;
declare function show(text: string): void;

const button: TrayAuthButton = document.createElement('tray-auth-button');
const found: TrayAuthButton | null = document.querySelector('tray-auth-button');
button.partnerName = 'acme';
button.authorizationCode = () => fetch('/api/tray/code').then((response) => response.text());
button.solutionInstanceId = undefined;
button.popup = { width: 500 };
button.display = found ?? 'modal';
button.onFinish = ({ authId }) => show(authId);
button.options = { region: 'eu', labels: { title: 'Connect' } };
button.openAuthDialog = openAuthDialog;
button.openAuthDialog = openFake;
button.addEventListener('finish', ({ detail }) => save(detail));
button.addEventListener('late-finish', ({ detail }) => save(detail));
button.addEventListener('close', ({ detail }) => show(detail.by));
button.addEventListener('error', ({ detail }) => {
  const error: AuthDialogError = detail;
  show(error.code);
});
button.addEventListener('click', (event) => show(event.type));
export const result: Promise<AuthResult | undefined> = button.open();
button.close();
show(`${button.state} ${button.busy} ${button.result?.authId} ${button.error?.code}`);

const Other = defineTrayAuthButton('acme-connect');
export const other: TrayAuthButton | undefined = Other && new Other();

// @ts-expect-error
button.partnerName = 5;
// @ts-expect-error
button.state = 'open';
// @ts-expect-error
button.openAuthDialog = () => undefined;
// @ts-expect-error
button.addEventListener('error', ({ detail }) => detail.authId);
