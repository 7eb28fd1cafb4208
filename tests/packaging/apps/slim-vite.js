// The entry /slim where `?url` asks for a file's URL: Vite.
import { init, openAuthDialog } from 'tray-auth-dialog/slim';
import wasmUrl from 'tray-auth-dialog/slim.wasm?url';
import { connect } from './connect.js';

init(wasmUrl).then(() => connect(openAuthDialog));
