// The dialog was closed, and its window is still there: for a minute a true finish would be told as `late-finish`.
import assert from 'node:assert/strict';
import { attachedToOpener, openedByDialog } from '../e2e/harness/turned-round.mjs';
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
    const open = (victim, options) =>
      victim.open({
        options,
        own: new OtherWindow(browser.windows, browser.windows.main),
        more: attachedToOpener,
        found: async (path) => (await openedByDialog(browser, victim.code, path)).page,
      });

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
      const said = () =>
        victim.dialog.run((messages) => {
          for (const message of messages) window.dialog.post(message);
        }, FORGED);
      await victim.try('the true dialog', () => victim.hears(victim.origin, FORGED.length, said), {
        tries: FORGED.length,
      });
      victim.done();
    });
  },
);
