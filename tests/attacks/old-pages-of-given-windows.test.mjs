// A window that the page has opened for something else and now gives to the dialog: its old page goes on speaking.
import { attack } from './support/attack.mjs';
import { FORGED } from './support/messages.mjs';

/** Speaks all the time, and when it has to go. */
const chatty = ({ messages, to }) => {
  const post = () => {
    for (const message of messages) window[to].postMessage(message, '*');
  };
  setInterval(post, 1);
  window.addEventListener('pagehide', post);
  window.addEventListener('unload', post);
};

attack(
  import.meta.url,
  {
    wants: "The old page of a window, of the dialog's own origin, wants its words taken for those of the new dialog.",
    fails: 'the window is emptied first, and messages count only after it was sent to the dialog.',
  },
  ({ against, browser }) => {
    for (const [where, dialogHost] of [
      ['dialog.localhost'],
      ['evil.localhost'],
      ['localhost'],
      // In one process with the page, the old page's words have a source for longest.
      ['localhost', 'localhost'],
    ]) {
      against(['popup'], `that shows ${where}, for a dialog of ${dialogHost ?? 'another host'}`, async (victim) => {
        const chatter = browser.server.page(chatty, { args: { messages: FORGED, to: 'opener' } });
        const url = browser.server.origin(where) + chatter;
        await victim.open({
          echo: false,
          dialogHost,
          // The old page would go on speaking until the new one is there.
          dialog: { delay: 300 },
          more: {
            open: (h, { code, options }) => {
              h.open(h.create({ authorizationCode: code, popup: { window: window.ready }, ...options }));
              window.before = instrument.messages.length;
              // What the old page says piles up while this task goes on, and arrives after the dialog has opened.
              const end = performance.now() + 200;
              while (performance.now() < end);
            },
          },
          args: { url },
          async first() {
            await victim.page.click('given');
            await victim.page.messagesFrom(browser.server.origin(where), 10);
          },
        });
        await victim.try(
          'all of it',
          async () => {
            const before = await victim.page.run(() => window.before);
            await victim.page.messagesFrom(browser.server.origin(where), before + 1);
            const { settlements, events } = (await victim.page.report()).dialogs.dialog;
            const others = events.filter(({ type }) => !['open', 'navigate'].includes(type));
            return settlements.length + others.length === 0 ? [] : [JSON.stringify([settlements, others])];
          },
          { tries: FORGED.length },
        );
      });
    }
  },
);
