// Texts for `host` and `extraOrigins` that one parser reads as a trusted host and another one as a stranger's.
import { attack } from './support/attack.mjs';

/** Each is either refused, or is the origin that the browser itself makes of it, on the very host that a person reads. */
const TEXTS = [
  'null',
  'NULL',
  '*',
  '*.tray.io',
  'https://*',
  'https://*.tray.io',
  '',
  ' ',
  '.',
  '/',
  '//',
  '//evil.example',
  'https:',
  'https://',
  'https:///evil.example',
  'https:/evil.example',
  'https:evil.example',
  'https:\\\\evil.example',
  'https://tray.io@evil.example',
  'https://tray.io:pass@evil.example',
  'https://tray.io%40evil.example',
  'https://tray.io\\@evil.example',
  'https://evil.example\\.tray.io',
  'https://evil.example#.tray.io',
  'https://evil.example?.tray.io',
  'https://evil.example/.tray.io',
  'https://evil.example;.tray.io',
  'https://evil.example%2f.tray.io',
  'https://evil.example%5c.tray.io',
  'https://evil.example%00.tray.io',
  'https://evil.example%23.tray.io',
  'https://evil.example%3f.tray.io',
  'https://evil.example\u0000.tray.io',
  'https://evil.example\t.tray.io',
  'https://evil\n.example',
  'https://evil.example\r\n.tray.io',
  ' https://tray.io',
  'https://tray.io ',
  '\u0001https://tray.io',
  '\ufeffhttps://tray.io',
  'https://tray.io\u00a0',
  'https://tray.io\u3000',
  'https://tray.io\u2028',
  'https://tray.io/evil.example', // a full-width slash
  'https://tray.io?evil.example', // a full-width question mark
  'https://tray.io#evil.example', // a full-width number sign
  'https://tray.io@evil.example', // a full-width at
  'https://tray.io:443:80',
  'https://tray.io:99999',
  'https://tray.io:-1',
  'https://tray.io:0x50',
  'https://tray.io:80a',
  'http://tray.io',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'http://xlocalhost',
  'http://128.0.0.1',
  'http://0.0.0.0',
  'http://[::2]',
  'http://[::ffff:127.0.0.1]',
  'javascript:alert(1)',
  'javascript://tray.io/%0aalert(1)',
  'data:text/html,x',
  'blob:https://tray.io/x',
  'file:///etc/passwd',
  'ftp://tray.io',
  'ws://tray.io',
  'wss://tray.io',
  'about:blank',
  'about:srcdoc',
  'view-source:https://tray.io',
  'filesystem:https://tray.io/x',
  'chrome-extension://abc',
  'tray.io/path',
  'tray.io?query',
  'tray.io#fragment',
  'user@tray.io',
  'https://',
  'https://.',
  'https://..',
  'https://-',
  'https://a..b',
  'https://xn--',
  'https://xn--a',
  'https://\ufffd.tray.io',
  'https://\ud800.tray.io',
  'https://[::1',
  'https://::1',
  'https://1.2.3.4.5',
  'https://256.256.256.256',
  'https://0x7f.1',
  `https://${'a'.repeat(64)}.tray.io`,
  `https://${'a.'.repeat(200)}tray.io`,
  'https://tray.io'.padEnd(3000, '.a'),
];

/** Written otherwise, and the same host all the same: what the browser makes of them is what is listened to. */
const SAME = [
  'TRAY.io',
  'https://Tray.IO/',
  'HTTPS://tray.io',
  'tray.io:443',
  'tray.io',
  'trаy.io',
  'ⓣray.io',
  'tray.io',
];

/** Runs in the page: for each text as `host` and as an extra origin, the origin of the URL or the error. */
const judge = (h, _args, texts) => {
  const base = { partnerName: 'acme', authorizationCode: 'code-1' };
  return texts.map((escaped) => {
    const text = JSON.parse(escaped);
    const row = { text: escaped };
    try {
      const url = h.package.authDialogUrl({ ...base, host: text });
      row.host = {
        origin: new URL(url).origin,
        begins: url.startsWith(`${new URL(url).origin}/external/auth/create/acme?code=`),
      };
    } catch ({ code, field }) {
      row.host = { code, field };
    }
    try {
      h.package.authDialogUrl({ ...base, extraOrigins: [text] });
      row.extra = {};
    } catch ({ code, field }) {
      row.extra = { code, field };
    }
    // What a person, and the browser's own parser, would say.
    try {
      const read = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`);
      row.read = { origin: read.origin, plain: !read.username && !read.password && !read.search && !read.hash };
    } catch {
      row.read = null;
    }
    return row;
  });
};

function wrong({ text, host, extra, read }) {
  const problems = [];
  if (
    host.code
      ? host.code !== 'invalid_options' || host.field !== 'host'
      : host.origin !== read?.origin || !host.begins || !read.plain
  ) {
    problems.push(`host ${text}: ${JSON.stringify(host)} but ${JSON.stringify(read)}`);
  }
  if (
    extra.code ? extra.code !== 'invalid_options' || !extra.field.startsWith('extraOrigins') : host.code !== undefined
  ) {
    problems.push(`extraOrigins ${text}: ${JSON.stringify(extra)}`);
  }
  if (!host.code && /^null|\*|evil\.example(:|$)|^http:/.test(host.origin))
    problems.push(`host ${text}: opens ${host.origin}`);
  return problems;
}

attack(
  import.meta.url,
  {
    wants: 'Who can choose a part of `host` or `extraOrigins` wants it read as a host that they own, or as all hosts.',
    fails:
      'the text is restricted until no two parsers can differ, and what counts is the origin that the browser writes.',
  },
  ({ test, against, browser, count }) => {
    test(`${TEXTS.length} texts that are no origin, as \`host\` and as an extra origin`, async () => {
      const page = await browser.open({ judge });
      const rows = await page.run(
        (texts) => window.harness.call('judge', texts),
        [...TEXTS, ...SAME].map((text) => JSON.stringify(text)),
      );
      if (rows.length !== TEXTS.length + SAME.length) throw new Error('not every text was tried');
      count(2 * rows.length, rows.flatMap(wrong));
    });

    against(['popup', 'element'], 'extra origins that are nearly those of the stranger', async (victim) => {
      const { port } = browser.server;
      await victim.open({
        options: {
          extraOrigins: [
            `http://SECOND.localhost:${port}/`,
            'https://evil.localhost',
            'http://evil.localhost',
            `http://xevil.localhost:${port}`,
            `https://evil.localhost:${port}`,
          ],
        },
      });
      const host = victim.display === 'popup' ? 'opener' : 'parent';
      for (const where of [
        'evil.localhost',
        'localhost',
        'third.localhost',
        'xsecond.localhost',
        'evil.second.localhost',
      ]) {
        await victim.strays(victim.stranger(where));
        await victim.forges(`${where} in the dialog's window`, victim.dialog, host);
      }
      await victim.forges(
        'the extra origin in another window',
        await victim.frame({ src: victim.stranger('second.localhost') }),
        'parent',
      );
      await victim.returns();
    });
  },
);
