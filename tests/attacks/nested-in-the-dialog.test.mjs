// What stands inside the dialog, or was opened by it: its own frames, a provider's, advertisements, and a provider's window.
import { attack } from './support/attack.mjs';

/** From a page that the dialog embeds or has opened to the host page. */
const host = { popup: 'opener', element: 'parent', modal: 'parent' };

attack(
  import.meta.url,
  {
    wants: 'A page that the dialog embeds or opens wants to speak for the dialog.',
    fails: 'the source of what it posts is its own window, whatever it is embedded in, and whatever its origin.',
  },
  ({ against }) => {
    against(['popup', 'modal', 'element'], 'frames in the dialog', async (victim) => {
      await victim.open();
      for (const where of ['dialog.localhost', 'provider.localhost']) {
        const frame = await victim.frame({ src: victim.stranger(where) }, victim.dialog);
        await victim.forges(`a frame of ${where}`, frame, `parent.${host[victim.display]}`);
        const inner = await victim.frame({ src: victim.stranger('dialog.localhost') }, frame);
        await victim.forges(`a frame in a frame of ${where}`, inner, `parent.parent.${host[victim.display]}`);
      }
    });

    against(['popup', 'element'], 'windows that the dialog opens', async (victim) => {
      await victim.open();
      for (const where of ['dialog.localhost', 'provider.localhost']) {
        await victim.dialog.run((url) => {
          const button = document.createElement('button');
          button.id = 'provider';
          button.textContent = 'Log in at the provider';
          button.addEventListener('click', () => window.open(url));
          document.getElementById('provider')?.remove();
          document.body.append(button);
        }, victim.stranger(where));
        await victim.dialog.click('#provider');
        const provider = await victim.page.popup();
        await provider.until('the provider', () => typeof window.speak === 'function');
        await victim.forges(`a window of ${where}`, provider, `opener.${host[victim.display]}`);
        await provider.close();
      }
    });
  },
);
