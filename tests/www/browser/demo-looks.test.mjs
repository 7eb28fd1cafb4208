// How the demo looks and what its policy lets through, at every size and in both schemes. In Chromium alone, because sizes and schemes
// are emulated, and refusals observed, through its DevTools Protocol.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { solutions } from '../../../www/tray/catalogue.mjs';
import { violations } from '../../e2e/harness/accessibility.mjs';
import { demoSuite } from './demo-suite.mjs';

demoSuite(
  "the demo's looks",
  (tools) => {
    const noViolations = async (where) => assert.deepEqual(await violations(tools.driver), [], where);

    for (const scheme of ['light', 'dark'])
      for (const width of [320, 1280])
        test(`there is no axe violation and no sideways scrolling: ${scheme}, ${width} px wide`, async () => {
          await tools.devtools('Emulation.setEmulatedMedia', {
            features: [
              { name: 'prefers-color-scheme', value: scheme },
              { name: 'prefers-reduced-motion', value: 'reduce' },
            ],
          });
          await tools.devtools('Emulation.setDeviceMetricsOverride', {
            width,
            height: 800,
            deviceScaleFactor: 1,
            mobile: false,
          });
          try {
            await tools.page.visit();
            await noViolations('at the start');
            await tools.driver.findElement({ css: '#all-cases' }).click();
            await tools.page.slot('Slack').press();
            await tools.page.inPopup(() => tools.page.throughOAuth());
            await tools.page.slot('Slack').says('Connected as Slack authentication');
            const allow = await tools.page.blockPopups();
            await tools.page.slot('Mailchimp').press();
            await tools.page.slot('Mailchimp').complains(/popup/i);
            await allow();
            await tools.page.slot('Google Sheets').press();
            await tools.page.slot('Google Sheets').says('Waiting for you in the dialog…');
            await noViolations('with a service connected, one blocked and one under way');
            const [content, visible] = await tools.driver.executeScript(() => [
              document.documentElement.scrollWidth,
              document.documentElement.clientWidth,
            ]);
            assert.equal(content, visible);
          } finally {
            await tools.devtools('Emulation.clearDeviceMetricsOverride');
            await tools.devtools('Emulation.setEmulatedMedia', { features: [] });
          }
        });

    test('titles may be as long as they like, without a place to break, and begin with an emoji', async () => {
      const [solution] = solutions;
      const [slot] = solution.authSlots;
      const before = [solution.title, slot.title];
      solution.title = 'a'.repeat(200);
      slot.title = `🦀${'b'.repeat(200)}`;
      await tools.devtools('Emulation.setDeviceMetricsOverride', {
        width: 1280,
        height: 800,
        deviceScaleFactor: 1,
        mobile: false,
      });
      try {
        await tools.page.visit(slot.title);
        const { wide, tile, outside } = await tools.driver.executeScript(() => {
          const card = document.querySelector('.integration').getBoundingClientRect();
          return {
            wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
            tile: document.querySelector('.tile').textContent,
            outside: [...document.querySelectorAll('.integration *')]
              .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > card.right)
              .map((one) => one.outerHTML.slice(0, 80)),
          };
        });
        assert.deepEqual([wide, tile, outside], [0, '🦀', []]);
      } finally {
        [solution.title, slot.title] = before;
        await tools.devtools('Emulation.clearDeviceMetricsOverride');
      }
    });

    test("the page's own policy refuses nothing of what the page and the modal do", async () => {
      const { identifier } = await tools.devtools('Page.addScriptToEvaluateOnNewDocument', {
        source:
          "window.refused = []; addEventListener('securitypolicyviolation', (e) => refused.push(e.violatedDirective + ' ' + e.blockedURI))",
      });
      try {
        await tools.page.visit();
        await tools.page.choose('modal');
        await tools.page.slot('Slack').press();
        await tools.page.enterFrame();
        await tools.page.shown('#next');
        await tools.page.leave();
        assert.deepEqual(await tools.driver.executeScript(() => window.refused), []);
      } finally {
        await tools.devtools('Page.removeScriptToEvaluateOnNewDocument', { identifier });
      }
    });
  },
  { engines: ['chromium'] },
);
