// The demo when the browser blocks its popup.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoSuite } from './demo-suite.mjs';

demoSuite(
  "the demo's popup, blocked",
  (tools) => {
    test('a blocked popup is explained, and a click on “Try again” opens it', async () => {
      await tools.page.visit();
      await tools.page.slot('Slack').pressWithoutGesture();
      await tools.page.slot('Slack').complains(/popup/i);
      assert.equal((await tools.page.result()).code, 'popup_blocked');
      await tools.page.slot('Slack').press('action');
      await tools.page.inPopup(() => tools.page.throughOAuth());
      await tools.page.slot('Slack').says('Connected as Slack authentication');
    });
  },
  { whole: true },
);
