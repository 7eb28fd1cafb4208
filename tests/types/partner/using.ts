// What docs/bundlers.md says to add for `using`, where the project's `lib` has it.
import { type AuthDialogOptions, openAuthDialog } from 'tray-auth-dialog';

declare module 'tray-auth-dialog' {
  interface AuthDialog<Result extends AuthResult> extends Disposable {}
}

export async function connect(options: AuthDialogOptions): Promise<string> {
  using dialog = openAuthDialog(options);
  return (await dialog.result).authId;
}
