// The entry /slim where `url:` asks for a file's URL: Parcel.
import { init, openAuthDialog } from 'tray-auth-dialog/slim';
import wasmUrl from 'url:tray-auth-dialog/slim.wasm';
import { connect } from './connect.js';

init(wasmUrl).then(() => connect(openAuthDialog));
