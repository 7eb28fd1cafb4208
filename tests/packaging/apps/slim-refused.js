// The entry /slim, where the page wants to know why it does not start.
import { init } from 'tray-auth-dialog/slim';
import wasmUrl from 'tray-auth-dialog/slim.wasm';

init(wasmUrl).catch(({ name, code, message }) => {
  document.getElementById('outcome').textContent = JSON.stringify({ name, code, message });
});
globalThis.ready = true;
