// @ts-check
// What is around the page: frames, sandboxes, and the browser by its user agent. Imports nothing.

/** @returns {string[] | undefined} the tokens of the innermost `sandbox` that can be read; `undefined` if there is none */
export function sandboxTokens() {
  /** @type {Window} */
  let inner = window;
  try {
    while (inner !== inner.top) {
      // `null` if the parent page is of another origin.
      const frame = /** @type {HTMLIFrameElement | null} */ (inner.frameElement);
      if (!frame) return undefined;
      const sandbox = frame.getAttribute('sandbox');
      if (sandbox !== null) return sandbox.toLowerCase().split(/\s+/);
      inner = inner.parent;
    }
  } catch {
    // Of another origin.
  }
  return undefined;
}

/** Sandboxed without `allow-same-origin`; files and `data:` URLs have that origin too. */
export const hasOpaqueOrigin = () => window.origin === 'null' && /^https?:$/.test(location.protocol);

/** Apps add their names to the user agent. This is a guess: a browser may send any user agent. */
const APPS = [
  ['Facebook', /\bFBA[NV]\b|\bFB_IAB\b/],
  ['Instagram', /\bInstagram\b/],
  ['LinkedIn', /\bLinkedInApp\b/],
  ['LINE', /\bLine\/\d/],
  ['WeChat', /\bMicroMessenger\//],
  ['Snapchat', /\bSnapchat\b/],
  ['TikTok', /\bmusical_ly\b|\bBytedanceWebview\b|\bTikTok\b/],
  ['Pinterest', /\[Pinterest\//],
  ['an Android web view', /; wv\)/],
];

/** @returns {string | undefined} the app whose browser this is, by its user agent */
export const appByName = () =>
  APPS.find(([, pattern]) => /** @type {RegExp} */ (pattern).test(navigator.userAgent))?.[0]?.toString();
