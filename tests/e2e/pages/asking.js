// Asks its opener or parent for the account id and keeps whatever it is told.
window.received = [];
window.addEventListener('message', ({ data }) => window.received.push(data));
(window.opener ?? window.parent).postMessage({ type: 'tray.authpopup.accountIdRequest' }, '*');
