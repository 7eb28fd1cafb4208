// The other entries: `/js` is the default entry over again, `/slim` has `init` besides.
import * as main from 'tray-auth-dialog';
import * as js from 'tray-auth-dialog/js';
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
