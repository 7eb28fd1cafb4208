// Values that options do not take: for each option at least one. Every kind of value for every option, as the core knows them:
// tests/native/options/values.rs.

/** Elements whose children are never shown. */
const blind = ['iframe', 'img', 'input', 'textarea', 'select', 'canvas', 'video', 'object'];

/** Per option, what is not one of its values: source text, because not everything can be sent as data. */
export const wrong = {
  sizes: {
    'popup.width': ['-1', '0', 'Infinity', '"500"', '{}'],
    'popup.height': ['NaN', '1e9', 'null', 'true'],
    popup: ['5', 'null', '"wide"'],
    'popup.depth': ['5'],
  },
  times: {
    timeout: ['0', 'NaN', 'Infinity', '2 ** 31', '"500"', 'null', '{}'],
    codeTimeout: ['-1', '{}'],
    closeGrace: ['-1', 'NaN', '"500"'],
    'frame.stallAfter': ['-1', 'null'],
  },
  signals: {
    signal: ['{}', '{ aborted: true }', '5', 'null', '"abort"', 'new EventTarget()', 'new AbortController()'],
  },
  callbacks: {
    onFinish: ['5', '"onFinish"', '{}', 'null'],
    onClose: ['true'],
    onError: ['[]'],
    onEvent: ['null'],
  },
  frames: {
    'frame.title': ['""', '5'],
    'frame.allow': ['null'],
    'frame.referrerPolicy': ['"everything"'],
    'frame.className': ['1'],
    'frame.closeOnBackdrop': ['"yes"'],
    'frame.tilte': ['"x"'],
    'frame.sandbox': ['""', '"allow-scripts allow-popups"'],
  },
  labels: {
    'labels.title': ['""', '5', 'null'],
    'labels.close': ['""'],
    'labels.loading': ['5'],
    'labels.waiting': ['null'],
    'labels.trouble': ['{}'],
    'labels.restart': ['["x"]'],
    'labels.blocked': ['false'],
    'labels.heading': ['"x"'],
  },
  places: {
    display: [
      ...['"window"', '"#main"', 'null', 'document', 'document.createElement("div")', '{ nodeType: 1 }'],
      'document.body.appendChild(document.createTextNode("text"))',
      ...blind.map((name) => `document.body.appendChild(document.createElement("${name}"))`),
      // The dialog would speak to that document's window, and this page would never hear it.
      'document.body.appendChild(document.createElement("iframe")).contentDocument.body',
    ],
  },
  windows: {
    'popup.window': [
      ...['window', 'closedWindow', 'null', '5', '"_blank"', 'new Proxy(window, {})', 'Object.create(window)'],
      'document.body.appendChild(document.createElement("iframe")).contentWindow',
      '{ window, closed: false, opener: window, location: { replace() {} } }',
    ],
  },
  codes: {
    authorizationCode: ['undefined', 'null', '5', '""', '"  "', '{}', '[]', 'true'],
  },
  urls: {
    url: [
      ...['null', '5', '""', '{}', '[]', 'true', '"c0de"', 'location', 'new Proxy(new URL(location), {})'],
      '{ href: "https://embedded.tray.io/" }',
      'new URL("https://embedded.tray.io/external/auth/create/acme")',
    ],
  },
  lists: {
    scopes: [
      ...['["a", , "b"]', 'Array(1001).fill("a")', 'Array(200_000).fill("a")', 'Array(2 ** 32 - 1)'],
      ...['["a".repeat(1025)]', '{ length: 1, 0: "a" }'],
    ],
    extraOrigins: ['["null"]', '["*"]', '["http://tray.io"]', '[5]', '[null]', '"https://tray.io"', '{}', '[, "a"]'],
  },
  flags: {
    skipTitleField: ['"true"', '1', 'null'],
    skipAuthSettings: ['0'],
    closeOnError: ['"no"'],
  },
  ids: {
    accountId: ['""', '" padded "', '5', '"a".repeat(1025)'],
    partnerName: ['null', '".."', 'undefined'],
    externalAuthId: ['"a\\u0000b"', '"\\ud800"', 'undefined'],
  },
};
