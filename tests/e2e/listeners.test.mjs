// The package's listeners through its whole life: importing it adds none, a dialog adds some, and they go with it; also those
// of the watch for a late finish, when the page goes away.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

suite('listeners', ({ test, browser }) => {
  const handlers = {
    open: (h, { code, display }) => {
      window.controller = new AbortController();
      const main = document.getElementById('main');
      const common = { signal: window.controller.signal, closeGrace: 0 };
      if (!display.startsWith('attached')) {
        const place = display === 'Element' ? main : display;
        h.open(h.create({ authorizationCode: code, display: place, ...common }));
        return;
      }
      const frame = display === 'attached iframe' && main.appendChild(document.createElement('iframe'));
      const own = frame ? frame.contentWindow : window.open('', '_blank');
      h.attach(frame || own, { host: h.dialogOrigin, ...common });
      own.location.replace(`${h.dialogOrigin}/external/auth/create/acme?code=${code}`);
    },
    /** Tells the next page what is alive when this page's dialogs have heard that it goes. */
    leave: () => {
      addEventListener('pagehide', async () => {
        await Promise.resolve();
        sessionStorage.setItem('live', JSON.stringify({ now: instrument.live(), before: harness.baseline.live }));
      });
      location.assign('/pages/blank.html');
    },
  };
  const opened = async (surface) => {
    const page = await browser.opened({ display: surface, handlers });
    if (surface === 'attached window') page.display = 'popup';
    return { page, dialog: await page.dialog() };
  };
  const live = (page) => page.run(() => instrument.live());
  /** What was alive when the page went away, read from the next one, is what was alive before; but for the page's own. */
  const leavesNothing = async (page) => {
    await page.call('leave');
    page.left = true;
    const { now, before } = await until('the next page', () =>
      page.run(() => document.title === 'Blank' && JSON.parse(sessionStorage.getItem('live'))),
    );
    now.listeners.splice(now.listeners.lastIndexOf('window pagehide'), 1);
    assert.deepEqual(now, before);
  };

  for (const surface of ['popup', 'modal', 'Element', 'attached window', 'attached iframe']) {
    test(`of a dialog (${surface}): there while it is open, and gone when it has finished`, async () => {
      const { page, dialog } = await opened(surface);
      const { listeners } = await live(page);
      for (const name of ['window message', 'AbortSignal abort'])
        assert.equal(listeners.filter((other) => other === name).length, 1, name);
      await page.finishes({ place: dialog });
      await page.returnsToBaseline();
    });

    test(`of a dialog (${surface}): gone when it was closed, and the page goes away`, async () => {
      const { page } = await opened(surface);
      await page.call('close');
      await page.failure('closed');
      // In a window the dialog may finish after all, and is listened to; by nothing else.
      const { listeners } = await live(page);
      assert.equal(listeners.includes('AbortSignal abort'), false);
      if (surface === 'modal' || surface === 'Element') await page.returnsToBaseline();
      await leavesNothing(page);
    });
  }

  test('a page that goes away with dialogs open keeps none of theirs', async () =>
    leavesNothing((await opened('attached window')).page));
});
