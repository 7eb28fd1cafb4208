// Steps of a behaviour, for the cases and for tests.

export const FINISH = { type: 'tray.authpopup.finish', authType: '$authType', authId: '$authId' };
export const CLOSE = { type: 'tray.authpopup.close' };
export const ACCOUNT_ID_REQUEST = { type: 'tray.authpopup.accountIdRequest' };

/** @param {unknown} post the message, as JSON */
export const post = (post) => ({ post });
export const finish = post(FINISH);
export const close = post(CLOSE);
export const error = (text = 'The service environment does not match the service.') =>
  post({ type: 'tray.authPopup.error', error: text });
export const closeWindow = { closeWindow: true };

/** @param {string} url */
export const go = (url) => ({ go: url });

/**
 * The same step, later.
 * @param {number} ms after the step before it
 * @param {object} step
 */
export const after = (ms, step) => ({ after: ms, ...step });

/** What Tray does, as far as it is documented: post the message, then close. */
export const DEFAULTS = {
  onLoad: [],
  onFinish: [finish, closeWindow],
  onCancel: [close, closeWindow],
  onPagehide: [],
};

/** A page of another origin that plays these steps, as `go` target: a forger, or the provider's site. */
export const speaker = (steps, origin = '{elsewhere}') =>
  `${origin}/__sim/speak?steps=${encodeURIComponent(JSON.stringify(steps))}`;
