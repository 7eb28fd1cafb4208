// A dialog that does what a test tells it, at once by the script that came with its code or later through `window.dialog`.
const code = new URLSearchParams(location.search).get('code');
const host = window.opener ?? (window.parent === window ? null : window.parent);

const dialog = {
  host,
  /** Posts anything to the page that opened or embedded this one. */
  post: (data, target = '*') => host.postMessage(data, target),
  finish: (authId = 'auth-1', more = {}) => dialog.post({ type: 'tray.authpopup.finish', authId, authType: 'oauth', ...more }),
  /** What was posted to this window. */
  received: [],
};
window.addEventListener('message', (event) => {
  dialog.received.push({ data: event.data, origin: event.origin, fromHost: event.source === host });
});
document.getElementById('finish')?.addEventListener('click', () => dialog.finish());
window.dialog = dialog;

const { functions, args } = await import(`/dialog-script/${code}`);
functions?.script(dialog, args);
dialog.ready = true;
