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
    /** Runs in the page. */
    const sayFromWindow = (messages) => {
      const say = 'for (const message of messages) (opener ?? parent).postMessage(message, "*")';
      new window.own.Function('messages', say)(messages);
    };

    for (const [what, host] of Object.entries({ "the page's own": 'dialog.localhost', another: 'localhost' })) {
      against(['popup', 'modal', 'element'], `in the window of a dialog of ${what} origin`, async (victim) => {
        await victim.open({ waits: true, echo: false, host });
        const say = () => victim.page.run(sayFromWindow, FORGED);
        await victim.try('all of it', () => victim.hears(browser.server.origin(host), FORGED.length, say), {
          tries: FORGED.length,
        });
        await victim.page.resolve('code', victim.code);
        await victim.dialog.ready();
      });
    }
  },
);
