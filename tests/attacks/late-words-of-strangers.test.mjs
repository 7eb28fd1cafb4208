// The dialog was closed, and its window is still there: for a minute a true finish would be told as `late-finish`.
//
// Browsers let a page close every window that a script opened, so the roles are turned round: the dialog is in the test's own
// window, which no script may close, and it is the dialog that opens the host page, which attaches to it.
import assert from 'node:assert/strict';
import { OtherWindow } from '../e2e/harness/windows.mjs';
import { attack } from './support/attack.mjs';
import { FORGED } from './support/messages.mjs';

attack(
  import.meta.url,
  {
    wants: 'Who takes the window of a dialog that was given up wants its finish told as one that came late.',
    fails: 'a late finish is judged as every other one: by the window and by the origin.',
  },
  ({ against, browser }) => {
    /** The dialog in the test's own window, and the host page that is attached to it. */
    const open = async (victim, options) => {
      const { driver, server } = browser;
      const own = new OtherWindow(browser.windows, browser.windows.main);
      await victim.open({
        options,
        own,
        more: {
          open: (h, { options }) => {
            h.attach(window.opener, { host: h.dialogOrigin, ...options });
          },
          close: (h) => h.handle().close(),
        },
        async found(path) {
          const code = victim.code;
          await driver.get(`${victim.origin}/external/auth/create/acme?code=${code}`);
          await own.ready();
          // A second entry in the window's history: Chromium lets a script close a window that has only one.
          await own.run(() => history.pushState(null, '', '#later'));
          await own.run((url) => window.dialog.offer(url), server.origin('localhost') + path);
          await own.click('#offer');
          return browser.found({ handle: (await browser.windows.next()).handle });
        },
      });
    };

    against(['attached'], 'from another origin, after the close', async (victim) => {
      await open(victim, { closeGrace: 0 });
      await victim.page.call('close');
      await victim.page.failure('closed');
      await victim.strays(victim.stranger('evil.localhost'));
      // The stranger has no handle on the page that it did not open; the page speaks to it first.
      await victim.dialog.run(() =>
        window.addEventListener('message', ({ source }) => Object.assign(window, { page: source })),
      );
      await victim.page.run(() => window.opener.postMessage('hello', '*'));
      await victim.dialog.until('the page', () => Boolean(window.page));
      await victim.forges('a stranger in its window', victim.dialog, 'page');
      assert.deepEqual(await victim.page.eventTypes(), ['open', 'close']);
      victim.done();
    });

    against(['attached'], 'after a timeout, which nothing comes after', async (victim) => {
      await open(victim, { timeout: 50 });
      await victim.page.failure('timeout');
      await victim.try(
        'the true dialog',
        () =>
          victim.hears(victim.origin, FORGED.length, () =>
            victim.dialog.run((messages) => {
              for (const message of messages) window.dialog.post(message);
            }, FORGED),
          ),
        { tries: FORGED.length },
      );
      victim.done();
    });
  },
);
