// What a partner tests: their own code, which opens a dialog.
import { isAuthDialogError, openAuthDialog } from 'tray-auth-dialog';

export async function connect() {
  try {
    return await openAuthDialog({ partnerName: 'acme', authorizationCode: async () => 'code' }).result;
  } catch (error) {
    if (!isAuthDialogError(error, 'closed')) throw error;
  }
}
