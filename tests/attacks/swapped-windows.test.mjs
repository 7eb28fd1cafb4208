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

    against(['popup', 'element'], 'the dialog is back by the time of the arrival', async (victim) => {
      await victim.open();
      // Says it all, and goes to the dialog within the same task.
      const leaving = victim.stranger('evil.localhost', { now: { messages: FORGED, to: victim.host } });
      await victim.try(
        'posting and leaving',
        async () => {
          await victim.hears(evil(), FORGED.length, async () => {
            await victim.dialog.goTo(leaving);
            await victim.dialog.until('the stranger', () => typeof window.speak === 'function');
          });
          await victim.hears(evil(), FORGED.length, () =>
            victim.dialog.run(
              (messages, to, url) => {
                window.speak(messages, to);
                location.replace(url);
              },
              FORGED,
              victim.host,
              victim.url,
            ),
          );
          await victim.dialog.ready();
        },
        { tries: 2 * FORGED.length },
      );
    });

    against(['popup', 'element'], 'the page is busy while the window goes there and back', async (victim) => {
      await victim.open({
        more: {
          // Nothing is dispatched before all of it has happened.
          busy: (_h, _args, ms) => {
            const end = performance.now() + ms;
            while (performance.now() < end);
          },
        },
      });
      await victim.strays(victim.stranger('evil.localhost'));
      await victim.try(
        'posting, and leaving while the page is busy',
        async () => {
          await victim.hears(evil(), FORGED.length, async () => {
            await victim.dialog.run(
              (messages, to, url) => {
                // Later, so that this answers before.
                setTimeout(() => {
                  window.speak(messages, to);
                  location.replace(url);
                }, 50);
              },
              FORGED,
              victim.host,
              victim.url,
            );
            await victim.page.call('busy', 300);
          });
          await victim.dialog.ready();
        },
        { tries: FORGED.length },
      );
    });

    against(['popup'], 'a window is opened and closed while it speaks', async (victim) => {
      await victim.open();
      for (const where of ['evil.localhost', 'dialog.localhost']) {
        await victim.try(
          `of ${where}`,
          () =>
            victim.hears(browser.server.origin(where), FORGED.length, async () => {
              const other = await victim.window(victim.stranger(where));
              await other.run((messages) => {
                window.speak(messages, 'opener');
                window.close();
              }, FORGED);
            }),
          { tries: FORGED.length },
        );
      }
    });
  },
);
