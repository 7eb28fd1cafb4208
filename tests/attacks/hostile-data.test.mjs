// Data of every shape that a browser can deliver: from the dialog itself, which may be broken, and from strangers.
import { attack } from './support/attack.mjs';

/** Runs in the page that posts, to the window that `to` names. @returns how many messages it has posted */
const postAll = async (to) => {
  const host = to.split('.').reduce((of, name) => of[name], window);
  const cyclic = { type: 'tray.authpopup.nearly' };
  cyclic.type = cyclic;
  const round = { type: 'tray.authpopup.round' };
  round.authId = round;
  round.error = { message: round };
  const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]));
  let deep = {};
  for (let depth = 0; depth < 500; depth++) deep = { type: deep };
  const posted = [
    undefined,
    null,
    true,
    0,
    -1.5,
    NaN,
    Infinity,
    '',
    'tray.authpopup.finish',
    [],
    [{ type: 'tray.authpopup.finish', authId: 'x' }],
    {},
    10n,
    new Date(),
    new Date(NaN),
    /tray/,
    new Map([['type', 'tray.authpopup.finish']]),
    new Set(['tray.authpopup.finish']),
    new Uint8Array(4),
    new Blob(['tray.authpopup.finish']),
    new Error('tray.authpopup.finish'),
    new String('tray.authpopup.finish'),
    { type: null },
    { type: 1 },
    { type: {} },
    { type: [] },
    { type: ['tray.authpopup.finish'] },
    { type: new String('tray.authpopup.finish'), authId: 'x' },
    { type: '' },
    { type: 'tray.authpopup.' },
    { type: 'tray..finish', authId: 'x' },
    { type: 'tray.authpopup.finish.', authId: 'x' },
    { type: 'tray.authpopup.finish ', authId: 'x' },
    { type: ' tray.authpopup.finish', authId: 'x' },
    { type: 'TRAY.authpopup.finish', authId: 'x' },
    { type: 'tray.authpopup.FINISH', authId: 'x' },
    { type: 'tray.authpopup.fini\u0073\u0323h', authId: 'x' },
    { type: 'tray.аuthpopup.finish', authId: 'x' }, // with a Cyrillic а
    { type: 'tray.authpopup.ﬁnish', authId: 'x' }, // with a ligature
    { type: 'tray.auth\u200bpopup.finish', authId: 'x' },
    { type: 'tray.AUTHPOPUP\u212a.finish', authId: 'x' }, // the Kelvin sign, which is a k in lower case
    { type: 'tray.configPopup.finish', authId: 'x' },
    { type: '\u0000' },
    { type: '\ud800' },
    { type: 'tray.authpopup.\udc00\ud800' },
    { type: 'tray.authpopup.finish\u0000', authId: 'x' },
    { Type: 'tray.authpopup.finish', authId: 'x' },
    { data: { type: 'tray.authpopup.finish', authId: 'x' } },
    JSON.stringify({ type: 'tray.authpopup.finish', authId: 'x' }),
    cyclic,
    round,
    wide,
    deep,
    'x'.repeat(50_000_000),
    { type: 'x'.repeat(5_000_000) },
    { type: 'tray.authpopup.'.padEnd(5_000_000, 'x') },
    { type: 'tray.authpopup.finish'.padEnd(200, ' '), authId: 'x' },
    { type: 'tray.authpopup.ready', payload: 'x'.repeat(5_000_000) },
  ];
  for (const data of posted) host.postMessage(data, '*');
  const buffer = new ArrayBuffer(8);
  const { port1 } = new MessageChannel();
  const bitmap = await createImageBitmap(new ImageData(2, 2));
  const transferred = [
    [buffer, buffer],
    [{ port: port1 }, port1],
    [bitmap, bitmap],
  ];
  for (const [data, owned] of transferred) host.postMessage(data, '*', [owned]);
  window.posted = posted.length + transferred.length;
};

attack(
  import.meta.url,
  {
    wants: 'Somebody wants to settle the dialog, to break the page or to fill its memory by data that nobody expects.',
    fails:
      "a stranger's data is not read; of the dialog's own a few fields are, as strings, and measured before they are copied.",
  },
  ({ against }) => {
    const postedBy = (victim, place, to, origin) => async () => {
      const before = (await victim.page.report()).messages;
      await place.run(`(${postAll})(${JSON.stringify(to)}); return undefined`);
      const count = await place.until('everything to be posted', () => window.posted);
      victim.tries += count - 1;
      // A text of 50 MB takes its time from one process to another.
      await victim.page.until(`${count} messages from ${origin}`, ({ messages }) => messages >= before + count, {
        patience: 120_000,
      });
      const memory = await victim.page.run(() => instrument.memoryPages());
      const { events } = (await victim.page.report()).dialogs.dialog;
      return [
        ...memory.filter((pages) => pages >= 100).map((pages) => `the module has grown to ${pages} pages`),
        ...events.filter(({ name }) => name?.length > 1000).map(({ name }) => `a name of ${name.length} characters`),
      ];
    };

    against(['popup', 'element'], "from the dialog's own page", async (victim) => {
      await victim.open({ echo: false });
      const to = victim.host;
      await victim.try('every shape', postedBy(victim, victim.dialog, to, victim.origin), { events: ['message'] });
    });

    against(['popup'], "from a stranger's frame", async (victim) => {
      await victim.open({ echo: false });
      const frame = await victim.frame({ src: victim.stranger('evil.localhost') });
      await victim.try('every shape', postedBy(victim, frame, 'parent', 'evil.localhost'));
    });
  },
);
