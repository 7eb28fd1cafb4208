// Requests for the account id from the wrong place, and too many from the right one. Those of strangers: forged-in-frames and
// forged-in-windows, whose messages hold one.
import { attack } from './support/attack.mjs';
import { givenAway } from './support/messages.mjs';

const REQUEST = { type: 'tray.authpopup.accountIdRequest' };

attack(
  import.meta.url,
  {
    wants: 'Somebody else than the dialog wants the account id, which is the answer to an `accountIdRequest`.',
    fails: "only the dialog's own window is answered, at the origin that was opened, while it is open, three times.",
  },
  ({ against, browser }) => {
    /** What came to the dialog when the page has heard so many requests. */
    const asks = async (victim, times) => {
      await victim.dialog.run(
        (request, times) => {
          for (let sent = 0; sent < times; sent++) window.dialog.post(request);
        },
        REQUEST,
        times,
      );
      const heard = (enough) => {
        const all = window.dialog.received.map(({ data }) => data);
        return all.filter((data) => data === 'heard').length >= enough && all;
      };
      return victim.dialog.until('the page to have heard all', heard, times);
    };

    against(['popup', 'element'], 'from an extra origin', async (victim) => {
      await victim.open({ options: { extraOrigins: [browser.server.origin('second.localhost')] } });
      await victim.strays(victim.stranger('second.localhost'));
      const how = { messages: [REQUEST], events: ['message'] };
      await victim.forges('an extra origin', victim.dialog, victim.host, how);
    });

    against(['popup', 'element'], 'from the dialog, for a page that takes its window meanwhile', async (victim) => {
      await victim.open();
      const now = { messages: [{}], to: victim.host };
      // The request is posted, and by the time of the answer the window shows another origin.
      await victim.try('the answer on its way', async () => {
        await victim.hears(browser.server.origin('evil.localhost'), 1, () =>
          victim.dialog.run(
            (request, url) => {
              window.dialog.post(request);
              location.href = url;
            },
            REQUEST,
            victim.stranger('evil.localhost', { now }),
          ),
        );
        const heard = () => window.received?.includes('heard') && window.received;
        return givenAway(await victim.dialog.until('the page to have heard the stranger', heard));
      });
    });

    against(['popup', 'element'], 'from the dialog, again and again', async (victim) => {
      await victim.open();
      const thirty = async () => {
        const answers = (await asks(victim, 30)).filter((data) => data !== 'heard').length;
        return answers <= 3 ? [] : [`${answers} answers`];
      };
      await victim.try('thirty requests', thirty, { tries: 30, events: ['message'] });
    });

    against(['attached'], 'from the dialog, after its end', async (victim) => {
      await victim.open({ more: { close: (h) => h.handle().close() }, options: { closeGrace: 0 } });
      await victim.page.call('close');
      await victim.page.failure('closed');
      await victim.try('after the close', async () => givenAway(await asks(victim, 1)));
      victim.done();
    });
  },
);
