// The page looks, when it loads, whether WebAssembly may run, and takes the entry that does: docs/bundlers.md.
import { connect } from './connect.js';

function wasmRuns() {
  try {
    const smallest = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
    return Boolean(new WebAssembly.Instance(smallest)); // Safari compiles what is forbidden, but does not run it
  } catch {
    return false;
  }
}

globalThis.entry = wasmRuns() ? 'default' : 'js';
const loading = globalThis.entry === 'js' ? import('tray-auth-dialog/js') : import('tray-auth-dialog');
loading.then(({ openAuthDialog }) => connect(openAuthDialog));
