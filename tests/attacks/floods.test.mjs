// Very many messages in one burst, while a dialog is open.
import { until } from '../e2e/harness/wait.mjs';
import { attack } from './support/attack.mjs';

const COUNT = 100_000;

/** Runs in the flooding page, with the window to flood. */
const flood = (count, to) => {
  const host = to.split('.').reduce((of, name) => of[name], window);
  for (let sent = 0; sent < count; sent++)
    host.postMessage({ type: 'tray.authpopup.finish', authId: 'auth-forged' }, '*');
};

attack(
  import.meta.url,
  {
    wants: 'A stranger wants to keep the page so busy that it cannot hear its dialog, or hears something else.',
    fails: 'a foreign message costs a look at its source and no string, and none is kept.',
  },
  ({ against }) => {
    const held = async (victim) => {
      const memory = await victim.page.run(() => instrument.memoryPages());
      return memory.every((pages) => pages < 100) ? [] : [`the module has grown to ${memory} pages`];
    };

    against(['popup'], `${COUNT} messages of a frame of another origin`, async (victim) => {
      await victim.open({ echo: false });
      const frame = await victim.frame({ src: victim.stranger('evil.localhost') });
      const evil = victim.browser.server.origin('evil.localhost');
      await frame.run(flood, COUNT, 'parent');
      // The true finish is somewhere among them.
      await victim.page.messagesFrom(evil, 1);
      const finish = async () => {
        await victim.dialog.run(() => window.dialog.finish('auth-true'));
        const isFinished = () => window.harness.handle().state === 'finished';
        await until('the dialog to settle', () => victim.page.run(isFinished));
        await victim.page.messagesFrom(evil, COUNT, { patience: 60_000 });
        return [...(await held(victim)), ...(await victim.untrue())];
      };
      await victim.try('among them, the true finish', finish, { settles: true });
      victim.done();
    });

    against(['popup'], `${COUNT} messages of a page in the dialog's own window`, async (victim) => {
      await victim.open({ echo: false });
      const evil = victim.browser.server.origin('evil.localhost');
      await victim.strays(victim.stranger('evil.localhost'));
      await victim.try('all of them', async () => {
        await victim.hears(evil, COUNT, () => victim.dialog.run(flood, COUNT, 'opener'));
        const { events } = (await victim.page.report()).dialogs.dialog;
        const ignored = events.filter(({ type }) => type === 'ignored').length;
        return [...(await held(victim)), ...(ignored === 1 ? [] : [`${ignored} times ignored`])];
      });
    });

    against(['element'], `${COUNT} messages of a frame in the dialog, of its own origin`, async (victim) => {
      await victim.open({ echo: false });
      const frame = await victim.frame({ src: victim.stranger('dialog.localhost') }, victim.dialog);
      await victim.try('all of them', async () => {
        await victim.hears(victim.origin, COUNT, () => frame.run(flood, COUNT, 'parent.parent'));
        return held(victim);
      });
    });
  },
);
