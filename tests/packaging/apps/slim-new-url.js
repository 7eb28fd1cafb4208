// The entry /slim where `new URL` takes the name of a package: webpack, Rspack.
import { init, openAuthDialog } from 'tray-auth-dialog/slim';
import { connect } from './connect.js';

init(new URL('tray-auth-dialog/slim.wasm', import.meta.url)).then(() => connect(openAuthDialog));
