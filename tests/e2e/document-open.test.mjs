// A page that writes itself anew with `document.open()`, which takes all of its listeners away: a dialog in a window is
// still heard, and so is the next one.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('a page that is written anew', ({ test, browser }) => {
  const handlers = {
    attach: (h, { code }) => {
      const own = window.open('', '_blank', 'width=300,height=300');
      own.location.replace(`${h.dialogOrigin}/external/auth/create/acme?code=${code}`);
      h.attach(own, { host: h.dialogOrigin });
    },
    rewrite: (h) => {
      document.open();
      document.write('<button id="next">x</button>');
      document.close();
      document.getElementById('next').onclick = () => h.call('next');
      // What was there before is gone with the page's nodes.
      h.baseline.live.listeners = [];
    },
    next: (h, { next }) => h.open(h.create({ authorizationCode: next }), 'next'),
  };
  /** Finishes again and again: a page finds out within a moment, not at once, that its listeners are gone. */
  const finishUntilHeard = (place, id = 'auth-1') =>
    place.run((given) => setInterval(() => window.dialog.finish(given), 50), id);
  const prepared = (how) => {
    const script = (dialog) => setInterval(() => dialog.finish('auth-next'), 50);
    return browser.prepared({ handlers, args: { next: browser.server.dialog(script) }, ...how });
  };
  const opened = async (how) => {
    const page = await prepared(how);
    await page.click();
    return page;
  };
  const opensNext = async (page) => {
    await page.click('next');
    await page.finishes({ id: 'auth-next', name: 'next' });
  };

  for (const [how, what] of [
    ['open', 'a popup'],
    ['attach', 'an attached window'],
  ]) {
    test(`${what} that finishes afterwards is a success`, async () => {
      const page = await prepared();
      await page.click(how);
      const popup = await page.dialog();
      await page.call('rewrite');
      await finishUntilHeard(popup);
      await page.finishes();
      await page.returnsToBaseline();
    });
  }

  test('a dialog opened afterwards, while the first is still open, is a success too', async () => {
    const page = await opened();
    const first = await page.dialog();
    await page.call('rewrite');
    await opensNext(page);
    await finishUntilHeard(first);
    await page.finishes();
    await page.returnsToBaseline();
  });

  test('a dialog opened afterwards, when the first has been closed, is a success', async () => {
    const page = await opened();
    await (await page.dialog()).close();
    // The watch for a late finish still listens.
    await page.failure('closed');
    await page.call('rewrite');
    await opensNext(page);
  });

  test('a popup that waits for its code, and is then closed by the user, is closed', async () => {
    const page = await opened({ code: null });
    const popup = await page.popup();
    await page.call('rewrite');
    await popup.close();
    await page.closedBy('user');
  });

  for (const display of ['modal', 'inline']) {
    test(`the frame of ${display === 'modal' ? 'a modal' : 'an Element'} is gone with the page: closed, by the app`, async () => {
      const page = await opened({ display });
      await page.event('navigate');
      await page.call('rewrite');
      await page.closedBy('app');
      // The page can be scrolled and used.
      assert.notEqual(await page.run(() => getComputedStyle(document.documentElement).overflow), 'hidden');
      await opensNext(page);
    });
  }
});
