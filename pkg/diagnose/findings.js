// @ts-check
// The findings: what was found, what to do, where it is explained. Data only; imports nothing.
//
// `{…}` in a text is replaced by the value that was seen.

/** @typedef {{ severity: 'error' | 'warning' | 'info', message: string, fix: string, link: string }} Text */

const POPUPS = 'docs/popups.md';
const BUNDLERS = 'docs/bundlers.md';
const BROWSERS = 'docs/browsers.md';
const OWN = 'docs/diagnose-and-debug.md#findings';

/** @satisfies {Record<import('../diagnose.js').FindingCode, Text>} */
export const texts = {
  coop_same_origin: {
    severity: 'error',
    message: 'This page sends `Cross-Origin-Opener-Policy: {value}`, which cuts off every popup of another origin.',
    fix: "Remove this header (helmet: `crossOriginOpenerPolicy: false`). A modal does not help: it loses the provider's popup.",
    link: `${POPUPS}#severed-openers`,
  },
  coop_blocks_provider: {
    severity: 'warning',
    message:
      "This page sends `Cross-Origin-Opener-Policy: {value}`, so a dialog in a frame loses its connection to the provider's window that it opens.",
    fix: 'Remove this header (helmet: `crossOriginOpenerPolicy: false`).',
    link: `${POPUPS}#severed-openers`,
  },
  coop_allow_popups: {
    severity: 'warning',
    message: 'This page sends `Cross-Origin-Opener-Policy: {value}`, which cuts off popups in WebKit.',
    fix: "Remove this header, or use `display: 'modal'` where WebKit matters.",
    link: `${POPUPS}#severed-openers`,
  },
  cross_origin_isolated: {
    severity: 'warning',
    message:
      'This page is cross-origin isolated. If `Cross-Origin-Opener-Policy: same-origin` of this page or of the top page is the reason, popups are cut off; if it is `Document-Isolation-Policy`, they are not.',
    fix: 'Check the headers of the top page. Open the dialog from a page that `Cross-Origin-Opener-Policy` does not isolate.',
    link: `${POPUPS}#severed-openers`,
  },
  framed: {
    severity: 'info',
    message: "This page is in a frame: the top page's headers decide about popups, and cannot be read from here.",
    fix: 'The top page must not send `Cross-Origin-Opener-Policy`. A `sandbox` on the frame needs `allow-popups` and `allow-popups-to-escape-sandbox`.',
    link: `${POPUPS}#severed-openers`,
  },
  sandbox_blocks_popups: {
    severity: 'error',
    message: 'This page is in a frame whose `sandbox` lacks `allow-popups`: no popup opens.',
    fix: "Add `allow-popups allow-popups-to-escape-sandbox` to the frame's `sandbox`.",
    link: OWN,
  },
  sandbox_opaque_origin: {
    severity: 'error',
    message:
      "This page is sandboxed without `allow-same-origin`. So is a frame in it, and a popup unless the sandbox has `allow-popups-to-escape-sandbox`: the dialog's messages then come from the origin `null` and are ignored.",
    fix: 'Add `allow-same-origin` and `allow-popups-to-escape-sandbox` to the `sandbox` (an attribute of the frame, or a directive of `Content-Security-Policy`).',
    link: OWN,
  },
  credentialless: {
    severity: 'error',
    message:
      "This page is in a `credentialless` frame: popups open without a connection to it, and a dialog in a frame has none of the user's cookies.",
    fix: 'Remove `credentialless` from the frame, or open the dialog from the top page.',
    link: OWN,
  },
  no_webassembly: {
    severity: 'error',
    message: 'This browser has no WebAssembly: it is old, or in lockdown mode.',
    fix: "Import from 'tray-auth-dialog/js', which does not need it.",
    link: `${BUNDLERS}#content-security-policy`,
  },
  webassembly_too_old: {
    severity: 'error',
    message: "This browser is too old for this package's WebAssembly.",
    fix: "Import from 'tray-auth-dialog/js', which does not need it.",
    link: `${BROWSERS}#the-oldest-versions`,
  },
  webassembly_forbidden: {
    severity: 'error',
    message: "This page's Content-Security-Policy blocks WebAssembly.",
    fix: "Add 'wasm-unsafe-eval' to `script-src`, or import from 'tray-auth-dialog/js', which does not need it.",
    link: `${BUNDLERS}#content-security-policy`,
  },
  insecure_context: {
    severity: 'warning',
    message:
      'This page was loaded over plain http: anyone on the network can change it and read the result of the dialog.',
    fix: 'Serve it over https. (`http://localhost` counts as secure.)',
    link: OWN,
  },
  zone_js: {
    severity: 'info',
    message:
      'This page uses zone.js (Angular). Callbacks of a dialog run in the zone of the call that opened it; everything else runs outside of all zones.',
    fix: 'Nothing to fix, unless the page does not show a result: then open the dialog inside the zone, not in `ngZone.runOutsideAngular`.',
    link: `${POPUPS}#pages-that-get-in-the-way`,
  },
  no_user_activation: {
    severity: 'info',
    message: 'There was no click just now: a popup opened now would be blocked.',
    fix: 'Call `openAuthDialog` in the handler of a click, before any `await`. (For a useful check, call `diagnose` there.)',
    link: `${POPUPS}#blocked`,
  },
  no_window_open: {
    severity: 'error',
    message: 'This browser, or a script on this page, has removed `window.open`: no popup opens.',
    fix: "Use `display: 'modal'`.",
    link: 'docs/popup-or-frame.md#phones',
  },
  modal_unsupported: {
    severity: 'error',
    message: 'This browser is too old for the modal: it lacks `<dialog>` or constructable style sheets.',
    fix: "Use `display: 'popup'`, or an Element.",
    link: `${BROWSERS}#the-oldest-versions`,
  },
  in_app_browser: {
    severity: 'info',
    message:
      'The user agent says that this is the browser inside an app ({value}). Many of them open no second window, or one without a connection to the page.',
    fix: "Use `display: 'modal'` there, or ask the user to open the page in their browser.",
    link: 'docs/popup-or-frame.md#phones',
  },
};
