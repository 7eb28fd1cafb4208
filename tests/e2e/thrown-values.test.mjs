// Callbacks that throw what is no Error, or an error of ours, on pages whose `reportError` throws as well: every dialog still
// settles in its own way, and the module goes on.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('what callbacks throw', ({ test, browser }) => {
  const handlers = {
    /** What is thrown, one after another. */
    values: (h) => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      try {
        h.package.authDialogUrl({});
      } catch (error) {
        return [error, null, undefined, proxy, Object.freeze({})];
      }
    },
    open: (h, { codes }) => {
      const values = h.call('values');
      let count = 0;
      const bite = () => {
        h.note('called');
        throw values[count++ % values.length];
      };
      const all = { closeGrace: 0, onFinish: bite, onClose: bite, onError: bite, onEvent: bite };
      h.open(h.create({ authorizationCode: codes.finish, ...all }), 'finish');
      for (const name of ['close', 'error']) {
        const display = document.getElementById('main').appendChild(document.createElement('div'));
        h.open(h.create({ authorizationCode: codes[name], display, ...all }), name);
      }
      for (const name of ['finish', 'close', 'error']) {
        for (const type of ['open', 'navigate', 'finish', 'close', 'error']) h.handle(name).on(type, bite);
      }
    },
    next: (h, { codes }) => h.open(h.create({ authorizationCode: codes.next }), 'next'),
  };

  const reports = {
    'is missing': () => {
      window.reportError = undefined;
    },
    'throws another error': () => {
      window.reportError = () => {
        throw new Error('no report');
      };
    },
    'throws what it is given': () => {
      window.reportError = (error) => {
        throw error;
      };
    },
    "is the browser's": () => {},
  };
  for (const [how, report] of Object.entries(reports)) {
    test(`where reportError ${how}, callbacks that throw anything change nothing`, async () => {
      const { server } = browser;
      const codes = {
        finish: browser.finishing(),
        close: server.dialog((dialog) => dialog.post({ type: 'tray.authpopup.close' })),
        error: server.dialog((dialog) => dialog.post({ type: 'tray.authPopup.error', error: 'no' })),
        next: browser.finishing('auth-next'),
      };
      const page = await browser.open(handlers, { args: { codes } });
      page.allowProblem(/^error: /);
      await page.run(report);
      await page.click();
      await page.finishes({ name: 'finish' });
      await page.failure('closed', 'close');
      await page.failure('dialog_error', 'error');
      for (const name of ['finish', 'close', 'error'])
        assert.deepEqual(await page.eventTypes(name), ['open', 'navigate', name]);
      const { notes } = await page.report();
      // For each dialog `onEvent` and `on` three times, and one callback of its own.
      assert.equal(notes.length, 3 * 7, 'nobody is left out');
      await page.click('next');
      await page.finishes({ id: 'auth-next', name: 'next' });
    });
  }
});
