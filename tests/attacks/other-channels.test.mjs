// Messages that come over something else than the window: channels, workers, a service worker.
import { attack } from './support/attack.mjs';

const FINISH = { type: 'tray.authpopup.finish', authId: 'auth-forged' };

/** Each opens a channel in the page, and notes when the forged message has come out of it. */
const channels = {
  'a MessageChannel': (h, { finish }) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => h.note('a MessageChannel');
    port2.postMessage(finish);
  },
  'a BroadcastChannel': (h, { finish }) => {
    new BroadcastChannel('tray').onmessage = () => h.note('a BroadcastChannel');
    new BroadcastChannel('tray').postMessage(finish);
  },
  'a worker': (h, { worker }) => {
    new Worker(worker).onmessage = () => h.note('a worker');
  },
  'a shared worker': (h, { sharedWorker }) => {
    new SharedWorker(sharedWorker).port.onmessage = () => h.note('a shared worker');
  },
  'a service worker': async (h, { serviceWorker }) => {
    const { serviceWorker: container } = navigator;
    instrument.listen(container, 'message', () => h.note('a service worker'));
    container.startMessages();
    const { active, waiting, installing } = await container.register(serviceWorker);
    (active ?? waiting ?? installing).postMessage('speak');
  },
  'events of a server': (h, { events }) => {
    const source = new EventSource(events);
    source.onmessage = () => {
      source.close();
      h.note('events of a server');
    };
  },
};

attack(
  import.meta.url,
  {
    wants: 'Somebody who can speak over a channel of the page wants that to count as a message of the window.',
    fails: 'only what the browser dispatches at the window itself is listened to.',
  },
  ({ against, browser, engine, possible }) => {
    const text = JSON.stringify(FINISH);

    against(['popup', 'element'], 'from each of them', async (victim) => {
      await victim.open({
        more: channels,
        args: {
          finish: FINISH,
          worker: browser.server.serve(`postMessage(${text})`),
          sharedWorker: browser.server.serve(`onconnect = ({ ports: [port] }) => port.postMessage(${text})`),
          serviceWorker: browser.server.serve(`onmessage = ({ source }) => source.postMessage(${text})`),
          events: browser.server.serve(`data: ${text}\n\n`, { 'content-type': 'text/event-stream' }),
        },
      });
      const names = await victim.page.run(() => ({
        'a shared worker': typeof SharedWorker,
        'a service worker': typeof navigator.serviceWorker,
      }));
      for (const name of Object.keys(channels)) {
        if (names[name] === 'undefined') {
          possible(name, { [engine]: 'the browser, as it is driven, has none' });
          continue;
        }
        await victim.try(name, async () => {
          await victim.page.call(name);
          await victim.page.until(name, ({ notes }) => notes.includes(name));
        });
      }
    });
  },
);
