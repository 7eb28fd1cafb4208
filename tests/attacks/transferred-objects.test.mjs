// What a message can carry along: ports, streams, buffers. A port is a way to speak past the check of the origin.
import { attack } from './support/attack.mjs';

/** Runs in the page that posts: a finish on every way that goes with the message, not in it. */
const post = (to) => {
  const host = to.split('.').reduce((of, name) => of[name], window);
  const finish = { type: 'tray.authpopup.finish', authId: 'auth-forged' };
  window.answers = 0;
  const port = () => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => window.answers++;
    for (let times = 0; times < 3; times++) port1.postMessage(finish);
    return port2;
  };
  const buffer = new TextEncoder().encode(JSON.stringify(finish)).buffer;
  const ports = [port(), port(), port()];
  host.postMessage({ type: 'tray.authpopup.ready' }, '*', [ports[0]]);
  host.postMessage({ type: 'tray.authpopup.accountIdRequest', port: ports[1] }, '*', [ports[1]]);
  host.postMessage(ports[2], '*', [ports[2]]);
  host.postMessage({ type: 'tray.authpopup.ready', buffer }, '*', [buffer]);
  try {
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(finish);
        controller.close();
      },
    });
    host.postMessage({ type: 'tray.authpopup.ready', stream }, '*', [stream]);
  } catch {
    // A browser that transfers no streams (WebKit): one message less.
    host.postMessage({ type: 'tray.authpopup.ready' }, '*');
  }
};

attack(
  import.meta.url,
  {
    wants: 'Somebody wants to be heard, or answered, over a port that came with a message.',
    fails:
      'ports are never looked at: what counts is the event of the window, and answers go to the window and its origin.',
  },
  ({ against }) => {
    against(['popup', 'element'], "from strangers, and from the dialog's window", async (victim) => {
      await victim.open();
      const places = {
        'a stranger': await victim.frame({ src: victim.stranger('evil.localhost') }),
        'a sibling of the same origin': await victim.frame({ src: victim.stranger('dialog.localhost') }),
        'the dialog itself: its words count, and what it carries along does not': victim.dialog,
      };
      for (const [what, place] of Object.entries(places)) {
        const isDialog = place === victim.dialog;
        const carry = async () => {
          const before = (await victim.page.report()).messages;
          await place.run(post, isDialog ? victim.host : 'parent');
          await victim.page.until('all messages', ({ messages }) => messages >= before + 5);
          const answers = await place.run(() => window.answers);
          return answers === 0 ? [] : [`${answers} answers over a port`];
        };
        await victim.try(what, carry, { tries: 5, events: isDialog ? ['message'] : [] });
      }
    });
  },
);
