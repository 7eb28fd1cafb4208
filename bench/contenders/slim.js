// The entry whose module is a file, which the page loads and compiles before the click.
import { init, openAuthDialog } from 'tray-auth-dialog/slim';

export const ready = () => init('/pkg/generated/tray_auth_dialog.wasm');
export const click = () => openAuthDialog({ partnerName: 'acme', authorizationCode: 'c0de' });
