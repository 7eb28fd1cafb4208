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
  // Spellings that look like ours; those of plain letters are in tests/vectors/messages.json.
  const spellings = [
    ...['tray.authpopup.fini\u0073\u0323h', 'tray.аuthpopup.finish', 'tray.authpopup.ﬁnish'], // an accent, a Cyrillic а, a ligature
    ...['tray.auth\u200bpopup.finish', 'tray.AUTHPOPUP\u212a.finish'], // no width, the Kelvin sign, which is a k in lower case
    ...['\u0000', '\ud800', 'tray.authpopup.\udc00\ud800', 'tray.authpopup.finish\u0000', 'tray.authpopup.finish.'],
    ...['tray.authpopup.finish'.padEnd(200, ' '), 'x'.repeat(5_000_000), 'tray.authpopup.'.padEnd(5_000_000, 'x')],
  ];
  const finish = 'tray.authpopup.finish';
  const posted = [
    ...[undefined, null, NaN, Infinity, 10n, new Date(), new Date(NaN), /tray/, new Uint8Array(4), new Blob([finish])],
    ...[new Map([['type', finish]]), new Set([finish]), new Error(finish), new String(finish)],
    ...[{ type: new String(finish), authId: 'x' }, cyclic, round, wide, deep, 'x'.repeat(50_000_000)],
    { type: 'tray.authpopup.ready', payload: 'x'.repeat(5_000_000) },
    ...spellings.map((type) => ({ type, authId: 'x' })),
  ];
  for (const data of posted) host.postMessage(data, '*');
  const buffer = new ArrayBuffer(8);
  const { port1 } = new MessageChannel();
  const bitmap = await createImageBitmap(new ImageData(2, 2));
  const transferred = [buffer, port1, bitmap];
  for (const owned of transferred) host.postMessage({ owned }, '*', [owned]);
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
    const postedBy = (victim, place, to) => async () => {
      const before = (await victim.page.report()).messages;
      await place.run(`(${postAll})(${JSON.stringify(to)}); return undefined`);
      const count = await place.until('everything to be posted', () => window.posted);
      victim.tries += count - 1;
      // A text of 50 MB takes its time from one process to another.
      await victim.page.until(`${count} messages`, ({ messages }) => messages >= before + count, { patience: 120_000 });
      const memory = await victim.page.run(() => instrument.memoryPages());
      const { events } = (await victim.page.report()).dialogs.dialog;
      return [
        ...memory.filter((pages) => pages >= 100).map((pages) => `the module has grown to ${pages} pages`),
        ...events.filter(({ name }) => name?.length > 1000).map(({ name }) => `a name of ${name.length} characters`),
      ];
    };

    against(['popup', 'element'], "from the dialog's own page", async (victim) => {
      await victim.open({ echo: false });
      await victim.try('every shape', postedBy(victim, victim.dialog, victim.host), { events: ['message'] });
    });

    against(['popup'], "from a stranger's frame", async (victim) => {
      await victim.open({ echo: false });
      const frame = await victim.frame({ src: victim.stranger('evil.localhost') });
      await victim.try('every shape', postedBy(victim, frame, 'parent'));
    });
  },
);
