// The dialog has settled, and its window goes on: the same words again, other words, and words for the next dialog there.
import { attack } from './support/attack.mjs';
import { FORGED, givenAway } from './support/messages.mjs';

/** How the dialog came to its end: what the page or the dialog did. */
const ENDS = {
  finish: (victim) => victim.dialog.run(() => window.dialog.finish('auth-first')),
  error: (victim) => victim.dialog.run(() => window.dialog.post({ type: 'tray.authPopup.error', error: 'first' })),
  'a finish without an id': (victim) => victim.dialog.run(() => window.dialog.post({ type: 'tray.authpopup.finish' })),
  abort: (victim) => victim.page.call('abort'),
};

/** After these the true dialog may still say that it has finished after all, once: a `late-finish`, which settles nothing. */
const CLOSES = {
  'close, by the dialog': (victim) => victim.dialog.run(() => window.dialog.post({ type: 'tray.authpopup.close' })),
  'close, by the page': (victim) => victim.page.call('close'),
};

const more = {
  close: (h) => h.handle().close(),
  abort: () => window.controller.abort(),
  again: (h, { code, options }) => {
    window.second = document.createElement('iframe');
    window.second.id = 'second';
    window.second.src = `${h.dialogOrigin}/external/auth/create/acme?code=${code}`;
    document.body.append(window.second);
    h.attach(window.second, { host: h.dialogOrigin, accountId: options.accountId }, 'second');
  },
};

/** The page of the frame stays, whatever becomes of its dialog. */
const open = (victim) =>
  victim.open({
    options: { closeGrace: 0 },
    more: {
      ...more,
      open: (h, { code, options }) => {
        const frame = document.createElement('iframe');
        frame.id = 'attached';
        frame.src = `${h.dialogOrigin}/external/auth/create/acme?code=${code}`;
        document.body.append(frame);
        window.controller = new AbortController();
        h.attach(frame, { host: h.dialogOrigin, signal: window.controller.signal, ...options });
      },
    },
  });

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
        await open(victim);
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
