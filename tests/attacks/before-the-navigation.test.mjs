// The dialog is open and its code is still on its way: its window is blank, and has the origin of the page. Where the dialog is
// of the page's own origin, what is said from there has the right window and the right origin.
import { attack } from './support/attack.mjs';
import { FORGED } from './support/messages.mjs';

attack(
  import.meta.url,
  {
    wants: 'Somebody who gets a script into the blank window speaks from it before the dialog is there.',
    fails: 'no message counts before the window was sent to the dialog.',
  },
  ({ against, browser }) => {
    const said = async (victim, host) => {
      await victim.try(
        'from the blank window',
        () =>
          victim.hears(browser.server.origin(host), FORGED.length, () =>
            victim.page.run((messages) => {
              new window.own.Function(
                'messages',
                'for (const message of messages) (opener ?? parent).postMessage(message, "*")',
              )(messages);
            }, FORGED),
          ),
        { tries: FORGED.length },
      );
      // And the code comes after all.
      await victim.page.run((code) => window.harness.settle('code', 'resolve', code), victim.code);
      await victim.dialog.ready();
    };

    against(['popup', 'modal', 'element'], "of a dialog of the page's own origin", async (victim) => {
      await victim.open({ waits: true, echo: false, host: 'dialog.localhost' });
      await said(victim, 'dialog.localhost');
    });

    against(['popup', 'modal', 'element'], 'of a dialog of another origin', async (victim) => {
      await victim.open({ waits: true, echo: false });
      await said(victim, 'localhost');
    });

    against(['popup', 'element'], 'from strangers', async (victim) => {
      await victim.open({ waits: true });
      for (const where of ['evil.localhost', 'dialog.localhost']) {
        await victim.forges(where, await victim.frame({ src: victim.stranger(where) }), 'parent');
      }
      await victim.page.run((code) => window.harness.settle('code', 'resolve', code), victim.code);
      await victim.dialog.ready();
    });
  },
);
