// A dialog was replaced by another one, in the same window or Element: the first goes on speaking.
import { attack } from './support/attack.mjs';
import { FORGED } from './support/messages.mjs';

/** Runs in the page: opens a second dialog in the place of the first one. */
const again = (h, { second, display, options }) => {
  const place =
    display === 'element' ? { display: document.getElementById('place') } : { popup: { window: window.ready } };
  h.open(h.create({ authorizationCode: second, ...place, ...options }), 'second');
  // The words of the first page pile up while this task goes on.
  const end = performance.now() + 200;
  while (performance.now() < end);
};

attack(
  import.meta.url,
  {
    wants:
      'The page of a superseded dialog wants to settle the dialog that came in its place, or its own one after all.',
    fails: 'the first has settled for good, and the second hears its window only once that shows the second dialog.',
  },
  ({ against, browser }) => {
    against(['popup', 'element'], 'while it is replaced', async (victim) => {
      const second = browser.server.dialog();
      const first = () => victim.display === 'popup' && victim.page.click('given');
      await victim.open({ more: { again }, args: { second, url: '' }, echo: false, first });
      // It speaks all the time from here on, and when it has to go.
      await victim.dialog.run((messages) => {
        const post = () => {
          for (const message of messages) window.dialog.post(message);
        };
        window.addEventListener('pagehide', post);
        setTimeout(() => setInterval(post, 1), 100);
      }, FORGED.slice(7));
      await victim.page.event('message');
      await victim.page.click('again');
      await victim.page.failure('superseded');
      victim.name = 'second';
      await victim.dialog.until('the second dialog', (code) => location.href.includes(code), second);
      await victim.dialog.ready();
      const told = async () => {
        const { events, settlements } = (await victim.page.report()).dialogs.second;
        return events.length + settlements.length === 2 ? [] : [JSON.stringify([events, settlements])];
      };
      await victim.try('what the old page said meanwhile', told, { tries: FORGED.length });
    });
  },
);
