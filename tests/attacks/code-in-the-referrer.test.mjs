// The dialog's URL holds the code, and a browser tells addresses on: to what the dialog loads, links to and embeds.
import { attack } from './support/attack.mjs';

/** Runs in the dialog: everything that makes a request to a third party. */
const load = async (third) => {
  const added = (tag, attributes, parent = document.head) =>
    new Promise((resolve) => {
      const element = Object.assign(document.createElement(tag), attributes);
      element.addEventListener('load', resolve);
      element.addEventListener('error', resolve);
      parent.append(element);
    });
  await Promise.all([
    added('img', { src: `${third}?by=img` }),
    added('script', { src: `${third}?by=script` }),
    added('link', { rel: 'stylesheet', href: `${third}?by=style` }),
    added('iframe', { src: `${third}?by=frame` }, document.body),
    fetch(`${third}?by=fetch`, { mode: 'no-cors' }).catch(() => {}),
  ]);
  window.loaded = true;
};

attack(
  import.meta.url,
  {
    wants: 'A third party that the dialog loads, or is left for, wants to read the code in the `Referer`.',
    fails: "browsers tell other origins the origin alone, and no policy of the page's changes that for the dialog.",
  },
  ({ against, browser, possible }) => {
    for (const policy of ['strict-origin-when-cross-origin', 'unsafe-url']) {
      // In README.md too: it does so with every window and frame of such a page, with or without this package.
      const why = { webkit: 'WebKitGTK hands the `unsafe-url` of a page on to the pages in its windows and frames' };
      if (policy === 'unsafe-url' && !possible('under a page with unsafe-url', why)) continue;
      against(['popup', 'modal', 'element'], `under a page with ${policy}`, async (victim) => {
        const options = victim.display === 'popup' ? {} : { frame: { referrerPolicy: policy } };
        await victim.open({ options, headers: { 'referrer-policy': policy } });
        const path = browser.server.serve('', { 'content-type': 'text/html' });
        const third = browser.server.origin('third.localhost') + path;
        const from = (who) => browser.server.requests.filter((request) => request.path === who);
        const loads = async () => {
          await victim.dialog.run(`(${load})(${JSON.stringify(third)}); return undefined`);
          await victim.dialog.until('all to be loaded', () => window.loaded);
          const requests = from(path);
          if (requests.length < 5) return [`only ${requests.length} requests came`];
          const isTold = ({ headers }) => headers.referer?.includes(victim.code);
          return requests.filter(isTold).map(({ search, headers }) => `${search} was told ${headers.referer}`);
        };
        await victim.try('what the dialog loads', loads, { tries: 5 });
        const next = victim.stranger('evil.localhost');
        await victim.try('what the dialog is left for', async () => {
          await victim.strays(next);
          const told = from(new URL(next).pathname).map(({ headers }) => headers.referer ?? '');
          const seen = await victim.dialog.run(() => document.referrer);
          return [...told, seen].filter((text) => text.includes(victim.code)).map((text) => `told ${text}`);
        });
      });
    }

    against(['popup', 'modal', 'element'], 'to the dialog, of the page', async (victim) => {
      await victim.open();
      await victim.try("the page's own path", async () => {
        const requests = browser.server.dialogRequests(victim.code);
        return requests
          .map(({ headers }) => headers.referer)
          .filter((referer) => referer !== undefined && referer !== `${browser.server.origin('localhost')}/`);
      });
    });
  },
);
