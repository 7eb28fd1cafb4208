// Texts that want to be more than a text in the dialog's URL: another path, another host, one parameter more.
import { attack } from './support/attack.mjs';

/** What may come into an option from a stranger: a name, an id, a scope of somebody else's. */
const TEXTS = [
  // Without a space: what is a path, a query, an escape, another URL or a script.
  ...String.raw`
    / // //evil.example \\evil.example ../../evil .. . %2e%2e %2e%2e/%2e%2e ..%2f..%2f ..\..\ a/../../b
    a?code=forged a&code=forged a#b a;b=c a=b&skipTitleField=true ? # & = % %00 %2F %3Fcode%3Dforged %23 %zz
    @evil.example :@evil.example/ https://evil.example/ javascript:alert(1) data:text/html,x [] scopes[]=all
    ';alert(1)// a+b 。。 ℀ é 𝄞 👩‍👩‍👧`
    .trim()
    .split(/\s+/),
  '"><script>alert(1)</script>',
  ...[' lead', 'trail ', 'a b', 'a\tb', 'a\nb', 'a\r\nHost: evil.example'],
  ...['\u0000', 'a\u0000b', '\u007f', '\u00a0', '\u2028', '\u202e', '\ufeff', '\ufffd', '\ud800'],
  '\uff0f', // a full-width slash
  ...['a'.repeat(1024), 'a'.repeat(1025), '/'.repeat(1024)],
];

/** The options that come into the URL, and which kind of dialog each belongs to. */
const FIELDS = {
  partnerName: {},
  solutionInstanceId: { externalAuthId: 'e' },
  externalAuthId: { solutionInstanceId: 's' },
  authId: {},
  authorizationCode: {},
  serviceId: { serviceEnvironmentId: 'v' },
  serviceEnvironmentId: { serviceId: 's' },
  scopes: { serviceId: 's', serviceEnvironmentId: 'v' },
};

/** Runs in the page: the URLs or the errors' codes. */
const urls = (h, _args, fields, texts) =>
  Object.entries(fields).flatMap(([field, others]) =>
    texts.map((escaped) => {
      const text = JSON.parse(escaped);
      const options = {
        partnerName: 'acme',
        host: 'https://dialog.example',
        authorizationCode: 'code-1',
        ...others,
        [field]: field === 'scopes' ? [text] : text,
      };
      try {
        const url = h.package.authDialogUrl(options);
        // As the browser that navigates there takes it apart.
        const { href, origin, username, password, pathname, hash, searchParams } = new URL(url);
        return {
          field,
          text: escaped,
          url,
          href,
          origin,
          username,
          password,
          pathname,
          hash,
          query: [...searchParams],
        };
      } catch (error) {
        return { field, text: escaped, code: error.code, named: error.field };
      }
    }),
  );

/** White space round a code is cut off (not so a byte order mark, which is none), and no half of a character can be sent. */
const trimmed = (text) => text.replace(/^[^\S\ufeff]+|[^\S\ufeff]+$/g, '').toWellFormed();

/** What is wrong with one of them. @returns {string | undefined} */
function wrong({ field, text: escaped, ...made }) {
  const text = JSON.parse(escaped);
  const say = (what) => `${field} ${escaped}: ${what}`;
  if (made.code) {
    return made.code === 'invalid_options' && made.named.startsWith(field)
      ? undefined
      : say(`${made.code} ${made.named}`);
  }
  if (made.origin !== 'https://dialog.example') return say(`leads to ${made.origin}`);
  if (made.username || made.password || made.hash) return say(`becomes ${made.url}`);
  if (made.href !== made.url) return say(`is read as ${made.href}`);
  const given = (name) => (name === field ? text : { partnerName: 'acme', ...FIELDS[field] }[name]);
  const target = { solutionInstanceId: true, externalAuthId: true }[field]
    ? ['create', given('partnerName'), given('solutionInstanceId'), given('externalAuthId')]
    : field === 'authId'
      ? ['edit', given('partnerName'), text]
      : ['create', given('partnerName')];
  const segments = made.pathname.split('/').map((part) => decodeURIComponent(part));
  if (JSON.stringify(segments) !== JSON.stringify(['', 'external', 'auth', ...target])) {
    return say(`has the path ${made.pathname}`);
  }
  const service = 'serviceId' in FIELDS[field] || field === 'serviceId';
  const query = [
    ['code', field === 'authorizationCode' ? trimmed(text) : 'code-1'],
    ...(service
      ? [
          ['serviceId', given('serviceId')],
          ['serviceEnvironmentId', given('serviceEnvironmentId')],
          ...(field === 'scopes' ? [['scopes[]', text.toWellFormed()]] : []),
        ]
      : []),
  ];
  return JSON.stringify(made.query) === JSON.stringify(query)
    ? undefined
    : say(`has the query ${JSON.stringify(made.query)}`);
}

attack(
  import.meta.url,
  {
    wants: 'A text in an option wants to become another path, another host or another parameter of the URL.',
    fails: 'every text is escaped into the one segment or parameter that it belongs to, or refused.',
  },
  ({ test, browser, count, against }) => {
    test(`each of ${TEXTS.length} texts in each option of the URL`, async () => {
      const page = await browser.open({ urls });
      const made = await page.run(
        (fields, texts) => window.harness.call('urls', fields, texts),
        FIELDS,
        TEXTS.map((text) => JSON.stringify(text)),
      );
      const { length } = TEXTS;
      if (made.length !== length * Object.keys(FIELDS).length) throw new Error('not every text was tried');
      count(made.length, made.map(wrong).filter(Boolean));
    });

    against(['popup', 'element'], 'and where the browser really goes', async (victim) => {
      const options = {
        partnerName: '../evil?a=b#c',
        solutionInstanceId: '//evil.example',
        externalAuthId: 'x&code=y z',
      };
      await victim.open({ options });
      await victim.try(
        'three texts at once',
        async () => {
          const [{ path, search, host }] = browser.server.dialogRequests(victim.code);
          const expected = [
            '/external/auth/create/..%2Fevil%3Fa=b%23c/%2F%2Fevil.example/x&code=y%20z',
            `?code=${victim.code}`,
            new URL(victim.origin).host,
          ];
          const asked = [path, search, host];
          return JSON.stringify(asked) === JSON.stringify(expected) ? [] : [`asked for ${asked}`];
        },
        { tries: 3 },
      );
      await victim.dialog.run(() => window.dialog.finish('auth-true'));
      if ((await victim.page.result()).authId !== 'auth-true') victim.accepted.push('another authId');
      victim.done();
    });
  },
);
