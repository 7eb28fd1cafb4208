// The dialog's own window goes elsewhere, by itself or because somebody sends it, and speaks from there.
import { isDeepStrictEqual } from 'node:util';
import { attack } from './support/attack.mjs';
import { FORGED } from './support/messages.mjs';
import { DISPLAYS } from './support/victim.mjs';

attack(
  import.meta.url,
  {
    wants: "Another page that comes into the dialog's own window wants to speak for the dialog.",
    fails:
      'the window is the right one, but the origin of what it posts is not; the page is reported once, as `ignored`.',
  },
  ({ against, browser }) => {
    against(DISPLAYS, 'the window goes to other origins', async (victim) => {
      await victim.open();
      for (const where of ['evil.localhost', 'localhost', 'evil.localhost']) {
        await victim.strays(victim.stranger(where));
        await victim.forges(`from ${where}`, victim.dialog, victim.host);
      }
      await victim.try('each origin is reported once', async () => {
        const { events } = (await victim.page.report()).dialogs.dialog;
        const told = events.filter(({ type }) => type === 'ignored');
        const origins = ['evil.localhost', 'localhost'].map((name) => browser.server.origin(name));
        const expected = origins.map((origin) => ({ type: 'ignored', reason: 'origin', origin }));
        return isDeepStrictEqual(told, expected) ? [] : [`told ${JSON.stringify(told)}`];
      });
    });

    against(['popup', 'element'], 'the page, or a script in it, sends the window elsewhere', async (victim) => {
      await victim.open();
      await victim.page.run((url) => window.own.location.replace(url), victim.stranger('evil.localhost'));
      await victim.dialog.until('the stranger', () => typeof window.speak === 'function');
      await victim.forges('from there', victim.dialog, victim.host);
    });

    against(['element', 'attached'], 'a frame beside the dialog sends it elsewhere', async (victim) => {
      await victim.open();
      const sibling = await victim.frame({ src: victim.stranger('evil.localhost') });
      await victim.try('by `parent.frames`', async () => {
        await sibling.run(
          (url) => {
            for (let index = 0; index < window.parent.length; index++) {
              try {
                if (window.parent[index] !== window) window.parent[index].location.replace(url);
              } catch {
                // A browser that lets no sibling do that.
              }
            }
          },
          victim.stranger('evil.localhost', { now: { messages: FORGED, to: 'parent' } }),
        );
        // Whether the frame moves is the browser's decision. What the sibling says itself comes after what it has done.
        await sibling.run(() => window.speak([{}], 'parent'));
        await sibling.until('the page to have heard the sibling', () => window.received.includes('heard'));
      });
    });
  },
);
