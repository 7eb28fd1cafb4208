// The last page of the provider's window: tells the dialog, which has the same origin, to ask the server, and closes.
(window.opener ?? window.parent).postMessage({ type: 'sim.consent' }, location.origin);
window.close();
