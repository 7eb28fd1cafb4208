// The entry /slim where importing a file gives its URL: Rollup with its url plugin, esbuild with its file loader.
import { init, openAuthDialog } from 'tray-auth-dialog/slim';
import wasmUrl from 'tray-auth-dialog/slim.wasm';
import { connect } from './connect.js';

init(wasmUrl).then(() => connect(openAuthDialog));
