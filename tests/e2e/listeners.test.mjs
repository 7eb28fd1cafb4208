// The package's listeners through its whole life: importing it adds none, a dialog adds some, and they go with it; also those
// of the watch for a late finish, when the page goes away.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

suite('listeners', ({ test, browser }) => {
  const handlers = {
    // Runs with the module of the handlers, which comes before the package.
    early: `(() => {
      window.beforeImport = instrument.live();
      return () => {};
    })()`,
    open: (h, { code, surface }) => {
      window.controller = new AbortController();
      const main = document.getElementById('main');
      const common = { signal: window.controller.signal, closeGrace: 0 };
      if (surface === 'popup' || surface === 'modal')
        h.open(h.create({ authorizationCode: code, display: surface, ...common }));
      else if (surface === 'Element') h.open(h.create({ authorizationCode: code, display: main, ...common }));
      else {
        const url = `${h.dialogOrigin}/external/auth/create/acme?code=${code}`;
        const frame = document.createElement('iframe');
        if (surface === 'attached iframe') main.append(frame);
        const own = surface === 'attached iframe' ? frame.contentWindow : window.open('', '_blank');
        h.attach(surface === 'attached iframe' ? frame : own, { host: h.dialogOrigin, ...common });
        own.location.replace(url);
      }
    },
    close: (h) => h.handle().close(),
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
    const page = await browser.open(handlers, { args: { code: browser.server.dialog(), surface } });
    await page.click();
    const isWindow = surface === 'popup' || surface === 'attached window';
    const find = () =>
      document.querySelector('#main iframe') ??
      [...document.body.children].map(({ shadowRoot }) => shadowRoot?.querySelector('iframe')).find(Boolean);
    const dialog = await (isWindow ? await page.popup() : browser.frameOf(page, find)).ready();
    return { page, dialog };
  };
  const live = (page) => page.run(() => instrument.live());
  /** What was alive when the page went away, read from the next one; without the page's own listener. */
  const left = async (page) => {
    await page.call('leave');
    page.left = true;
    const { now, before } = await until('the next page', () =>
      page.run(() => document.title === 'Blank' && JSON.parse(sessionStorage.getItem('live'))),
    );
    now.listeners.splice(now.listeners.lastIndexOf('window pagehide'), 1);
    return { now, before };
  };

  test('importing adds none', async () => {
    const page = await browser.open(handlers);
    const { before, after } = await page.run(() => ({ before: window.beforeImport, after: harness.baseline.live }));
    // The buttons are the test's own.
    const isOwn = (name) => name === 'HTMLButtonElement click';
    assert.deepEqual({ ...after, listeners: after.listeners.filter((name) => !isOwn(name)) }, before);
  });

  for (const surface of ['popup', 'modal', 'Element', 'attached window', 'attached iframe']) {
    test(`of a dialog (${surface}): there while it is open, and gone when it has finished`, async () => {
      const { page, dialog } = await opened(surface);
      const { listeners } = await live(page);
      for (const name of ['window message', 'AbortSignal abort'])
        assert.equal(listeners.filter((other) => other === name).length, 1, name);
      await dialog.run(() => window.dialog.finish('auth-1'));
      await page.result();
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
      const { now, before } = await left(page);
      assert.deepEqual(now, before);
    });
  }

  test('a page that goes away with dialogs open keeps none of theirs', async () => {
    const { page } = await opened('attached window');
    const { now, before } = await left(page);
    assert.deepEqual(now, before);
  });
});
