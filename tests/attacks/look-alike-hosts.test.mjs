// Hosts whose names are nearly the dialog's: read too quickly, compared by their beginning or end, or written otherwise.
import { createServer } from 'node:http';
import { attack } from './support/attack.mjs';

/** Each is another origin than `dialog.localhost`, and leads to the same server. */
const LOOK_ALIKES = [
  'xdialog.localhost',
  'dialog.dialog.localhost',
  'www.dialog.localhost',
  'dialog.localhost.evil.localhost',
  'dialog-localhost.localhost',
  'dialoglocalhost.localhost',
  'dia1og.localhost',
  'dialog-.localhost',
  'dıalog.localhost', // a dotless i
  'diаlog.localhost', // a Cyrillic а
  'dialoǵ.localhost',
  'localhost',
  '127.0.0.1',
];

attack(
  import.meta.url,
  {
    wants: "A page of a host that looks like the dialog's wants to speak for it.",
    fails: 'origins are equal or not: nothing is compared by its beginning, its end or its look.',
  },
  ({ against, browser }) => {
    const host = (victim) => (victim.display === 'popup' ? 'opener' : 'parent');

    against(['popup'], 'in frames beside the dialog', async (victim) => {
      await victim.open();
      for (const name of LOOK_ALIKES) {
        await victim.forges(name, await victim.frame({ src: victim.stranger(name) }), 'parent');
      }
    });

    against(['popup', 'element'], "in the dialog's own window", async (victim) => {
      await victim.open();
      for (const name of LOOK_ALIKES) {
        await victim.strays(victim.stranger(name));
        await victim.forges(name, victim.dialog, host(victim));
      }
      await victim.returns();
    });

    against(['popup', 'element'], 'at another port of the same host', async (victim) => {
      const other = createServer(browser.server.handle);
      await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
      try {
        await victim.open();
        const { port } = other.address();
        const url = victim.stranger('dialog.localhost').replace(`:${browser.server.port}/`, `:${port}/`);
        await victim.forges('a frame', await victim.frame({ src: url }), 'parent');
        await victim.strays(url);
        await victim.forges("the dialog's window", victim.dialog, host(victim));
        await victim.returns();
      } finally {
        other.closeAllConnections();
        other.close();
      }
    });

    against(['popup'], 'of a dialog with an international name', async (victim) => {
      await victim.open({ dialogHost: 'bücher.localhost' });
      for (const name of [
        'bucher.localhost',
        'bu\u0308cher.bücher.localhost',
        'buecher.localhost',
        'xn--bcher.localhost',
      ]) {
        await victim.strays(victim.stranger(name));
        await victim.forges(name, victim.dialog, 'opener');
      }
      await victim.returns();
    });
  },
);
