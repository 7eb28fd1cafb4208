// A page rendered on the server, where the dialog's URL can be had but no dialog.
import { authDialogUrl, isAuthDialogError, openAuthDialog } from 'tray-auth-dialog';
import { Inline } from './inline';

export const dynamic = 'force-dynamic';

function whatOpeningGives(options) {
  try {
    openAuthDialog(options);
    return 'a dialog';
  } catch (error) {
    return isAuthDialogError(error) ? error.code : String(error);
  }
}

export default function Page() {
  const options = { partnerName: 'acme', authId: 'auth-1', authorizationCode: 'code-1' };
  return (
    <>
      <p id="url">{authDialogUrl(options)}</p>
      <p id="server">{whatOpeningGives(options)}</p>
      <Inline />
    </>
  );
}
