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
  'callbacks of events': { open: 'onFinish', navigate: 'onFinish', message: 'onFinish', ignored: 'onFinish' },
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
  const rest = { configurable: true, enumerable: true, writable: true };
  for (const [name, value] of Object.entries(pollution))
    Object.defineProperty(Object.prototype, name, { ...rest, value, __proto__: null });
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
    /** What the dialog's messages lead to. */
    const posts = (victim, ...messages) =>
      victim.hears(victim.origin, messages.length, () =>
        victim.dialog.run((all) => {
          for (const message of all) window.dialog.post(message);
        }, messages),
      );
    /** The modal and the Element show nothing of what is forged. */
    const shown = async (victim) => {
      const texts = await victim.page.run(() =>
        [...document.body.children].map(({ id, innerHTML, shadowRoot }) =>
          id === 'place' ? innerHTML : shadowRoot?.innerHTML,
        ),
      );
      return texts.filter((html) => html?.includes(FORGED));
    };
    const isShown = ['where it is shown', 'which texts', 'names of a window', 'settings of elements'];

    for (const [what, pollution] of Object.entries(POLLUTIONS)) {
      against(isShown.includes(what) ? ['popup', 'modal', 'element'] : ['popup'], what, async (victim) => {
        await victim.open({ more: surrounded(pollute, clean, pollution) });
        const frame = await victim.frame({ src: victim.stranger('evil.localhost') });
        await victim.forges("a stranger's messages", frame, 'parent');
        await victim.try("the dialog's empty messages", () => posts(victim, {}, [], { type: 'tray.authpopup' }));
        await victim.try('what the page shows of it', () => shown(victim));
        const any = () => posts(victim, { type: 'tray.authpopup.any' });
        await victim.try('a message of the family is told as an event, and to nobody else', any, {
          events: ['message'],
        });
        const finish = async () => {
          await victim.dialog.run(() => window.dialog.finish('auth-true'));
          await victim.page.settlement();
          return victim.untrue();
        };
        await victim.try('the true finish is told as it is', finish, { settles: true });
        victim.done();
      });
    }

    against(['popup', 'element'], 'a finish without an id, which the prototype has', async (victim) => {
      await victim.open({ more: surrounded(pollute, clean, POLLUTIONS['fields of messages']) });
      const finish = async () => {
        await victim.dialog.run(() => window.dialog.post({ type: 'tray.authpopup.finish' }));
        const { error, value } = await victim.page.settlement();
        return error?.code === 'dialog_error' ? [] : [`told ${JSON.stringify(value ?? error)}`];
      };
      await victim.try('completed by the prototype', finish, { settles: true });
      victim.done();
    });

    against(['popup'], 'messages that bring `__proto__`', async (victim) => {
      await victim.open();
      const message =
        '{"type":"tray.authpopup.finish","authId":"auth-true","authType":"oauth","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
      const finish = async () => {
        await victim.dialog.run((json) => window.dialog.post(JSON.parse(json)), message);
        await victim.page.settlement();
        const polluted = await victim.page.run(() => 'polluted' in {} || 'polluted' in window);
        return [...(await victim.untrue()), ...(polluted ? ['the prototype was polluted'] : [])];
      };
      await victim.try('from the dialog, in a finish', finish, { settles: true });
      victim.done();
    });
  },
);
