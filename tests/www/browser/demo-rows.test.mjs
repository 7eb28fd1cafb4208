// What the row of a service says and does when people are quick, or meet a failure: nothing that is no longer true, no way out that
// cannot work, and the keyboard's focus stays in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { doubleClick } from '../../e2e/harness/mouse.mjs';
import { demoSuite } from './demo-suite.mjs';

demoSuite("the demo's rows", (tools) => {
  const type = (key) => tools.driver.actions().sendKeys(key).perform();

  /** What another tab does to the session that all tabs share. */
  const inAnotherTab = (methods) =>
    tools.driver.executeScript(
      async (url, each) => {
        for (const method of each) await fetch(url, { method, credentials: 'include' });
      },
      `${tools.demo.backendUrl}/api/session`,
      methods,
    );

  async function expectReload(slot, pattern) {
    const before = await tools.page.text('#visitor');
    await slot.press();
    await slot.complains(pattern);
    assert.equal(await (await slot.button('action')).getText(), 'Reload');
    await slot.press('action');
    await tools.driver.wait(async () => (await tools.page.text('#visitor')) !== before, 10_000);
    await slot.says('Not connected');
    await slot.isQuiet();
  }

  // A window opens between the two halves, which takes too long for the others' drivers, that go by the clock.
  const skip = tools.engine !== 'chromium' && 'the driver makes two single clicks of it';
  test('a double click opens the dialog, although “Cancel” appears under the mouse meanwhile', { skip }, async () => {
    await tools.page.visit();
    const button = await tools.page.slot('Slack').button('primary');
    const { width } = await button.getRect();
    await doubleClick(tools, button, Math.round(width / 2 - 20));
    await tools.page.slot('Slack').says('Waiting for you in the dialog…');
    await tools.page.inPopup(() => tools.page.throughOAuth());
    await tools.page.slot('Slack').says('Connected as Slack authentication');
    // A popup that Chromium left open after “Cancel” would have connected it too, as a late finish.
    assert.ok((await tools.page.result()).authId, 'the dialog that was opened has resolved');
  });

  test('a session that has ended is a reason to reload, not to try again', async () => {
    await tools.page.visit();
    await inAnotherTab(['DELETE']);
    await expectReload(tools.page.slot('Slack'), /Your session has ended/);
  });

  test('when somebody else has signed in since, nothing is done in their name', async () => {
    await tools.page.visit();
    await inAnotherTab(['DELETE', 'POST']);
    await expectReload(tools.page.slot('Slack'), /Somebody else has signed in/);
  });

  for (const display of ['popup', 'inline']) {
    test(`the focus is in the row after “Cancel”, “Try again” and success: ${display}`, async () => {
      await tools.page.visit();
      await tools.page.choose(display);
      const slot = tools.page.slot('Slack');
      const focus = async (part) => tools.driver.executeScript((one) => one.focus(), await slot.button(part));

      await focus('primary');
      await type(Key.ENTER);
      await slot.says('Waiting for you in the dialog…');
      await tools.page.leave();
      // With a popup in front, keys would go there.
      if (display === 'popup') await slot.press('secondary');
      else {
        await focus('secondary');
        await type(Key.ENTER);
      }
      await slot.says('Not connected');
      await slot.hasFocus();
      await tools.windows.allClosed();

      const reconnect = await tools.page.cutOff();
      await type(Key.ENTER);
      await slot.complains(/could not be started/);
      await reconnect();
      await focus('action');
      await type(Key.ENTER);
      if (display === 'inline') {
        await tools.page.enterFrame();
        await tools.page.throughOAuth();
      } else await tools.page.inPopup(() => tools.page.throughOAuth());
      await slot.says('Connected as Slack authentication');
      await slot.hasFocus();
    });
  }
});
