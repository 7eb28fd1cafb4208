// The entry /slim in the browser alone: an import map says where the packages are.
import { init, openAuthDialog } from 'tray-auth-dialog/slim';
import { connect } from './connect.js';

init(import.meta.resolve('tray-auth-dialog/slim.wasm')).then(() => connect(openAuthDialog));
