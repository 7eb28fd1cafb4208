// Several dialogs at once: the window, the origin and the words of one are worth nothing for the other.
import { attack } from './support/attack.mjs';
import { DISPLAYS } from './support/victim.mjs';

attack(
  import.meta.url,
  {
    wants: 'One dialog of the page, or whoever got into its window, wants to settle another one.',
    fails: 'each window belongs to one dialog, and each dialog has its own origins.',
  },
  ({ against, browser }) => {
    const more = {
      second: (h, { second, secondHost }) =>
        h.open(h.create({ authorizationCode: second, host: h.origin(secondHost) }), 'second'),
    };
    /** A second dialog beside the victim's, which goes on whatever is said to it. */
    const open = async (victim, secondHost) => {
      const second = browser.server.dialog();
      // A modal covers the buttons of the page, and opens last.
      let window;
      await victim.open({
        more,
        args: { second, secondHost },
        echo: true,
        async first() {
          await victim.page.click('second');
          window = await (await victim.page.popup()).ready();
        },
      });
      return window;
    };

    against(DISPLAYS, "another dialog's true words", async (victim) => {
      const second = await open(victim, 'dialog.localhost');
      const { dialog: before } = (await victim.page.report()).dialogs;
      await second.run(() => window.dialog.finish('auth-second'));
      const result = await victim.page.result('second');
      const { dialog: after } = (await victim.page.report()).dialogs;
      victim.tries += 1;
      if (JSON.stringify(before) !== JSON.stringify(after)) victim.accepted.push('the finish counted for both');
      if (result.authId !== 'auth-second') victim.accepted.push(`the second got ${result.authId}`);
    });

    against(['popup', 'element'], "another dialog's window at the origin of this one", async (victim) => {
      // The second dialog is of evil.localhost: this partner has a dialog there that must not be told as this one's.
      const second = await open(victim, 'evil.localhost');
      await victim.strays(victim.stranger('dialog.localhost'), second);
      await victim.forges('that window', second, 'opener');
    });

    against(['popup', 'element'], "this dialog's window at the origin of the other one", async (victim) => {
      await open(victim, 'evil.localhost');
      await victim.strays(victim.stranger('evil.localhost'));
      await victim.forges('this window', victim.dialog, victim.host);
    });
  },
);
