// A page that calls `document.open()`, which removes all of its listeners: a dialog in a window is still heard, and so is the
// next one.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('a page that is written anew', ({ test, browser }) => {
  const handlers = {
    attach: (h, { code }) => {
      const own = window.open('', '_blank', 'width=300,height=300');
      own.location.replace(h.address(code));
      h.attach(own, { host: h.dialogOrigin });
    },
    rewrite: (h) => {
      document.open();
      document.write('<button id="next">x</button>');
      document.close();
      document.getElementById('next').onclick = () => h.call('next');
      // The listeners of before are gone with the page's nodes.
      h.baseline.live.listeners = [];
    },
    next: (h, { next }) => h.open(h.create({ authorizationCode: next }), 'next'),
  };
  /** A page in which that button was clicked. */
  const opened = async ({ by = 'open', ...how } = {}) => {
    const script = (dialog) => setInterval(() => dialog.finish('auth-next'), 50);
    const page = await browser.prepared({ handlers, args: { next: browser.server.dialog(script) }, ...how });
    await page.click(by);
    return page;
  };
  /** Finishes again and again: the page notices after a moment, not at once, that its listeners are gone. */
  const finishUntilHeard = async (page, place) => {
    await place.run(() => setInterval(() => window.dialog.finish('auth-1'), 50));
    await page.finishes();
    await page.returnsToBaseline();
  };
  const opensNext = async (page) => {
    await page.click('next');
    await page.finishes({ id: 'auth-next', name: 'next' });
  };

  for (const [by, what] of [
    ['open', 'a popup'],
    ['attach', 'an attached window'],
  ]) {
    test(`${what} that finishes afterwards is a success`, async () => {
      const page = await opened({ by });
      const popup = await page.dialog();
      await page.call('rewrite');
      await finishUntilHeard(page, popup);
    });
  }

  test('a dialog opened afterwards, while the first is still open, is a success too', async () => {
    const page = await opened();
    const first = await page.dialog();
    await page.call('rewrite');
    await opensNext(page);
    await finishUntilHeard(page, first);
  });

  test('a dialog opened afterwards, when the first has been closed, is a success', async () => {
    const page = await opened();
    await (await page.dialog()).close();
    // It still listens for a late finish.
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

  for (const [display, where] of [
    ['modal', 'a modal'],
    ['inline', 'an Element'],
  ]) {
    test(`the frame of ${where} is gone with the page: closed, by the app`, async () => {
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
