// Texts for `host` and `extraOrigins` that one parser reads as a trusted host and another one as a stranger's. Strangers whose
// origin is nearly an extra one: look-alike-hosts.
import { attack } from './support/attack.mjs';

/** Each is either refused, or is the origin that the browser itself makes of it, on the very host that a person reads. */
const TEXTS = [
  ...String.raw`
    null NULL * *.tray.io https://* https://*.tray.io . / // //evil.example https: https:// https:///evil.example
    https:/evil.example https:evil.example https:\\evil.example https://tray.io@evil.example
    https://tray.io:pass@evil.example https://tray.io%40evil.example https://tray.io\@evil.example
    https://evil.example\.tray.io https://evil.example#.tray.io https://evil.example?.tray.io
    https://evil.example/.tray.io https://evil.example;.tray.io https://evil.example%2f.tray.io
    https://evil.example%5c.tray.io https://evil.example%00.tray.io https://evil.example%23.tray.io
    https://evil.example%3f.tray.io https://tray.io/evil.example https://tray.io?evil.example
    https://tray.io#evil.example https://tray.io@evil.example https://tray.io:443:80 https://tray.io:99999
    https://tray.io:-1 https://tray.io:0x50 https://tray.io:80a http://tray.io http://localhost.evil.example
    http://127.0.0.1.evil.example http://xlocalhost http://128.0.0.1 http://0.0.0.0 http://[::2]
    http://[::ffff:127.0.0.1] javascript:alert(1) javascript://tray.io/%0aalert(1) data:text/html,x
    blob:https://tray.io/x file:///etc/passwd ftp://tray.io ws://tray.io wss://tray.io about:blank about:srcdoc
    view-source:https://tray.io filesystem:https://tray.io/x chrome-extension://abc tray.io/path tray.io?query
    tray.io#fragment user@tray.io https:// https://. https://.. https://- https://a..b https://xn-- https://xn--a
    https://[::1 https://::1 https://1.2.3.4.5 https://256.256.256.256 https://0x7f.1
    https://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.tray.io`
    .trim()
    .split(/\s+/),
  ...['', ' ', 'https://evil.example\u0000.tray.io', 'https://evil.example\t.tray.io'],
  ...['https://evil\n.example', 'https://evil.example\r\n.tray.io', ' https://tray.io', 'https://tray.io '],
  ...['\u0001https://tray.io', '\ufeffhttps://tray.io', 'https://tray.io\u00a0', 'https://tray.io\u3000'],
  ...['https://tray.io\u2028', 'https://\ufffd.tray.io', 'https://\ud800.tray.io'],
  `https://${'a.'.repeat(200)}tray.io`,
  'https://tray.io'.padEnd(3000, '.a'),
  // One host, written in another way: a Cyrillic a, a letter in a circle.
  ...['TRAY.io', 'https://Tray.IO/', 'HTTPS://tray.io', 'tray.io:443', 'tray.io', 'tr\u0430y.io', '\u24e3ray.io'],
];

/** Runs in the page: for each text as `host` and as an extra origin, the origin of the URL or the error. */
const judge = (h, _args, texts) => {
  const base = { partnerName: 'acme', authorizationCode: 'code-1' };
  return texts.map((escaped) => {
    const text = JSON.parse(escaped);
    const attempt = (options) => {
      try {
        const url = h.package.authDialogUrl({ ...base, ...options });
        const { origin } = new URL(url);
        return { origin, begins: url.startsWith(`${origin}/external/auth/create/acme?code=`) };
      } catch ({ code, field }) {
        return { code, field };
      }
    };
    // What a person, and the browser's own parser, would say.
    let read = null;
    try {
      const { origin, username, password, search, hash } = new URL(
        /^https?:\/\//i.test(text) ? text : `https://${text}`,
      );
      read = { origin, plain: !username && !password && !search && !hash };
    } catch {
      // No URL at all.
    }
    return { text: escaped, host: attempt({ host: text }), extra: attempt({ extraOrigins: [text] }), read };
  });
};

function wrong({ text, host, extra, read }) {
  const isRefused = ({ code, field }, name) => code === 'invalid_options' && field.startsWith(name);
  const isRead = !host.code && host.origin === read?.origin && host.begins && read.plain;
  const problems = [];
  if (!isRefused(host, 'host') && !isRead) problems.push(`host ${text}: ${JSON.stringify([host, read])}`);
  if (!host.code && /^null|\*|evil\.example(:|$)|^http:/.test(host.origin)) problems.push(`host ${text} opens it`);
  const isExtra = isRefused(extra, 'extraOrigins') || (!extra.code && !host.code);
  if (!isExtra) problems.push(`extraOrigins ${text}: ${JSON.stringify(extra)}`);
  return problems;
}

attack(
  import.meta.url,
  {
    wants: 'Who can choose a part of `host` or `extraOrigins` wants it read as a host that they own, or as all hosts.',
    fails:
      'the text is restricted until no two parsers can differ, and what counts is the origin that the browser writes.',
  },
  ({ test, browser, count }) => {
    test(`${TEXTS.length} texts that are no origin, as \`host\` and as an extra origin`, async () => {
      const page = await browser.open({ judge });
      const rows = await page.run(
        (texts) => window.harness.call('judge', texts),
        TEXTS.map((text) => JSON.stringify(text)),
      );
      if (rows.length !== TEXTS.length) throw new Error('not every text was tried');
      count(2 * rows.length, rows.flatMap(wrong));
    });
  },
);
