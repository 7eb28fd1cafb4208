// The other entries: `/js` is the default entry over again, `/slim` has `init` besides; and what is beside the dialogs.
import * as main from 'tray-auth-dialog';
import * as backend from 'tray-auth-dialog/backend';
import { debug } from 'tray-auth-dialog/debug';
import * as diagnosis from 'tray-auth-dialog/diagnose';
import * as js from 'tray-auth-dialog/js';
import * as texts from 'tray-auth-dialog/labels';
import * as slim from 'tray-auth-dialog/slim';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const sameNames: Same<keyof typeof js, keyof typeof main> = true;
const oneMore: Same<Exclude<keyof typeof slim, keyof typeof main>, 'init'> = true;
const open: typeof main.openAuthDialog = sameNames && oneMore ? js.openAuthDialog : slim.openAuthDialog;
open({ partnerName: 'acme', authorizationCode: 'code' });

// The types of one entry serve the others.
const dialog: main.AuthDialog = slim.openAuthDialog({ partnerName: 'acme', authorizationCode: 'code' });
const failed: main.AuthDialogError | undefined = js.isAuthDialogError(dialog) ? dialog : undefined;

declare const bytes: Uint8Array;
declare const compiled: WebAssembly.Module;
export const loads: Promise<void>[] = [
  slim.init('/tray_auth_dialog.wasm'),
  slim.init(new URL('https://cdn.acme.com/tray_auth_dialog.wasm')),
  slim.init(fetch('/tray_auth_dialog.wasm')),
  slim.init(bytes),
  slim.init(compiled),
];
// @ts-expect-error
slim.init();
// @ts-expect-error
slim.init(failed);
// @ts-expect-error
main.init('/tray_auth_dialog.wasm');

// What a partner's developers use beside the dialogs.
const found: Promise<diagnosis.Finding[]> = diagnosis.diagnose({ display: document.body, webAssembly: false });
found.then(([first]) => first && first.severity === 'error' && console.log(first.message, first.fix, first.link));
// @ts-expect-error
diagnosis.diagnose({ display: 'tab' });
debug();
debug(false);

// What end users read.
main.openAuthDialog({ partnerName: 'acme', authorizationCode: 'code', labels: texts.labelsFor(navigator.language) });
main.openAuthDialog({ partnerName: 'acme', authorizationCode: 'code', labels: texts.de.labels });
export const shown: (string | undefined)[] = [
  texts.userMessage(failed),
  texts.userMessage(new Error(), document.documentElement.lang),
  texts.userMessage(failed, { ...texts.en, messages: { ...texts.en.messages, closed: 'Nothing has changed.' } }),
];
// @ts-expect-error
texts.userMessage(failed, { language: 'nl', labels: texts.en.labels, messages: { timeout: 'Dit duurde te lang.' } });
// @ts-expect-error
texts.userMessage(failed, { language: 'nl', labels: { title: 'Verbinden' }, messages: texts.en.messages });

// A back end. `masterToken` may be what `process.env` gives.
const tray: backend.TrayBackend = backend.trayBackend({
  masterToken: undefined as string | undefined,
  region: 'eu',
  fetch,
});
const { generateAuthorizationCode } = tray;
export const answers = async (authValue: main.AuthResult['authValue'], signal: AbortSignal) => {
  const { authorizationCode } = await generateAuthorizationCode({ userId: 'u', signal });
  const url: string = tray.dialogUrl({ partnerName: 'acme', authorizationCode, authId: 'a' });
  // @ts-expect-error
  tray.dialogUrl({ partnerName: 'acme', authorizationCode, authId: 'a', serviceId: 's' });
  // @ts-expect-error
  await tray.authentications({});
  if (!authValue) return url;
  try {
    const saved = await tray.saveAuthentication({ userToken: 't', solutionInstanceId: 'i', authValue });
    return saved.missing.map(({ title }) => title).join();
  } catch (error) {
    if (backend.isTrayBackendError(error, 'not_your_authentication')) return `${error.code} ${error.answerStatus}`;
    throw error;
  }
};
// @ts-expect-error
backend.trayBackend({ masterToken: 't', region: 'mars' });
