// A person goes through the simulated Tray's dialog, with the provider's consent page in a window of its own or elsewhere.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { startTray } from '../../www/tray/server.mjs';
import { simCode } from '../../www/tray/sim/code.mjs';
import { findFrame } from './harness/handlers.mjs';
import { suite } from './harness/suite.mjs';

suite('the provider', ({ test, browser }) => {
  let tray;
  before(async () => {
    tray = await startTray({ frameAncestors: ['http://localhost:*'] });
  });
  after(() => tray.close());

  /** Opens the dialog for a service with OAuth, with nothing to fill in before the provider is asked. */
  const opened = async (behaviour, display = 'popup') => {
    const options = { host: tray.origin, skipTitleField: true, skipAuthSettings: true };
    const page = await browser.prepared({
      code: simCode(behaviour),
      display,
      options,
      handlers: { listen: (h) => instrument.listen(window, 'message', () => h.note(h.handle().state)) },
    });
    await page.call('listen');
    await page.click();
    return page;
  };
  /** Presses the button of that selector once it can be seen. */
  const press = async (window, css) => {
    await window.until(`${css} to be shown`, (selector) => document.querySelector(selector)?.checkVisibility(), css);
    await window.click(css);
  };

  for (const display of ['popup', 'modal', 'inline']) {
    test(`in a nested popup, from a ${display} dialog: works`, async () => {
      const page = await opened({}, display);
      await press(display === 'popup' ? await page.popup() : browser.frameOf(page, findFrame), '#next');
      await press(await page.popup(), '#allow');
      const { authId, authType } = await page.result();
      assert.ok(authId);
      assert.equal(authType, 'oauth');
      await page.windows.allClosed();
    });
  }

  for (const [what, behaviour, consent] of [
    ["in the dialog's own window, by redirect: works", 'provider-redirect', (_page, dialog) => dialog],
    [
      'in a nested popup that sends COOP: works, because only the provider is cut off',
      'provider-popup-coop',
      (page) => page.popup(),
    ],
  ]) {
    test(what, async () => {
      const page = await opened(behaviour);
      const dialog = await page.popup();
      await press(dialog, '#next');
      await press(await consent(page, dialog), '#allow');
      assert.equal((await page.result()).authType, 'oauth');
    });
  }

  test('a provider that says no leaves the dialog open, and the person may give up', async () => {
    const page = await opened('provider-denies');
    const dialog = await page.popup();
    await press(dialog, '#next');
    await dialog.until('to be told', () => /did not give/.test(document.querySelector('[role=alert]')?.textContent));
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate']);
    await press(dialog, '#cancel');
    await page.failure('closed');
    // On a busy machine the window can be seen to be gone before its word is there.
    await page.closedBy((await page.note()) === 'open' ? 'dialog' : 'user');
  });
});
