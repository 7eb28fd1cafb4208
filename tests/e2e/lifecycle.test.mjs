// Dialogs whose page goes away and comes back.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

const LOG = 'harness log';

suite("the page's life", ({ test, browser }) => {
  const leave = () => location.assign('/pages/blank.html');
  const opened = ({ handlers, args, ...how } = {}) =>
    browser.opened({ handlers: { leave, ...handlers }, args: { persist: true, ...args }, ...how });

  /** Leaves the page. @returns what it had recorded when it went away, read from the page that took its place */
  const left = async (page) => {
    await page.call('leave');
    page.left = true;
    const record = await until('the next page', () =>
      page.run((key) => document.title === 'Blank' && JSON.parse(sessionStorage.getItem(key)).dialogs.dialog, LOG),
    );
    assert.equal(record.settlements[0].error.code, 'closed');
    return record;
  };

  for (const display of ['popup', 'modal', 'inline']) {
    test(`the page goes away with a ${display} dialog open: closed by the app, without an error`, async () => {
      const page = await opened({ display });
      await page.event('navigate');
      const { events, calls } = await left(page);
      assert.deepEqual(events.at(-1), { type: 'close', by: 'app' });
      assert.ok(!calls.some(({ name }) => name === 'onError'));
      await page.windows.allClosed();
    });
  }

  test('a window that the page opened itself stays when the page goes away', async () => {
    const page = await opened({
      handlers: {
        open: (h, { code }) => {
          const own = window.open('', '_blank', 'width=300,height=300');
          h.open(h.create({ authorizationCode: code, popup: { window: own } }));
        },
      },
    });
    const popup = await page.dialog();
    await left(page);
    assert.equal(await popup.exists(), true);
  });

  const args = () => ({ persist: false, second: browser.finishing('auth-2') });

  test('a reload with a dialog open leaves no window behind, and the new page works', async () => {
    const page = await opened({ args: args(), handlers: { reload: () => location.reload() } });
    await page.dialog();
    await page.call('reload');
    await page.windows.allClosed();
    await page.ready();
    await page.call('again');
    await page.finishes({ id: 'auth-2', name: 'second' });
  });

  for (const display of ['popup', 'inline']) {
    test(`back to a page that was left with a ${display} dialog open, from the back/forward cache or not: it works`, async () => {
      const listen = (h) => addEventListener('pageshow', (event) => h.note({ persisted: event.persisted }));
      const page = await browser.prepared({ display, handlers: { leave, listen }, args: args() });
      await page.call('listen');
      await page.click();
      await page.event('navigate');
      // WebKit may not close a window that is just on its way to another page.
      if (display === 'popup') await page.dialog();
      await page.call('leave');
      await until('the next page', () => page.run(() => document.title === 'Blank'));
      // By the driver, which waits for the page: WebKit's never answers for a page that is just being put away.
      await browser.driver.navigate().back();
      await page.ready();
      const { notes, dialogs } = await page.report();
      // Restored, the page still knows how its dialog ended; reloaded, it knows of none.
      if (notes[0]?.persisted) await page.closedBy('app');
      else assert.deepEqual(dialogs, {});
      await page.windows.allClosed();
      await page.call('again');
      await page.finishes({ id: 'auth-2', name: 'second' });
    });
  }
});
