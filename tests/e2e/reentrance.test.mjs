// The page does something synchronously while the package calls it: from each callback and from the code function, the
// browser's events are dispatched and other dialogs ended, opened and torn out. Each dialog ends in its own way, once.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

/** From where, as the type of an event, or the code function; and how that dialog ends. */
const places = {
  'the code function': 'result',
  'the open event': 'result',
  'the navigate event': 'result',
  onFinish: 'result',
  onClose: 'closed',
  onError: 'dialog_error',
};

/** What is done there. Each gets `h`; `other` is a dialog that is open. `ends`: how that one ends then, if it does. */
const deeds = {
  'dispatches what the browser does': {
    act: (h) => {
      for (const type of ['focus', 'blur', 'resize', 'pageshow', 'online']) window.dispatchEvent(new Event(type));
      document.dispatchEvent(new Event('visibilitychange'));
      const data = { type: 'tray.authpopup.finish', authId: 'auth-forged' };
      window.dispatchEvent(new MessageEvent('message', { data, origin: h.dialogOrigin, source: window }));
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          effectiveDirective: 'frame-src',
          violatedDirective: 'frame-src',
          disposition: 'report',
          blockedURI: h.dialogOrigin,
          documentURI: location.href,
          originalPolicy: 'frame-src',
          statusCode: 200,
        }),
      );
      for (const frame of document.querySelectorAll('iframe')) frame.dispatchEvent(new Event('load'));
    },
  },
  'calls every other function of the package': {
    act: (h) => {
      h.package.parseAuthMessage({ type: 'tray.authpopup.close' });
      h.package.authDialogUrl({ partnerName: 'acme', authId: 'auth-1', authorizationCode: 'any' });
      h.handle('other').focus();
      try {
        h.package.openAuthDialog({ partnerName: 5 });
        h.note('bad options were taken');
      } catch (error) {
        if (!h.package.isAuthDialogError(error, 'invalid_options')) h.note(String(error));
      }
    },
  },
  'closes another dialog': { act: (h) => h.handle('other').close(), ends: 'closed' },
  'aborts another dialog': { act: () => window.controller.abort(), ends: 'aborted' },
  'opens another dialog in the place of one': {
    act: (h) => {
      const display = document.getElementById('place');
      h.has('third') || h.open(h.create({ authorizationCode: h.args.codes.third, display }), 'third');
    },
    ends: 'superseded',
  },
  'tells every dialog that the page goes away': {
    act: () => window.dispatchEvent(new PageTransitionEvent('pagehide')),
    ends: 'closed',
    all: true,
  },
  'empties the page': {
    act: () => {
      document.body.innerHTML = '';
    },
    ends: 'closed',
  },
};

suite('re-entrance', ({ test, browser }) => {
  const handlers = {
    open: (h, { codes, place }) => {
      const act = () => h.call('act');
      const at = (type) => (event) => event.type === type && act();
      window.controller = new AbortController();
      const { signal } = window.controller;
      const display = document.getElementById('main').appendChild(document.createElement('div'));
      display.id = 'place';
      h.open(h.create({ authorizationCode: codes.other, display, signal, closeGrace: 0 }), 'other');
      const callbacks = {
        'the open event': { onEvent: at('open') },
        'the navigate event': { onEvent: at('navigate') },
        onFinish: { onFinish: act },
        onClose: { onClose: act },
        onError: { onError: act },
      };
      const code = () => {
        if (place === 'the code function') act();
        return codes.first;
      };
      h.open(h.create({ authorizationCode: code, closeGrace: 0, ...callbacks[place] }), 'first');
    },
  };
  const scripts = {
    result: (dialog) => dialog.finish('auth-1'),
    closed: (dialog) => dialog.post({ type: 'tray.authpopup.close' }),
    dialog_error: (dialog) => dialog.post({ type: 'tray.authPopup.error', error: 'no' }),
  };

  for (const [what, { act, ends, all }] of Object.entries(deeds)) {
    for (const [place, end] of Object.entries(places)) {
      test(`a page that ${what} in ${place}: each dialog ends in its own way`, async () => {
        const codes = {
          first: browser.server.dialog(scripts[end]),
          other: browser.server.dialog(),
          third: browser.finishing('auth-third'),
        };
        const page = await browser.open({ ...handlers, act }, { args: { codes, place } });
        page.allowProblem(/^csp: frame-src refused/);
        await page.click();
        const settled = async (name) => (await page.settlement(name)).error?.code ?? 'result';
        // The page goes away before there is an end of the dialog's own.
        const early = all && !['onFinish', 'onClose', 'onError'].includes(place);
        assert.equal(await settled('first'), early ? 'closed' : end);
        if (ends) assert.equal(await settled('other'), ends);
        else {
          const other = await browser.frameOf(page, () => document.querySelector('#place iframe')).ready();
          await page.finishes({ place: other, id: 'auth-other', name: 'other' });
        }
        if (what.startsWith('opens')) await page.finishes({ id: 'auth-third', name: 'third' });
        const { notes, dialogs } = await page.report();
        assert.deepEqual(notes, []);
        const closes = Object.values(dialogs).map(({ events }) => events.filter(({ type }) => type === 'close').length);
        assert.ok(Math.max(...closes) <= 1, 'told once');
      });
    }
  }
});
