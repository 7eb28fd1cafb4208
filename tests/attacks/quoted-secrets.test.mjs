// The dialog, or who took its window, knows the code and the account id, and quotes them in what is told to the page.
import { attack } from './support/attack.mjs';
import { ACCOUNT } from './support/messages.mjs';

attack(
  import.meta.url,
  {
    wants: 'A text that holds the authorization code or the account id wants to get into an error, an event or a log.',
    fails: 'both are replaced in every text that is told, plain and as they stand in a URL, also when it was cut.',
  },
  ({ against }) => {
    const quotes = (secret) => ({
      plain: secret,
      'in a sentence': `The code ${secret} has expired.`,
      'twice, without a gap': secret + secret,
      'as in a URL': `https://dialog/?code=${encodeURIComponent(secret)}&x=1`,
      'in markup': `<b>${secret}</b>`,
      'after many characters': `${'x'.repeat(990)}${secret}`,
      'where the text is cut': `${'x'.repeat(4096 - 10)}${secret}`,
      'after characters of several bytes': `${'é€𝄞'.repeat(40)}${secret}`,
      'after a lone surrogate': `LONE${secret}`,
    });

    against(['popup', 'element'], 'in errors that do not end the dialog', async (victim) => {
      await victim.open({ options: { closeOnError: false } });
      for (const secret of [victim.code, ACCOUNT]) {
        const texts = Object.values(quotes(secret));
        const messages = texts.flatMap((text) => [
          { type: 'tray.authPopup.error', error: text },
          { type: 'tray.authpopup.error', err: { message: text } },
        ]);
        await victim.try(
          `each quote of ${secret}`,
          async () => {
            const before = (await victim.page.report()).dialogs.dialog.events.length;
            await victim.dialog.run((said) => {
              // WebDriver takes no lone surrogates.
              for (const data of JSON.parse(said.replaceAll('LONE', '\\ud800'))) window.dialog.post(data);
            }, JSON.stringify(messages));
            const errors = await victim.page.until('the errors', ({ dialogs }) => {
              const told = dialogs.dialog.events.slice(before);
              return told.length === messages.length && told;
            });
            // Not the whole, and no beginning of it that is worth a guess.
            return errors.map((event) => JSON.stringify(event)).filter((text) => text.includes(secret.slice(0, -8)));
          },
          { tries: messages.length, settles: true },
        );
      }
      await victim.dialog.run(() => window.dialog.finish('auth-true'));
      await victim.page.settlement();
      const { settlements } = (await victim.page.report()).dialogs.dialog;
      if (settlements[0].value?.authId !== 'auth-true') victim.accepted.push('the dialog did not go on');
      victim.done();
    });

    against(['popup', 'element'], 'in names of messages', async (victim) => {
      await victim.open();
      for (const secret of [victim.code, ACCOUNT]) {
        const names = [secret, `a-${secret}`, `${secret}${secret}`, encodeURIComponent(secret)];
        await victim.try(
          `${secret} in names`,
          async () => {
            const before = (await victim.page.report()).dialogs.dialog.events.length;
            await victim.dialog.run((all) => {
              for (const name of all) window.dialog.post({ type: `tray.authpopup.${name}` });
            }, names);
            await victim.page.until(
              'the events',
              ({ dialogs }) => dialogs.dialog.events.length === before + names.length,
            );
          },
          { tries: names.length, events: ['message'] },
        );
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
      await victim.try(
        'the rejection of the code',
        async () => {
          await victim.page.call('quote');
          const { error } = await victim.page.settlement();
          return error.message.includes(victim.code) || error.json.includes(victim.code)
            ? [`told: ${error.message}`]
            : [];
        },
        { settles: true },
      );
      victim.done();
      victim.page.left = true;
    });
  },
);
