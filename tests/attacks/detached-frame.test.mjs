// A frame that is taken out has no window any more: `null` is what its `contentWindow` is, and what the source of a message
// from a dead page is.
import assert from 'node:assert/strict';
import { attack } from './support/attack.mjs';
import { FORGED } from './support/messages.mjs';

/** One site with the dialog, so that all share a process: only so the last words of a dying page arrive at all. */
const HOST = 'page.dialog.localhost';
const EVIL = 'evil.dialog.localhost';

attack(
  import.meta.url,
  {
    wants: "A page that died while it spoke has `null` as its source, as the dialog's frame has `null` as its window.",
    fails: 'the window is captured when the dialog opens, and `null` is nobody.',
  },
  ({ against, browser }) => {
    for (const where of [EVIL, 'dialog.localhost']) {
      /** A frame of that host speaks as it is taken out of the page, in one task with those others. */
      const lastWords = async (victim, others = '#none') => {
        const last = { messages: FORGED, to: 'parent' };
        await victim.frame({ src: victim.stranger(where, { last }), class: 'dying' });
        await victim.hears(browser.server.origin(where), FORGED.length, () =>
          victim.page.run((css) => {
            for (const frame of document.querySelectorAll(css)) frame.remove();
          }, `.dying, ${others}`),
        );
      };
      const tries = FORGED.length;

      against(['popup', 'element', 'attached'], `last words of a frame of ${where}`, async (victim) => {
        await victim.open({ host: HOST, echo: false });
        await victim.try('from a frame that was taken out', () => lastWords(victim), { tries });
      });

      against(
        ['element', 'attached'],
        `last words of a frame of ${where}, with the dialog's out too`,
        async (victim) => {
          await victim.open({ host: HOST, echo: false });
          const die = async () => {
            await lastWords(victim, '#attached, #place iframe');
            const { error } = await victim.page.settlement();
            return error?.code === 'closed' ? [] : ['the dialog ended otherwise than by its frame being gone'];
          };
          await victim.try('while the window of the dialog is gone', die, { tries, settles: true });
          assert.deepEqual(await victim.page.event('close'), { type: 'close', by: 'app' });
          victim.done();
        },
      );
    }

    against(['attached'], 'a source of `null` that the browser itself dispatches', async (victim) => {
      await victim.open({ host: 'dialog.localhost', echo: false });
      // The page's own blank frames have its origin, which is the dialog's here.
      await victim.try('a frame that is taken out in the task in which it spoke', async () => {
        const before = (await victim.page.report()).messages;
        await victim.page.run(() => {
          const frame = document.body.appendChild(document.createElement('iframe'));
          const say = 'parent.postMessage({ type: "tray.authpopup.finish", authId: "auth-forged" }, "*")';
          new frame.contentWindow.Function(say)();
          frame.remove();
        });
        await victim.page.until('the message', ({ messages }) => messages > before);
      });
    });
  },
);
