// @ts-check
// What the page is in: frames, sandboxes, and what a browser is by its name. Imports nothing.

/** @returns {string[] | undefined} the tokens of the innermost `sandbox` that can be read; `undefined` if there is none */
export function sandboxTokens() {
  /** @type {Window} */
  let inner = window;
  try {
    while (inner !== inner.top) {
      // `null` where the page around is of another origin.
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

/** By the names that apps add to their browser's. It is a guess: nothing forbids a browser to say what it likes. */
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

/** @returns {string | undefined} which app's browser this is, by its name */
export const appByName = () =>
  APPS.find(([, pattern]) => /** @type {RegExp} */ (pattern).test(navigator.userAgent))?.[0]?.toString();
