// Texts that want to be more than a text in the dialog's URL: another path, another host, one parameter more. Any text in any
// option of any kind of dialog: tests/native/dialog_url.rs.
import { isDeepStrictEqual } from 'node:util';
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

/** Runs in the page: the URL with each text in each of those options, as the browser that navigates there takes it apart. */
const urls = (h, _args, fields, texts) =>
  fields.flatMap((field) =>
    texts.map((escaped) => {
      const names = { partnerName: 'acme', solutionInstanceId: 's', externalAuthId: 'e', authorizationCode: 'code-1' };
      try {
        const url = h.package.authDialogUrl({ host: 'https://dialog.example', ...names, [field]: JSON.parse(escaped) });
        const { href, origin, username, password, pathname, hash, searchParams } = new URL(url);
        return {
          field,
          escaped,
          url,
          href,
          origin,
          more: username + password + hash,
          pathname,
          query: [...searchParams],
        };
      } catch (error) {
        return { field, escaped, code: error.code, named: error.field };
      }
    }),
  );
const FIELDS = ['partnerName', 'solutionInstanceId', 'externalAuthId', 'authorizationCode'];

/** White space round a code is cut off (not so a byte order mark, which is none), and no half of a character can be sent. */
const trimmed = (text) => text.replace(/^[^\S\ufeff]+|[^\S\ufeff]+$/g, '').toWellFormed();

/** What is wrong with one of them: every text is in its own segment or parameter, or refused. @returns {string | undefined} */
function wrong({ field, escaped, code, named, url, href, origin, more, pathname, query }) {
  const text = JSON.parse(escaped);
  if (code === 'invalid_options' && named === field) return undefined;
  const given = { partnerName: 'acme', solutionInstanceId: 's', externalAuthId: 'e', authorizationCode: 'code-1' };
  given[field] = field === 'authorizationCode' ? trimmed(text) : text;
  const segments = ['', 'external', 'auth', 'create', ...FIELDS.slice(0, 3).map((name) => given[name])];
  const isRight =
    !code &&
    origin === 'https://dialog.example' &&
    more === '' &&
    href === url &&
    isDeepStrictEqual(pathname.split('/').map(decodeURIComponent), segments) &&
    isDeepStrictEqual(query, [['code', given.authorizationCode]]);
  return isRight ? undefined : `${field} ${escaped}: ${code ?? url}`;
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
      if (made.length !== TEXTS.length * FIELDS.length) throw new Error('not every text was tried');
      count(made.length, made.map(wrong).filter(Boolean));
    });

    against(['popup', 'element'], 'and where the browser really goes', async (victim) => {
      const [partnerName, solutionInstanceId, externalAuthId] = ['../evil?a=b#c', '//evil.example', 'x&code=y z'];
      await victim.open({ options: { partnerName, solutionInstanceId, externalAuthId } });
      const isAsked = async () => {
        const [{ path, search, host }] = browser.server.dialogRequests(victim.code);
        const expected = [
          '/external/auth/create/..%2Fevil%3Fa=b%23c/%2F%2Fevil.example/x&code=y%20z',
          `?code=${victim.code}`,
          new URL(victim.origin).host,
        ];
        const asked = [path, search, host];
        return isDeepStrictEqual(asked, expected) ? [] : [`asked for ${asked}`];
      };
      await victim.try('three texts at once', isAsked, { tries: 3 });
      await victim.dialog.run(() => window.dialog.finish('auth-true'));
      if ((await victim.page.result()).authId !== 'auth-true') victim.accepted.push('another authId');
      victim.done();
    });
  },
);
