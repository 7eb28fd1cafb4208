// Values that options do not take: for each option at least one.

/** Per option, what is not one of its values: source text, because not everything can be sent as data. */
export const wrong = {
  sizes: {
    'popup.width': ['-1', '0', 'Infinity', '"500"', '{}'],
    'popup.height': ['NaN', '1e9', 'null', 'true'],
    popup: ['5', 'null', '"wide"'],
    'popup.depth': ['5'],
  },
  times: {
    timeout: ['-1', '0', 'NaN', 'Infinity', '2 ** 31', '"500"', 'null', '{}'],
    codeTimeout: ['-1', '0', 'NaN', 'Infinity', '2 ** 31', '"500"', 'null', '{}'],
    closeGrace: ['-1', 'NaN', 'Infinity', '2 ** 31', '"500"', 'null', '{}'],
    'frame.stallAfter': ['-1', 'NaN', '"500"', 'null'],
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
  origins: {
    extraOrigins: ['["null"]', '["*"]', '["http://tray.io"]', '[5]', '[null]', '"https://tray.io"', '{}'],
  },
  frames: {
    'frame.title': ['""', '5'],
    'frame.allow': ['null'],
    'frame.referrerPolicy': ['"everything"'],
    'frame.className': ['1'],
    'frame.closeOnBackdrop': ['"yes"'],
    'frame.tilte': ['"x"'],
    'frame.sandbox': ['""', '"allow-scripts allow-popups"', '"allow-same-origin allow-popups"'],
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
      '"window"',
      '"#main"',
      'null',
      'document',
      'document.createElement("div")',
      'document.body.appendChild(document.createTextNode("text"))',
      '{ nodeType: 1 }',
      // What is in them is never shown.
      'document.body.appendChild(document.createElement("iframe"))',
      'document.body.appendChild(document.createElement("img"))',
      'document.body.appendChild(document.createElement("input"))',
      'document.body.appendChild(document.createElement("textarea"))',
      'document.body.appendChild(document.createElement("select"))',
      'document.body.appendChild(document.createElement("canvas"))',
      'document.body.appendChild(document.createElement("video"))',
      'document.body.appendChild(document.createElement("object"))',
      // The dialog would speak to that document's window, and this page would never hear it.
      'document.body.appendChild(document.createElement("iframe")).contentDocument.body',
    ],
  },
  windows: {
    'popup.window': [
      'window',
      'document.body.appendChild(document.createElement("iframe")).contentWindow',
      'closedWindow',
      'null',
      '5',
      '"_blank"',
      '{ window, closed: false, opener: window, location: { replace() {} } }',
      'new Proxy(window, {})',
      'Object.create(window)',
    ],
  },
  codes: {
    authorizationCode: ['undefined', 'null', '5', '""', '"  "', '{}', '[]', 'true'],
  },
  urls: {
    url: [
      'null',
      '5',
      '""',
      '{}',
      '[]',
      'true',
      '"c0de"',
      'location',
      '{ href: "https://embedded.tray.io/" }',
      'new Proxy(new URL(location), {})',
      'new URL("https://embedded.tray.io/external/auth/create/acme")',
    ],
  },
  lists: {
    scopes: [
      '["a", , "b"]',
      'Array(1001).fill("a")',
      'Array(200_000).fill("a")',
      'Array(2 ** 32 - 1)',
      '["a".repeat(1025)]',
      '{ length: 1, 0: "a" }',
    ],
    extraOrigins: ['Array(1001).fill("https://a.example")', 'Array(2 ** 32 - 1)', '["https://a.example", ,]'],
  },
  flags: {
    skipTitleField: ['"true"', '1', 'null'],
    skipAuthSettings: ['0'],
    closeOnError: ['"no"'],
  },
  ids: {
    accountId: ['""', '" padded "', '5', 'null', '"a".repeat(1025)'],
    partnerName: ['""', '5', 'null', '"."', '".."', 'undefined'],
    externalAuthId: ['"a\\u0000b"', '"\\ud800"', 'undefined', '"a".repeat(1025)'],
  },
};
