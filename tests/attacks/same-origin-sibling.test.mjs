// Pages of the dialog's own origin in another window or frame: a second tab of Tray's, or a page of another customer there.
import { attack } from './support/attack.mjs';
import { DISPLAYS } from './support/victim.mjs';

attack(
  import.meta.url,
  {
    wants: "A page of the dialog's own origin, in another window, wants to speak for the dialog.",
    fails: 'its window is not the one that was captured when the dialog was opened.',
  },
  ({ against }) => {
    against(DISPLAYS, 'frames beside the dialog, and in a frame of a stranger', async (victim) => {
      await victim.open();
      const frame = await victim.frame({ src: victim.stranger('dialog.localhost') });
      await victim.forges('a frame', frame, 'parent');
      const evil = await victim.frame({ src: victim.stranger('evil.localhost') });
      const inner = await victim.frame({ src: victim.stranger('dialog.localhost') }, evil);
      await victim.forges("a frame in a stranger's frame", inner, 'parent.parent');
    });

    against(['popup', 'element'], 'windows', async (victim) => {
      await victim.open();
      await victim.forges('a window', await victim.window(victim.stranger('dialog.localhost')), 'opener');
      const frame = await victim.frame({
        src: victim.stranger('dialog.localhost', { wanted: victim.stranger('dialog.localhost') }),
      });
      await frame.click('#open');
      const other = await victim.page.popup();
      await other.until('the stranger in the window', () => typeof window.speak === 'function');
      await victim.forges("a frame's window", other, 'opener.parent');
    });

    against(['popup', 'element'], "the page itself and its frames, of the dialog's origin", async (victim) => {
      await victim.open({ host: 'dialog.localhost' });
      await victim.try(
        'the page',
        () =>
          victim.hears(victim.origin, 2, () =>
            victim.page.run(() => {
              for (const type of ['tray.authpopup.finish', 'tray.authpopup.close'])
                window.postMessage({ type, authId: 'auth-forged' });
            }),
          ),
        { tries: 2 },
      );
      // A blank frame has the origin of the page that made it.
      await victim.try('a blank frame', () =>
        victim.hears(victim.origin, 1, () =>
          victim.page.run(() => {
            const { contentWindow } = document.body.appendChild(document.createElement('iframe'));
            new contentWindow.Function(
              'parent.postMessage({ type: "tray.authpopup.finish", authId: "auth-forged" })',
            )();
          }),
        ),
      );
    });

    against(['popup'], 'another page of the site that reaches for the popup by its opener', async (victim) => {
      // The sibling gets at the host page, which is of another origin, and through it at no window of it.
      await victim.open();
      const other = await victim.window(victim.stranger('dialog.localhost'));
      await victim.try('through the properties of the page', async () => {
        const reached = await other.run(() =>
          ['others', 'instrument', 'harness', 'popup', 'dialog'].filter((name) => {
            try {
              return window.opener[name] !== undefined;
            } catch {
              return false;
            }
          }),
        );
        return reached.map((name) => `${name} was reached`);
      });
      await victim.try('by the number of the frames', async () => {
        const count = await other.run(() => window.opener.length);
        return count === 0 ? [] : [`${count} windows of the page can be reached`];
      });
    });
  },
);
