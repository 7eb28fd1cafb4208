// The default entry.
import { openAuthDialog, prepare } from 'tray-auth-dialog';

export const click = () => openAuthDialog({ partnerName: 'acme', authorizationCode: 'c0de' });
export { openAuthDialog, prepare };
