// Windows have names, and whoever knows the name of one can get hold of it, or have one ready under that name. And a page of the
// dialog's own origin, such as a second tab of Tray's, may reach for the popup through the page that has opened both.
import { attack } from './support/attack.mjs';

const NAMES = `
  tray Tray tray-auth tray-auth-dialog tray_auth_dialog trayAuthDialog auth authpopup authPopup auth-dialog authDialog popup
  dialog window oauth login Authentication external_slack_authentication acme undefined null blank`
  .trim()
  .split(/\s+/);

attack(
  import.meta.url,
  {
    wants:
      "A stranger wants its window taken for the dialog's, or to get hold of that: by a name, or through the page.",
    fails: 'the dialog opens as `_blank`: a new window that has no name; and the page keeps it to itself.',
  },
  ({ against }) => {
    against(['popup'], 'a window of a stranger that was there before, under a likely name', async (victim) => {
      let ready;
      const first = async () => {
        ready = await victim.window(victim.stranger('evil.localhost'), 'tray-auth-dialog');
      };
      await victim.open({ first });
      await victim.try('is not taken', async () =>
        (await ready.url()) === victim.url ? ['the dialog is in that window'] : [],
      );
      await victim.forges('and it speaks', ready, 'opener');
    });

    against(['popup'], 'the window itself, looked for by its name', async (victim) => {
      await victim.open();
      await victim.try('it has a name', async () => {
        const name = await victim.dialog.run(() => window.name);
        return name === '' ? [] : [`it is called ${name}`];
      });
      const { opens } = await victim.page.report();
      if (opens.at(-1).args[1] !== '_blank') victim.accepted.push(`opened as ${opens.at(-1).args[1]}`);
      // Without a click a browser opens no window, but it gives one that is there already.
      const found = (names) =>
        victim.page.run(
          (all) =>
            all.filter((name) => {
              const other = window.open('', name);
              if (other && other !== instrument.windows[0]) other.close();
              return other !== null && other === instrument.windows[0];
            }),
          names,
        );
      await victim.try('by each name', async () => (await found(NAMES)).map((name) => `found as ${name}`), {
        tries: NAMES.length,
      });
    });

    against(['popup'], "a page of the dialog's own origin, through the page that has opened it too", async (victim) => {
      await victim.open();
      const other = await victim.window(victim.stranger('dialog.localhost'));
      await victim.try('by the properties of the page', async () => {
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
      await victim.try('by the number of its frames', async () => {
        const count = await other.run(() => window.opener.length);
        return count === 0 ? [] : [`${count} windows of the page can be reached`];
      });
    });
  },
);
