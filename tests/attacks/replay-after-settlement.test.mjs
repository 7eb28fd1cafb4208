// The dialog has settled, and its window goes on: the same words again, other words, and words for the next dialog there.
import { attack } from './support/attack.mjs';
import { FORGED, givenAway } from './support/messages.mjs';

const says = (message) => (victim) => victim.dialog.run((data) => window.dialog.post(data), message);

/** How the dialog came to its end. (An abort: tests/native/session.) */
const ENDS = {
  'a finish': says({ type: 'tray.authpopup.finish', authId: 'auth-first' }),
  'an error': says({ type: 'tray.authPopup.error', error: 'first' }),
  'a finish without an id': says({ type: 'tray.authpopup.finish' }),
};

/** After these the true dialog may still say that it has finished after all, once: a `late-finish`, which settles nothing. */
const CLOSES = {
  'a close by the dialog': says({ type: 'tray.authpopup.close' }),
  'a close by the page': (victim) => victim.page.call('close'),
};

const more = {
  close: (h) => h.handle().close(),
  again: (h, { code, options }) => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.id = 'second';
    frame.src = `${h.dialogOrigin}/external/auth/create/acme?code=${code}`;
    h.attach(frame, { host: h.dialogOrigin, accountId: options.accountId }, 'second');
  },
};

/** All that is forged, from the true dialog, which the page has heard. */
const replay = async (victim) => {
  await victim.dialog.run((messages) => {
    window.dialog.received.length = 0;
    for (const message of [...messages, ...messages]) window.dialog.post(message);
  }, FORGED);
  const heard = (enough) => {
    const all = window.dialog.received.map(({ data }) => data);
    return all.filter((data) => data === 'heard').length >= enough && all;
  };
  return givenAway(await victim.dialog.until('the page to have heard it all', heard, 2 * FORGED.length));
};

attack(
  import.meta.url,
  {
    wants: 'A dialog that has settled wants to settle again, or to change what it said.',
    fails: 'a session settles once, and its window belongs to nobody from then on.',
  },
  ({ against }) => {
    for (const [end, make] of Object.entries({ ...ENDS, ...CLOSES })) {
      const events = end in CLOSES ? ['late-finish'] : [];
      against(['attached'], `after ${end}`, async (victim) => {
        // The page of the frame stays, whatever becomes of its dialog.
        await victim.open({ options: { closeGrace: 0 }, more });
        await make(victim);
        await victim.page.settlement();
        await victim.try('everything twice', () => replay(victim), { tries: 2 * FORGED.length, events });
        await victim.try('it is reported once at most', async () => {
          const { events: told } = (await victim.page.report()).dialogs.dialog;
          const late = told.filter(({ type }) => type === 'late-finish').length;
          return late === events.length ? [] : [`${late} times late-finish`];
        });
        // The next dialog is not touched by what the window of the first one says.
        await victim.page.call('again');
        victim.first = victim.dialog;
        await victim.attachedTo('second');
        await victim.try('everything twice, while another dialog is open', () => replay({ dialog: victim.first }), {
          tries: 2 * FORGED.length,
        });
      });
    }
  },
);
