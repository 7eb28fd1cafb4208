// Texts for `host` and `extraOrigins` that one parser reads as a trusted host and another one as a stranger's.
import { readFileSync } from 'node:fs';
import { attack } from './support/attack.mjs';

/**
 * `tricky`: each is either refused, or is the origin that the browser itself makes of it, on the very host that a person reads.
 * `same`: one host, written otherwise.
 */
const { tricky, same } = JSON.parse(readFileSync(new URL('tricky-origins.json', import.meta.url), 'utf8'));
const TEXTS = [...tricky, `https://${'a.'.repeat(200)}tray.io`, 'https://tray.io'.padEnd(3000, '.a'), ...same];

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
        TEXTS.map((text) => JSON.stringify(text)),
      );
      if (rows.length !== TEXTS.length) throw new Error('not every text was tried');
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
      for (const where of [
        'evil.localhost',
        'localhost',
        'third.localhost',
        'xsecond.localhost',
        'evil.second.localhost',
      ]) {
        await victim.strays(victim.stranger(where));
        await victim.forges(`${where} in the dialog's window`, victim.dialog, victim.host);
      }
      await victim.forges(
        'the extra origin in another window',
        await victim.frame({ src: victim.stranger('second.localhost') }),
        'parent',
      );
    });
  },
);
