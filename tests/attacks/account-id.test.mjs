// Requests for the account id from the wrong place, and too many from the right one.
import { attack } from './support/attack.mjs';
import { ACCOUNT } from './support/messages.mjs';

const REQUESTS = ['tray.authpopup.accountIdRequest', 'tray.authPopup.accountIdRequest'].flatMap((type) => [
  { type },
  { type, data: 'give' },
  { type, origin: 'http://evil.localhost' },
]);

attack(
  import.meta.url,
  {
    wants: 'Somebody else than the dialog wants the account id, which is the answer to an `accountIdRequest`.',
    fails: "only the dialog's own window is answered, at the origin that was opened, while it is open, three times.",
  },
  ({ against, browser }) => {
    const again = { messages: REQUESTS, events: ['message'] };

    against(['popup', 'modal', 'element'], 'from strangers and siblings', async (victim) => {
      await victim.open();
      for (const where of ['evil.localhost', 'dialog.localhost', 'localhost']) {
        const frame = await victim.frame({ src: victim.stranger(where) });
        await victim.forges(`a frame of ${where}`, frame, 'parent', { messages: REQUESTS });
      }
      const inner = await victim.frame({ src: victim.stranger('dialog.localhost') }, victim.dialog);
      await victim.forges('a frame in the dialog', inner, `parent.${victim.host}`, { messages: REQUESTS });
    });

    against(['popup', 'element'], "from another origin in the dialog's own window", async (victim) => {
      await victim.open();
      await victim.strays(victim.stranger('evil.localhost'));
      await victim.forges('a stranger there', victim.dialog, victim.host, { messages: REQUESTS });
    });

    against(['popup', 'element'], 'from an extra origin', async (victim) => {
      await victim.open({ options: { extraOrigins: [browser.server.origin('second.localhost')] } });
      await victim.strays(victim.stranger('second.localhost'));
      await victim.forges('an extra origin', victim.dialog, victim.host, again);
    });

    against(['popup', 'element'], 'from the dialog, for a page that takes its window meanwhile', async (victim) => {
      await victim.open();
      const evil = browser.server.origin('evil.localhost');
      // The request is posted, and by the time of the answer the window shows another origin.
      await victim.try('the answer on its way', async () => {
        await victim.hears(evil, 1, () =>
          victim.dialog.run(
            (url) => {
              window.dialog.post({ type: 'tray.authpopup.accountIdRequest' });
              location.href = url;
            },
            victim.stranger('evil.localhost', { now: { messages: [{}], to: victim.host } }),
          ),
        );
        const received = await victim.dialog.until(
          'the page to have heard the stranger',
          () => window.received?.includes('heard') && JSON.stringify(window.received),
        );
        return received.includes(ACCOUNT) ? ['the account id was given away'] : [];
      });
    });

    against(['popup', 'element'], 'from the dialog, again and again', async (victim) => {
      await victim.open();
      await victim.try(
        'thirty requests',
        async () => {
          await victim.dialog.run(() => {
            for (let times = 0; times < 30; times++) window.dialog.post({ type: 'tray.authpopup.accountIdRequest' });
          });
          const answers = await victim.dialog.until(
            'the page to have heard all',
            () =>
              window.dialog.received.filter(({ data }) => data === 'heard').length >= 30 &&
              window.dialog.received.filter(({ data }) => data !== 'heard').length,
          );
          return answers <= 3 ? [] : [`${answers} answers`];
        },
        { tries: 30, events: ['message'] },
      );
    });

    against(['attached'], 'from the dialog, after its end', async (victim) => {
      await victim.open({ more: { close: (h) => h.handle().close() }, options: { closeGrace: 0 } });
      await victim.page.call('close');
      await victim.page.failure('closed');
      await victim.try('after the close', async () => {
        await victim.dialog.run(() => window.dialog.post({ type: 'tray.authpopup.accountIdRequest' }));
        const received = await victim.dialog.until(
          'the page to have heard it',
          () => window.dialog.received.some(({ data }) => data === 'heard') && JSON.stringify(window.dialog.received),
        );
        return received.includes(ACCOUNT) ? ['the account id was given away'] : [];
      });
      victim.done();
    });
  },
);
