// A page of the dialog's own origin in another window, such as a second tab of Tray's or a page of another customer there, that
// reaches for the popup. What such pages say: forged-in-frames and forged-in-windows.
import { attack } from './support/attack.mjs';

attack(
  import.meta.url,
  {
    wants: "A page of the dialog's own origin, in another window, wants to get hold of the popup.",
    fails: 'it gets at the host page, which is of another origin, and through it at no window.',
  },
  ({ against }) => {
    against(['popup'], 'another page of the site that reaches for the popup by its opener', async (victim) => {
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
