// The demo when a header cuts its popup off: the dialog's, which the special case plays, and the page's own. In real windows under a
// window manager, because where the focus is decides whether a cut by the dialog can be told from a close.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoSuite } from './demo-suite.mjs';

demoSuite(
  "the demo's popup, cut off",
  (tools) => {
    test('by the dialog: its message, and “Try again” without the header connects', async () => {
      await tools.page.visit();
      const slot = tools.page.slot('Slack');
      await tools.page.chooseCase('coop-same-origin');
      await slot.press();
      await slot.complains(/^The window lost contact/);
      const { code, message } = await tools.page.result();
      assert.equal(code, 'opener_severed');
      assert.match(message, /Cross-Origin-Opener-Policy/);
      await tools.windows.closeOthers();
      await tools.page.chooseCase('');
      await slot.press('action');
      await tools.page.inPopup(() => tools.page.throughOAuth());
      await slot.says('Connected as Slack authentication');
    });

    test('by the page’s own header: its message, and the link to the page without it', async () => {
      await tools.driver.get(`${tools.demo.pageUrl}?coop=same-origin`);
      const slot = tools.page.slot('Slack');
      await slot.says('Not connected');
      await slot.press();
      await slot.complains(/^The window lost contact/);
      assert.match((await tools.page.result()).message, /this page sends/);
      await tools.windows.closeOthers();
      await tools.driver.findElement({ css: '#coop a' }).click();
      await slot.says('Not connected');
      await slot.press();
      await tools.page.inPopup(() => tools.page.throughOAuth());
      await slot.says('Connected as Slack authentication');
    });
  },
  { launch: { headed: true } },
);
