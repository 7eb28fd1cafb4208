// A window keeps its identity when it shows another page: messages that were posted by one page and arrive while the window
// shows another, in both directions, and windows that come and go.
import { attack } from './support/attack.mjs';
import { FORGED } from './support/messages.mjs';

attack(
  import.meta.url,
  {
    wants: "A stranger posts from the dialog's window and has the dialog back in it before the message arrives.",
    fails: 'the origin of a message is taken when it is posted, and the window itself is never asked where it is.',
  },
  ({ against, browser }) => {
    const evil = () => browser.server.origin('evil.localhost');
    const tries = FORGED.length;
    /** The stranger says it all after so many ms, and goes to the dialog within the same task. */
    const sayAndLeave = (victim, after) =>
      victim.dialog.run(
        (messages, to, url, after) => {
          const act = () => {
            window.speak(messages, to);
            location.replace(url);
          };
          if (after) setTimeout(act, after);
          else act();
        },
        ...[FORGED, victim.host, victim.url, after],
      );

    against(['popup', 'element'], 'the dialog is back by the time of the arrival', async (victim) => {
      await victim.open();
      const now = { messages: FORGED, to: victim.host };
      const comes = () => victim.strays(victim.stranger('evil.localhost', { now }));
      await victim.try('speaking as it comes', () => victim.hears(evil(), tries, comes), { tries });
      await victim.try('speaking as it leaves', () => victim.hears(evil(), tries, () => sayAndLeave(victim)), {
        tries,
      });
      await victim.dialog.ready();
    });

    against(['popup', 'element'], 'the page is busy while the window goes there and back', async (victim) => {
      // Nothing is dispatched before all of it has happened.
      const busy = (_h, _args, ms) => {
        const end = performance.now() + ms;
        while (performance.now() < end);
      };
      await victim.open({ more: { busy } });
      await victim.strays(victim.stranger('evil.localhost'));
      const leave = async () => {
        // Later, so that this answers before.
        await sayAndLeave(victim, 50);
        await victim.page.call('busy', 300);
      };
      await victim.try('speaking and leaving', () => victim.hears(evil(), tries, leave), { tries });
      await victim.dialog.ready();
    });

    against(['popup'], 'a window is opened and closed while it speaks', async (victim) => {
      await victim.open();
      for (const where of ['evil.localhost', 'dialog.localhost']) {
        const speakAndClose = async () => {
          const other = await victim.window(victim.stranger(where));
          await other.run((messages) => {
            window.speak(messages, 'opener');
            window.close();
          }, FORGED);
        };
        await victim.try(`of ${where}`, () => victim.hears(browser.server.origin(where), tries, speakAndClose), {
          tries,
        });
      }
    });
  },
);
