// A dialog was replaced by another one, in the same window, Element or frame, or by `retry()`: the first goes on speaking.
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
      await victim.try(
        'what the old page said meanwhile',
        async () => {
          const { dialogs } = await victim.page.report();
          const told = [...dialogs.second.events, ...dialogs.second.settlements];
          return told.length === 2 ? [] : [`the second was told ${JSON.stringify(told)}`];
        },
        { tries: 9 },
      );
    });

    against(['popup'], 'after `retry()`', async (victim) => {
      const codes = [browser.server.dialog(), browser.server.dialog()];
      const open = (h, { codes }) => h.open(h.create({ authorizationCode: () => codes.shift() }));
      const retry = (h) => h.follow(() => h.handle().retry(), 'second');
      await victim.open({ args: { codes }, more: { open, retry } });
      await victim.page.click('retry');
      await victim.page.failure('superseded');
      const second = await (await victim.page.popup()).ready();
      await victim.try('the first window is not the second', async () => {
        const same = await victim.page.run(() => instrument.windows[0] === instrument.windows.at(-1));
        return same ? ['the window was used again'] : [];
      });
      await victim.try(
        'the second settles alone',
        async () => {
          await second.run(() => window.dialog.finish('auth-true'));
          const { authId } = await victim.page.result('second');
          const { dialog } = (await victim.page.report()).dialogs;
          return authId === 'auth-true' && dialog.settlements.length === 1 ? [] : ['the first settled again'];
        },
        { settles: true },
      );
      victim.done();
    });

    against(['attached'], 'in a frame that the page attaches to again', async (victim) => {
      await victim.open({
        more: { again: (h) => h.attach(document.getElementById('attached'), { host: h.dialogOrigin }, 'second') },
      });
      await victim.page.call('again');
      await victim.page.failure('superseded');
      victim.name = 'second';
      await victim.try(
        'the first is told nothing of what is said now',
        async () => {
          await victim.hears(victim.origin, 1, () =>
            victim.dialog.run(() => window.dialog.post({ type: 'tray.authpopup.ready' })),
          );
          const { dialogs } = await victim.page.report();
          return dialogs.dialog.events.some(({ type }) => type === 'message') ? ['it was told to the first'] : [];
        },
        { events: ['message'] },
      );
    });
  },
);
