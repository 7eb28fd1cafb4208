// Windows have names, and whoever knows the name of one can get hold of it, or have one ready under that name.
import { attack } from './support/attack.mjs';

const NAMES = [
  ...'tray Tray tray-auth tray-auth-dialog tray_auth_dialog trayAuthDialog auth authpopup authPopup auth-dialog'.split(
    ' ',
  ),
  ...'authDialog popup dialog window oauth login Authentication external_slack_authentication acme undefined null'.split(
    ' ',
  ),
  ...'blank'.split(' '),
];

attack(
  import.meta.url,
  {
    wants: "A stranger wants its window taken for the dialog's, or to get hold of the dialog's window, by a name.",
    fails: 'the dialog opens as `_blank`: a new window that has no name.',
  },
  ({ against }) => {
    against(
      ['popup'],
      'a window of a stranger that was there before, under a name that could be used',
      async (victim) => {
        // A window of the page that names itself, over and over.
        let ready;
        await victim.open({
          async first() {
            ready = await victim.window(victim.stranger('evil.localhost'), 'tray-auth-dialog');
          },
        });
        for (const name of NAMES) {
          await victim.try(`one called ${name}`, async () => {
            await ready.run((given) => {
              window.name = given;
            }, name);
            return (await victim.dialog.url()) === victim.url && (await ready.url()) !== victim.url
              ? []
              : ['the dialog is in that window'];
          });
        }
        await victim.forges('and that window speaks', ready, 'opener');
      },
    );

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

    against(['popup'], 'what the stranger wrote into the name of the window before', async (victim) => {
      await victim.open();
      await victim.strays(victim.stranger('evil.localhost'));
      await victim.dialog.run(() => {
        window.name = JSON.stringify({ type: 'tray.authpopup.finish', authId: 'auth-forged' });
      });
      await victim.forges('a stranger that names the window', victim.dialog, 'opener');
      await victim.returns();
      await victim.try('the name is not read', async () => {
        await victim.page.run(() => window.dispatchEvent(new Event('focus')));
      });
    });
  },
);
