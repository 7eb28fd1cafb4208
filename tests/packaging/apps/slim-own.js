// The entry /slim where the page serves the module's file under an address of its own.
import { init, openAuthDialog } from 'tray-auth-dialog/slim';
import { connect } from './connect.js';

init('dialog.wasm').then(() => connect(openAuthDialog));
