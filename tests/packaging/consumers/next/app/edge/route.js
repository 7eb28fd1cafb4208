// A route of the edge runtime, where WebAssembly cannot be compiled from bytes.
import { authDialogUrl, isAuthDialogError, openAuthDialog, parseAuthMessage } from 'tray-auth-dialog';

export const runtime = 'edge';
export const dynamic = 'force-dynamic';

export function GET() {
  const options = { partnerName: 'acme', authId: 'auth-1', authorizationCode: 'code-1' };
  let open;
  try {
    openAuthDialog(options);
  } catch (error) {
    open = isAuthDialogError(error) ? error.code : String(error);
  }
  const message = parseAuthMessage({ type: 'tray.authpopup.finish', authId: 'auth-1' });
  return Response.json({ url: authDialogUrl(options), message, open, edge: typeof EdgeRuntime === 'string' });
}
