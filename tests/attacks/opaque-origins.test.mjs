// Documents without an origin of their own: sandboxed ones, data:, and blob: or srcdoc in a stranger's page.
import { attack } from './support/attack.mjs';
import { stranger } from './support/messages.mjs';

const SANDBOXED = { headers: { 'content-security-policy': 'sandbox allow-scripts allow-popups' } };
const html = `<body><script>(${stranger})()</script>`;
const data = `data:text/html,${encodeURIComponent(html)}`;
const host = (victim) => (victim.display === 'popup' ? 'opener' : 'parent');

attack(
  import.meta.url,
  {
    wants: 'A document whose origin is "null", or is made up of another one, wants to speak for the dialog.',
    fails: '"null" is no origin that a dialog can have, and can not be allowed.',
  },
  ({ against }) => {
    against(['popup', 'modal', 'element'], 'frames in the page', async (victim) => {
      await victim.open();
      const src = victim.stranger('dialog.localhost');
      for (const [what, attributes] of Object.entries({
        'a sandboxed frame of the dialog': { sandbox: 'allow-scripts', src },
        'a frame whose server sandboxes it': { src: victim.stranger('dialog.localhost', {}, SANDBOXED) },
        'a data: frame': { src: data },
        'a sandboxed srcdoc frame': { sandbox: 'allow-scripts', srcdoc: html },
      })) {
        await victim.forges(what, await victim.frame(attributes), 'parent');
      }
    });

    against(['popup', 'element'], "frames in a stranger's page", async (victim) => {
      await victim.open();
      const evil = await victim.frame({ src: victim.stranger('evil.localhost') });
      const blob = await evil.run((text) => URL.createObjectURL(new Blob([text], { type: 'text/html' })), html);
      for (const [what, attributes] of Object.entries({
        'a blob: frame': { src: blob },
        'a sandboxed blob: frame': { sandbox: 'allow-scripts', src: blob },
        'a srcdoc frame': { srcdoc: html },
        'a data: frame': { src: data },
      })) {
        await victim.forges(what, await victim.frame(attributes, evil), 'parent.parent');
      }
    });

    against(['popup', 'element'], "the dialog's own window", async (victim) => {
      await victim.open();
      await victim.strays(victim.stranger('dialog.localhost', {}, SANDBOXED));
      await victim.forges('sandboxed by its server', victim.dialog, host(victim));
      const { origin } = await victim.page.event('ignored');
      if (origin !== 'null') victim.accepted.push(`ignored as ${origin}`);
      await victim.strays(victim.stranger('evil.localhost'));
      await victim.dialog.run(
        (text) => location.assign(URL.createObjectURL(new Blob([text], { type: 'text/html' }))),
        html,
      );
      await victim.dialog.until('the blob', () => location.protocol === 'blob:' && typeof window.speak === 'function');
      await victim.forges("a stranger's blob:", victim.dialog, host(victim));
      if (victim.display !== 'popup') {
        // Browsers let nobody show a data: document in a window of its own.
        await victim.dialog.goTo(data);
        await victim.dialog.until(
          'the data',
          () => location.protocol === 'data:' && typeof window.speak === 'function',
        );
        await victim.forges('a data: document', victim.dialog, host(victim));
        // From there no page can be reached by itself; the host page brings it back.
        await victim.page.run((url) => {
          document.querySelector('#place iframe').src = url;
        }, victim.url);
        await victim.dialog.ready();
        return;
      }
      await victim.returns();
    });
  },
);
