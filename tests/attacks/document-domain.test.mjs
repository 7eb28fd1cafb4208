// `document.domain`: a page of a subdomain that gives itself the dialog's name, where browsers still have that.
import { attack } from './support/attack.mjs';

/** Servers may ask for what browsers have mostly given up. */
const AGENT = { headers: { 'origin-agent-cluster': '?0' } };

/** Runs in a stranger's page. Whether the browser lets it do so is its own decision. */
const relax = (domain) => {
  try {
    document.domain = domain;
    return document.domain;
  } catch {
    return location.hostname;
  }
};

attack(
  import.meta.url,
  {
    wants: "A page of a subdomain takes the dialog's name by `document.domain` and wants to speak for it.",
    fails: 'the origin of a message is that of the address, whatever the page calls itself.',
  },
  ({ against }) => {
    const host = (victim) => (victim.display === 'popup' ? 'opener' : 'parent');

    against(['popup', 'element'], "beside the dialog, and in the dialog's own window", async (victim) => {
      await victim.open({ dialog: AGENT });
      const url = victim.stranger('sub.dialog.localhost', {}, AGENT);
      const frame = await victim.frame({ src: url });
      await frame.run(relax, 'dialog.localhost');
      await victim.forges('a frame', frame, 'parent');
      const other = await victim.frame({ src: victim.stranger('dialog.localhost', {}, AGENT) });
      await other.run(relax, 'dialog.localhost');
      await victim.forges('a frame that both relaxed to', other, 'parent');
      await victim.strays(url);
      await victim.dialog.run(relax, 'dialog.localhost');
      await victim.forges("the dialog's window", victim.dialog, host(victim));
      await victim.returns();
    });

    against(['popup', 'element'], 'with a page that has relaxed itself to the same name', async (victim) => {
      await victim.open({ host: 'page.dialog.localhost' });
      await victim.page.run(relax, 'dialog.localhost');
      const frame = await victim.frame({ src: victim.stranger('sub.dialog.localhost', {}, AGENT) });
      await frame.run(relax, 'dialog.localhost');
      await victim.forges('a frame', frame, 'parent');
    });
  },
);
