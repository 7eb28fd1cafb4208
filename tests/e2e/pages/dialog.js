// A dialog that does what a test tells it, at once by the script that came with its code or later through `window.dialog`.
const code = new URLSearchParams(location.search).get('code');

const dialog = {
  host: window.opener ?? (window.parent === window ? null : window.parent),
  /** Posts anything to the page that opened or embedded this one. */
  post: (data, target = '*') => dialog.host.postMessage(data, target),
  finish: (authId = 'auth-1', more = {}) =>
    dialog.post({ type: 'tray.authpopup.finish', authId, authType: 'oauth', ...more }),
  /** What was posted to this window. */
  received: [],
  /** Shows a button that opens a host page in a window: the dialog speaks to that page from then on. */
  offer(url) {
    const button = document.createElement('button');
    button.id = 'offer';
    button.textContent = 'Open the host page';
    button.addEventListener('click', () => (dialog.host = window.open(url)));
    document.body.append(button);
  },
};
window.addEventListener('message', (event) => {
  dialog.received.push({ data: event.data, origin: event.origin, fromHost: event.source === dialog.host });
});
document.getElementById('finish')?.addEventListener('click', () => dialog.finish());
window.dialog = dialog;

// Not awaited: a frame that is removed while its module waits makes WebKit go round and round in its page's process.
import(`/dialog-script/${code}`).then(({ functions, args }) => {
  functions?.script(dialog, args);
  dialog.ready = true;
});
