// The end of the provider's window: tells the dialog, of this same origin, to look; then goes.
(window.opener ?? window.parent).postMessage({ type: 'sim.consent' }, location.origin);
window.close();
