// Hosts whose names are nearly the dialog's: read too quickly, compared by their beginning or end, written otherwise, or taken by
// `document.domain`.
import { createServer } from 'node:http';
import { attack } from './support/attack.mjs';
import { fromEach, HOSTS } from './support/places.mjs';

attack(
  import.meta.url,
  {
    wants: "A page of a host that looks like the dialog's wants to speak for it.",
    fails:
      'origins are equal or not: nothing is compared by its beginning, its end or its look, nor by what a page calls itself.',
  },
  ({ against, browser }) => {
    fromEach(HOSTS, against);

    against(['popup', 'element'], 'another port of the same host', async (victim) => {
      const other = createServer(browser.server.handle);
      await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
      try {
        await victim.open();
        const url = victim
          .stranger('dialog.localhost')
          .replace(`:${browser.server.port}/`, `:${other.address().port}/`);
        await victim.forges('a frame', await victim.frame({ src: url }), 'parent');
        await victim.strays(url);
        await victim.forges("the dialog's window", victim.dialog, victim.host);
        await victim.returns();
      } finally {
        other.closeAllConnections();
        other.close();
      }
    });
  },
);
