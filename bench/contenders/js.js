// The entry without WebAssembly.
import { openAuthDialog } from 'tray-auth-dialog/js';

export const click = () => openAuthDialog({ partnerName: 'acme', authorizationCode: 'c0de' });
