// The dialog, or who took its window, knows the code and the account id, and quotes them in what is told to the page. Every
// spelling and every place in a text: tests/native/secrets.rs.
import { attack } from './support/attack.mjs';
import { ACCOUNT } from './support/messages.mjs';

attack(
  import.meta.url,
  {
    wants: 'A text that holds the authorization code or the account id wants to get into an error, an event or a log.',
    fails: 'both are replaced in every text that is told, plain and as they stand in a URL, also when it was cut.',
  },
  ({ against }) => {
    /** The page has got as many more events as the dialog has posted messages. @returns {Promise<object[]>} these */
    const told = async (victim, messages) => {
      const { length } = (await victim.page.report()).dialogs.dialog.events;
      await victim.dialog.run((said) => {
        // WebDriver takes no lone surrogates.
        for (const data of JSON.parse(said.replaceAll('LONE', '\\ud800'))) window.dialog.post(data);
      }, JSON.stringify(messages));
      return victim.page.until('the events', ({ dialogs }) => {
        const more = dialogs.dialog.events.slice(length);
        return more.length === messages.length && more;
      });
    };

    against(['popup', 'element'], 'in errors that do not end the dialog', async (victim) => {
      await victim.open({ options: { closeOnError: false } });
      for (const secret of [victim.code, ACCOUNT]) {
        const texts = [
          `The code ${secret} has expired: https://dialog/?code=${encodeURIComponent(secret)}&x=1`,
          secret + secret,
          `${'x'.repeat(990)}${secret}`,
          `${'x'.repeat(4096 - 10)}${secret}`,
          `${'é€𝄞'.repeat(40)}${secret}`,
          `LONE${secret}`,
        ];
        const messages = texts.flatMap((text) => [
          { type: 'tray.authPopup.error', error: text },
          { type: 'tray.authpopup.error', err: { message: text } },
        ]);
        const quote = async () => {
          const errors = (await told(victim, messages)).map((event) => JSON.stringify(event));
          // Not the whole, and no beginning of it that is worth a guess.
          return errors.filter((text) => text.includes(secret.slice(0, -8)));
        };
        await victim.try(`each quote of ${secret}`, quote, { tries: messages.length, settles: true });
      }
      await victim.dialog.run(() => window.dialog.finish('auth-true'));
      if ((await victim.page.result()).authId !== 'auth-true') victim.accepted.push('the dialog did not go on');
      victim.done();
    });

    against(['popup', 'element'], 'in names of messages', async (victim) => {
      await victim.open();
      for (const secret of [victim.code, ACCOUNT]) {
        const names = [secret, `a-${secret}`, `${secret}${secret}`, encodeURIComponent(secret)];
        const messages = names.map((name) => ({ type: `tray.authpopup.${name}` }));
        const quote = async () => void (await told(victim, messages));
        await victim.try(`${secret} in names`, quote, { tries: names.length, events: ['message'] });
      }
    });

    against(['popup', 'element'], 'in the name of a host', async (victim) => {
      await victim.open();
      // Who has the dialog's URL can go to a host that is called as the code is.
      for (const name of [victim.code, ACCOUNT]) {
        await victim.strays(victim.stranger(`${name}.evil.localhost`));
        await victim.forges(`from ${name}.evil.localhost`, victim.dialog, victim.host);
      }
    });

    against(['popup', 'element'], 'in what the code is asked of', async (victim) => {
      await victim.open({
        waits: true,
        more: { quote: (h, { code }) => h.settle('code', 'reject', `${code} is not valid`) },
      });
      // Nothing was opened with this code yet: it is the page's own word, and may stand in the error's cause alone.
      const reject = async () => {
        await victim.page.call('quote');
        const { message, json } = (await victim.page.settlement()).error;
        return message.includes(victim.code) || json.includes(victim.code) ? [`told: ${message}`] : [];
      };
      await victim.try('the rejection of the code', reject, { settles: true });
      victim.done();
      victim.page.left = true;
    });
  },
);
