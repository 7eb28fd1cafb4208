// Events that a script makes and dispatches itself, made to look as if the browser had: the script may stand in a frame of
// the page's own origin, or be led by a stranger's data, such as a widget that dispatches what it was told.
import { attack } from './support/attack.mjs';

const more = {
  /** Dispatches one event for each way to make one, and notes which could be dispatched. */
  forge: (h) => {
    const { own } = window;
    const data = { type: 'tray.authpopup.finish', authId: 'auth-forged' };
    const init = { data, origin: h.dialogOrigin, source: own };
    const properties = { data: { value: data }, origin: { value: h.dialogOrigin }, source: { value: own } };
    const blank = document.body.appendChild(document.createElement('iframe')).contentWindow;
    class Trusted extends MessageEvent {
      get isTrusted() {
        return true;
      }
    }
    const ways = {
      'a MessageEvent': () => new MessageEvent('message', init),
      'with ports': () => new MessageEvent('message', { ...init, ports: [new MessageChannel().port1] }),
      'of another realm': () => new blank.MessageEvent('message', init),
      'of a class that says it is trusted': () => new Trusted('message', init),
      'made trusted by its prototype': () =>
        Object.setPrototypeOf(
          new MessageEvent('message', init),
          Object.create(MessageEvent.prototype, { isTrusted: { value: true } }),
        ),
      'made trusted by a property of its own': () => {
        const event = new MessageEvent('message', init);
        Reflect.defineProperty(event, 'isTrusted', { value: true });
        return event;
      },
      'made trusted by assignment': () => {
        const event = new MessageEvent('message', init);
        Reflect.set(event, 'isTrusted', true);
        return event;
      },
      'made by `initMessageEvent`': () => {
        const event = document.createEvent('MessageEvent');
        event.initMessageEvent('message', false, false, data, h.dialogOrigin, '', own, []);
        return event;
      },
      'another kind of event, with the properties of a message': () =>
        Object.defineProperties(new CustomEvent('message', { detail: data }), properties),
      'a click that calls itself a message': () => Object.defineProperties(new MouseEvent('message'), properties),
      'a copy of a true message': () => new MessageEvent('message', window.genuine),
      'the very event of a true message, again': () => window.genuine,
    };
    for (const [way, make] of Object.entries(ways)) {
      let seen = false;
      addEventListener('message', () => (seen = true), { once: true });
      window.dispatchEvent(make());
      h.note({ way, seen });
    }
    // A click in code is trusted by nobody, and makes no message either.
    document.body.click();
  },
  /** Events whose properties bite whoever reads them. */
  bite: (h) => {
    const { own } = window;
    let reads = 0;
    const bite = () => {
      reads++;
      throw new Error('bitten');
    };
    const biting = new Proxy({}, { get: bite, has: bite, ownKeys: bite, getPrototypeOf: bite });
    const values = [
      biting,
      Object.defineProperty({}, 'type', { get: bite }),
      { type: { toString: bite, valueOf: bite, [Symbol.toPrimitive]: bite } },
      { type: biting },
    ];
    for (const data of values) {
      window.dispatchEvent(new MessageEvent('message', { data, origin: h.dialogOrigin, source: own }));
      const bare = new Event('message');
      Object.defineProperties(bare, {
        data: { value: data },
        origin: { value: h.dialogOrigin },
        source: { get: bite },
      });
      window.dispatchEvent(bare);
    }
    h.note({ way: 'biting', seen: reads === 0 });
  },
};

attack(
  import.meta.url,
  {
    wants: "A script makes an event with the dialog's window as source and the dialog's origin, and dispatches it.",
    fails: '`isTrusted` is set by the browser alone and looked at first; nothing else of such an event is even read.',
  },
  ({ against }) => {
    against(['popup', 'modal', 'element'], 'dispatched at the window', async (victim) => {
      await victim.open({ echo: false, more });
      await victim.page.run(() =>
        instrument.listen(window, 'message', (event) => {
          if (event.isTrusted && event.data.type === 'tray.authpopup.genuine') window.genuine = event;
        }),
      );
      // A true message of the family that settles nothing. Its data is changed afterwards into a finish.
      await victim.dialog.run(() => window.dialog.post({ type: 'tray.authpopup.genuine' }));
      await victim.page.event('message');
      await victim.page.run(() => {
        window.genuine.data.type = 'tray.authpopup.finish';
        window.genuine.data.authId = 'auth-forged';
      });
      for (const name of ['forge', 'bite']) {
        const before = (await victim.page.report()).notes.length;
        await victim.try(name, async () => {
          await victim.page.call(name);
          const { notes } = await victim.page.report();
          victim.tries += notes.length - before - 1;
          return notes.filter(({ seen }) => !seen).map(({ way }) => `${way}: was not delivered, or was read`);
        });
      }
    });
  },
);
