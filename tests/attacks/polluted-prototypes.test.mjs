// `Object.prototype` was given properties, as a merge of a stranger's JSON into an object of the page does: before the package
// is loaded, and whenever it is called.
import { attack } from './support/attack.mjs';
import { surrounded } from './support/early.mjs';

const FORGED = 'auth-forged';
const EVIL = 'https://evil.example';

/** What JSON can bring: names that the package, its options or its messages use. */
const POLLUTIONS = {
  'fields of messages': { type: 'tray.authpopup.finish', authId: FORGED, authType: FORGED, err: FORGED },
  'an error that looks like a finish': { error: { type: 'finish', authId: FORGED } },
  'who may speak': { region: 'eu', extraOrigins: [EVIL], accountId: FORGED, host: EVIL },
  'where it is shown': {
    popup: { width: 1 },
    frame: { title: FORGED },
    labels: { title: FORGED },
    timeout: 1,
    width: 1,
  },
  'which texts': { title: FORGED, close: FORGED, loading: FORGED, restart: FORGED, blocked: FORGED, className: FORGED },
  'which dialog': { authId: FORGED, serviceId: FORGED, scopes: [FORGED], skipTitleField: true, skipAuthSettings: true },
  'names of a result': { externalAuthId: FORGED, solutionInstanceId: FORGED, authValue: { authId: FORGED } },
  'names of a dialog': { state: 'finished', result: FORGED, id: 1, spent: true, inner: FORGED, flush: FORGED },
  'names of an error': { code: 'closed', name: 'AuthDialogError', field: FORGED, cause: FORGED, message: FORGED },
  'names of an event': { isTrusted: true, source: null, origin: EVIL, data: { type: FORGED }, ports: [], by: 'user' },
  'types of events': { open: FORGED, navigate: FORGED, message: FORGED, ignored: FORGED },
  'fields of descriptors': { get: FORGED, set: FORGED, value: FORGED, enumerable: true },
  'names of a window': { closed: true, opener: null, top: null, parent: null, location: EVIL, document: null },
  'settings of requests and listeners': { once: true, capture: true, passive: true, body: FORGED, headers: { a: 'b' } },
  'settings of elements': { is: 'x-evil', mode: 'closed', clonable: true, delegatesFocus: true, className: FORGED },
  'a `then` that is no function': JSON.parse(
    '{ "then": "auth-forged", "catch": "auth-forged", "finally": "auth-forged" }',
  ),
  'names of lists': { length: 3, 0: FORGED, 1: FORGED, size: 5 },
};

/** Both run in the page. */
const pollute = (pollution) => {
  for (const [name, value] of Object.entries(pollution)) {
    Object.defineProperty(Object.prototype, name, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
      __proto__: null,
    });
  }
};
const clean = (pollution) => {
  for (const name of Object.keys(pollution)) delete Object.prototype[name];
};

attack(
  import.meta.url,
  {
    wants:
      'Whoever can bring data into `Object.prototype` wants to set options, to complete messages or to forge a result.',
    fails: 'options and messages are read as properties of the object itself, and what is told has its own.',
  },
  ({ against }) => {
    for (const [what, pollution] of Object.entries(POLLUTIONS)) {
      const open = async (victim) => {
        await victim.open({ more: surrounded(pollute, clean, pollution) });
        const frame = await victim.frame({ src: victim.stranger('evil.localhost') });
        await victim.forges("a stranger's messages", frame, 'parent');
        await victim.try("the dialog's empty messages", () =>
          victim.hears(victim.origin, 3, () =>
            victim.dialog.run(() => {
              window.dialog.post({});
              window.dialog.post([]);
              window.dialog.post({ type: 'tray.authpopup' });
            }),
          ),
        );
        await victim.try('what the page shows of it', async () => {
          const shown = await victim.page.run(() =>
            [...document.body.children].map(({ id, innerHTML, shadowRoot }) =>
              id === 'place' ? innerHTML : shadowRoot?.innerHTML,
            ),
          );
          return shown.filter((html) => html?.includes(FORGED));
        });
        await victim.try(
          'a message of the family is told as an event, and to nobody else',
          () =>
            victim.hears(victim.origin, 1, () =>
              victim.dialog.run(() => window.dialog.post({ type: 'tray.authpopup.any' })),
            ),
          { events: ['message'] },
        );
        await victim.try(
          'the true finish is told as it is',
          async () => {
            await victim.dialog.run(() => window.dialog.finish('auth-true'));
            await victim.page.settlement();
            return victim.untrue();
          },
          { settles: true },
        );
        victim.done();
      };
      against(['popup'], what, open);
      if (['where it is shown', 'which texts', 'names of a window', 'settings of elements'].includes(what)) {
        against(['modal', 'element'], what, open);
      }
    }

    against(['popup', 'element'], 'a finish without an id, which the prototype has', async (victim) => {
      await victim.open({ more: surrounded(pollute, clean, POLLUTIONS['fields of messages']) });
      await victim.try(
        'completed by the prototype',
        async () => {
          await victim.dialog.run(() => window.dialog.post({ type: 'tray.authpopup.finish' }));
          const { error, value } = await victim.page.settlement();
          return error?.code === 'dialog_error' ? [] : [`told ${JSON.stringify(value ?? error)}`];
        },
        { settles: true },
      );
      victim.done();
    });

    against(['popup'], 'messages that bring `__proto__`', async (victim) => {
      await victim.open();
      await victim.try(
        'from the dialog, in a finish',
        async () => {
          await victim.dialog.run(() =>
            window.dialog.post(
              JSON.parse(
                '{"type":"tray.authpopup.finish","authId":"auth-true","authType":"oauth","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
              ),
            ),
          );
          await victim.page.settlement();
          const polluted = await victim.page.run(() => 'polluted' in {} || 'polluted' in window);
          return [...(await victim.untrue()), ...(polluted ? ['the prototype was polluted'] : [])];
        },
        { settles: true },
      );
      victim.done();
    });
  },
);
