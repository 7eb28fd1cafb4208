// The frame of the dialog is moved, adopted by another document, or replaced: it gets a new window each time, which a
// stranger may fill.
import { attack } from './support/attack.mjs';
import { FORGED } from './support/messages.mjs';

/** A frame that the page has made itself stays where it is put; one of ours is taken out when its dialog has ended. */
const more = {
  'into another Element': (_h, _args, next) => {
    const frame = document.getElementById('attached');
    const place = document.body.appendChild(document.createElement('section'));
    place.append(frame);
    frame.src = next;
  },
  'out and in again': (_h, _args, next) => {
    const frame = document.getElementById('attached');
    const parent = frame.parentNode;
    frame.remove();
    parent.append(frame);
    frame.src = next;
  },
  'into the document of another frame': (_h, _args, next) => {
    const frame = document.getElementById('attached');
    const other = document.body.appendChild(document.createElement('iframe'));
    other.contentDocument.body.append(other.contentDocument.adoptNode(frame));
    frame.src = next;
  },
  'and a copy put in its place': (_h, _args, next) => {
    const frame = document.getElementById('attached');
    const copy = frame.cloneNode();
    frame.replaceWith(copy);
    copy.src = next;
  },
};

attack(
  import.meta.url,
  {
    wants: 'A page in the frame, after that was moved and so has another window, wants to be taken for the dialog.',
    fails: 'the window that was captured is gone, which ends the dialog as closed by the page.',
  },
  ({ against, browser }) => {
    for (const way of Object.keys(more)) {
      for (const where of ['evil.localhost', 'dialog.localhost']) {
        against(['attached'], `${way}, for ${where}`, async (victim) => {
          await victim.open({ more, echo: false });
          // Where the frame may be by then, its page can be reached neither by us nor by the page: it says all by itself.
          const to = way.includes('document') ? 'parent.parent' : 'parent';
          const next = victim.stranger(where, { now: { messages: FORGED, to } });
          const move = async () => {
            await victim.hears(browser.server.origin(where), FORGED.length, () => victim.page.call(way, next));
            const { error } = await victim.page.settlement();
            const { by } = await victim.page.event('close');
            return error?.code === 'closed' && by === 'app' ? [] : [`ended as ${error?.code ?? 'finished'} by ${by}`];
          };
          await victim.try('all it says', move, { tries: FORGED.length, settles: true });
          victim.done();
        });
      }
    }
  },
);
