// The default entry, following dialogs that are there already.
import { attachAuthDialog } from 'tray-auth-dialog';

export const follow = (frame, host) => attachAuthDialog(frame, { host, closeGrace: 0 });
