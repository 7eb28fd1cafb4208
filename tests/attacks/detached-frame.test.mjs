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
    /** Takes frames out of the page, in one task, and waits until their last words have arrived. */
    const die = async (victim, where, ids) => {
      const origin = browser.server.origin(where);
      await victim.hears(origin, FORGED.length, () =>
        victim.page.run((all) => {
          for (const id of all) document.querySelector(id).remove();
        }, ids),
      );
    };
    const dying = async (victim, where, id) => {
      const frame = await victim.frame({
        src: victim.stranger(where, { last: { messages: FORGED, to: 'parent' } }),
        class: id,
      });
      return frame && `.${id}`;
    };

    for (const where of [EVIL, 'dialog.localhost']) {
      against(['popup', 'element', 'attached'], `last words of a frame of ${where}`, async (victim) => {
        await victim.open({ host: HOST, echo: false });
        const id = await dying(victim, where, 'dying');
        await victim.try('from a frame that was taken out', async () => void (await die(victim, where, [id])), {
          tries: FORGED.length,
        });
      });

      against(
        ['element', 'attached'],
        `last words of a frame of ${where}, for a frame that is out too`,
        async (victim) => {
          await victim.open({ host: HOST, echo: false });
          const id = await dying(victim, where, 'dying');
          const own = victim.display === 'attached' ? '#attached' : '#place iframe';
          await victim.try(
            'while the window of the dialog is gone',
            async () => {
              await die(victim, where, [own, id]);
              const { error } = await victim.page.settlement();
              return error?.code === 'closed' ? [] : ['the dialog ended otherwise than by its frame being gone'];
            },
            { tries: FORGED.length, settles: true },
          );
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
          new frame.contentWindow.Function(
            'parent.postMessage({ type: "tray.authpopup.finish", authId: "auth-forged" }, "*")',
          )();
          frame.remove();
        });
        await victim.page.until('the message', ({ messages }) => messages > before);
      });
    });
  },
);
