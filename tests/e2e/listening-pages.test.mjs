// Pages with a `message` listener of their own, which hears each message before the package does, or after it: whatever it
// does meanwhile, the message is heard.
import { suite } from './harness/suite.mjs';

suite('a page that listens to messages itself', ({ test, browser }) => {
  const handlers = {
    /** Adds a listener of the page's own, which does what `hear` of the test says with what the dialog finishes with. */
    listen: (h) => {
      window.controller = new AbortController();
      addEventListener('message', (event) => h.call('hear', event), { signal: window.controller.signal });
    },
    open: (h, { code, display }) => {
      h.call('listen');
      const place = display === 'inline' ? document.getElementById('main') : display;
      h.open(h.create({ authorizationCode: code, display: place }));
    },
  };
  const leave = (page) => page.run(() => window.controller.abort());
  const opened = ({ code = browser.finishing(), ...how }, more) =>
    browser.opened({ code, handlers: { ...handlers, ...more }, ...how });

  test('and opens the next dialog when the first finishes: both finish', async () => {
    const hear = (h, _args, { data }) => data.authId === 'auth-1' && !h.has('second') && h.call('again');
    const page = await opened({ args: { second: browser.finishing('auth-next') } }, { hear });
    await page.finishes({ id: 'auth-next', name: 'second' });
    await page.finishes();
    await leave(page);
  });

  for (const display of ['inline', 'modal'])
    test(`and takes the focus out of the frame when the dialog finishes (${display}): it finishes`, async () => {
      const hear = (_h, _args, { data }) => data.authId === 'auth-1' && document.getElementById('open').focus();
      const page = await opened({ display }, { hear });
      await page.finishes();
      await leave(page);
    });

  test('and stops each event, from a listener that was added after the dialog was opened: it finishes', async () => {
    const page = await opened(
      { code: browser.server.dialog(), display: 'inline' },
      {
        open: (h, { code }) => {
          h.open(h.create({ authorizationCode: code, display: document.getElementById('main') }));
          h.call('listen');
        },
        hear: (_h, _args, event) => event.stopImmediatePropagation(),
      },
    );
    const dialog = await page.dialog();
    // The windows have been looked at meanwhile.
    await page.run(() => new Promise((resolve) => setTimeout(resolve, 600)));
    await page.finishes({ place: dialog });
    await leave(page);
  });
});
