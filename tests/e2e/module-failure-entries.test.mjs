// A module that fails at each of the ways in which the browser comes back to it: every dialog ends as `internal`, the page is
// as it was, the next call works on a new instance, and what the failed one has left behind does nothing to it.
import assert from 'node:assert/strict';
import { collectGarbage, failing } from './harness/failed-module.mjs';
import { findFrame } from './harness/handlers.mjs';
import { suite } from './harness/suite.mjs';

/**
 * The ways in; each gets `h`, with a popup, a modal, a dialog in an Element and one whose code is on its way open, and makes
 * the module fail by `h.call('during', …)`.
 */
const ways = {
  'a message': (h) => {
    // Ours comes first: it was there before the package.
    window.onNextMessage = () => h.call('during', () => {});
    instrument.windows[0].postMessage('say', '*');
  },
  'the timer': (h) => {
    window.runTimer = (run) => {
      window.runTimer = undefined;
      h.call('during', run);
    };
  },
  'an abort': (h) => h.call('during', () => window.controller.abort()),
  'close()': (h) => h.call('during', () => h.handle('popup').close()),
  'the focus': (h) => h.call('during', () => window.dispatchEvent(new Event('focus'))),
  'the blur': (h) => h.call('during', () => window.dispatchEvent(new Event('blur'))),
  'the visibility': (h) => h.call('during', () => document.dispatchEvent(new Event('visibilitychange'))),
  'the page going away': (h) => h.call('during', () => window.dispatchEvent(new PageTransitionEvent('pagehide'))),
  "the modal's close button": (h) => h.call('during', () => h.call('modalPart', 'close').click()),
  "the modal's Esc": (h) => {
    // The event comes in a task of its own.
    const dialog = h.call('modalPart', 'dialog');
    dialog.addEventListener('close', () => h.call('during', () => {}), { capture: true, once: true });
    dialog.close();
  },
  "the modal's backdrop": (h) =>
    h.call('during', () => {
      for (const type of ['pointerdown', 'pointerup', 'click'])
        h.call('modalPart', 'dialog').dispatchEvent(
          new PointerEvent(type, { clientX: 1, clientY: 1, bubbles: true, composed: true }),
        );
    }),
  'the code': (h) => h.call('during', () => h.settle('code', 'resolve', 'never-used')),
  'the code that fails': (h) => h.call('during', () => h.settle('code', 'reject', 'no')),
  'the code function, which calls back': (h) =>
    h.open(
      h.create({ authorizationCode: () => h.call('during', () => h.handle('popup').close()), display: 'modal' }),
      'code function',
    ),
  "the answer about the page's own header": (h) => {
    // It is asked for when a window has gone, and the focus is not back.
    window.onRequest = (answer) => setTimeout(() => h.call('during', answer));
    document.hasFocus = () => false;
    instrument.windows[0].close();
    window.dispatchEvent(new Event('blur'));
  },
  'a callback': (h) => {
    h.handle('modal').on('close', () => h.call('during', () => h.handle('popup').close()));
    h.handle('modal').close();
  },
};

suite('a module that fails at a way in', ({ test, browser }) => {
  const handlers = {
    ...failing,
    modalPart: (_h, _args, name) =>
      [...document.body.children].map(({ shadowRoot }) => shadowRoot?.querySelector(`[part=${name}]`)).find(Boolean),
    open: (h, { codes }) => {
      window.ownListeners = instrument.listening().map(({ callback }) => callback);
      instrument.listen(window, 'message', (event) => {
        window.lastMessage = event;
        window.onNextMessage?.();
        window.onNextMessage = undefined;
      });
      window.fetch = () => new Promise((resolve) => window.onRequest?.(() => resolve(new Response())));
      window.controller = new AbortController();
      const { signal } = window.controller;
      h.open(h.create({ authorizationCode: codes.popup, signal, closeGrace: 60_000 }), 'popup');
      const [place, other] = ['place', 'other'].map(() =>
        document.getElementById('main').appendChild(document.createElement('div')),
      );
      h.open(h.create({ authorizationCode: codes.inline, display: place }), 'inline');
      h.open(h.create({ authorizationCode: h.promise('code'), display: other }), 'waiting');
      h.open(h.create({ authorizationCode: codes.modal, display: 'modal', closeGrace: 0 }), 'modal');
    },
    next: (h, { codes }) => {
      const display = document.getElementById('main').appendChild(document.createElement('div'));
      h.open(h.create({ authorizationCode: codes.next, display }), 'next');
    },
  };

  for (const [name, enter] of Object.entries(ways)) {
    test(`${name}: every dialog ends as internal, and the next one is not disturbed by what is left`, async () => {
      const { server } = browser;
      const codes = {
        popup: server.dialog((dialog) =>
          addEventListener('message', () => dialog.post({ type: 'tray.authpopup.any' })),
        ),
        inline: server.dialog(),
        modal: server.dialog(),
        next: server.dialog((dialog) => dialog.post({ type: 'tray.authpopup.any' })),
      };
      const page = await browser.open({ ...handlers, enter }, { args: { codes } });
      page.allowProblem(/^csp: frame-src refused/);
      await page.click();
      const popup = await (await page.popup()).ready();
      for (const which of ['inline', 'modal']) await page.event('navigate', which);
      await page.call('remember');
      await page.call('enter');
      for (const which of ['popup', 'inline', 'waiting', 'modal']) {
        const { error } = await page.settlement(which);
        // What the callback is told of may have settled before.
        const isTold = name === 'a callback' && which === 'modal' && error?.code === 'closed';
        assert.ok(isTold || error?.code === 'internal', `${which}: ${error?.code} ${error?.message}`);
      }
      // The page is as it was, but for the two Elements of its own.
      await popup.gone();
      assert.deepEqual(
        await page.run(() => ({
          frames: document.querySelectorAll('iframe').length,
          elements: document.body.children.length,
          sheets: document.adoptedStyleSheets.length - harness.baseline.sheets,
          overflow: getComputedStyle(document.documentElement).overflow,
        })),
        { frames: 0, elements: 1, sheets: 0, overflow: 'visible' },
      );

      await page.call('next');
      const next = await browser.frameOf(page, findFrame).ready();
      await page.event('message', 'next');
      await collectGarbage(browser, page);
      await page.call('fireOld');
      const { listeners, timers } = await page.note();
      assert.ok(listeners > 0 && timers > 0, `${listeners} old listeners and ${timers} old timers were called`);
      assert.equal((await page.report()).dialogs.next.state, 'open');
      await page.finishes({ place: next, id: 'auth-next', name: 'next' });
      assert.deepEqual(await page.eventTypes('next'), ['open', 'navigate', 'message', 'finish']);
    });
  }
});
