// How the demo looks and what its policy lets through, at every size and in both schemes. In Chromium alone, because sizes and schemes
// are emulated, and refusals observed, through its DevTools Protocol.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { solutions } from '../../../www/tray/catalogue.mjs';
import { violations } from '../../e2e/harness/accessibility.mjs';
import { demoSuite } from './demo-suite.mjs';

demoSuite(
  "the demo's looks",
  (tools) => {
    const emulate = async (scheme, width) => {
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
    };
    afterEach(async () => {
      await tools.devtools('Emulation.clearDeviceMetricsOverride');
      await tools.devtools('Emulation.setEmulatedMedia', { features: [] });
    });

    /** There is nothing for axe to complain of, and nothing is wider than the window. */
    const looksGood = async (where) => {
      assert.deepEqual(await violations(tools.driver), [], where);
      const [content, visible] = await tools.driver.executeScript(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      assert.equal(content, visible, where);
    };

    const loading = async (display, slot) => {
      await tools.page.choose(display);
      await tools.page.holdUp();
      await slot().press();
      await slot().says('Waiting for you in the dialog…');
    };

    /** Shows a state of the page, from a fresh start. @type {Record<string, (slot: (title?: string) => any) => Promise<unknown>>} */
    const states = {
      'at the start': async () => {},
      'with all cases, and with the element below its code': async () => {
        await tools.driver.findElement({ css: '#all-cases' }).click();
        await tools.driver.findElement({ css: '[value="element"]' }).click();
        await tools.page.shown('tray-auth-button');
      },
      'with a service connected, one blocked and one under way': async (slot) => {
        await slot().press();
        await tools.page.inPopup(() => tools.page.throughOAuth());
        await slot().says('Connected as Slack authentication');
        await tools.page.chooseCase('popup-blocked');
        await slot('Mailchimp').press();
        await slot('Mailchimp').complains(/blocked/);
        await tools.page.chooseCase('');
        await slot('Google Sheets').press();
        await slot('Google Sheets').says('Waiting for you in the dialog…');
      },
      'with an error from Tray, no code, and a result that is not saved': async (slot) => {
        await tools.page.chooseCase('error');
        await slot().press();
        await slot().complains(/could not be connected/);
        await tools.page.chooseCase('code-fails');
        await slot('Google Sheets').press();
        await slot('Google Sheets').complains(/could not be started/);
        await tools.page.chooseCase('saving-fails');
        await slot('Mailchimp').press();
        await tools.page.inPopup(() => tools.page.throughKey());
        await slot('Mailchimp').complains(/could not be saved/);
      },
      'with a dialog that was closed': async (slot) => {
        await slot().press();
        await (await tools.windows.next()).close();
        await slot().complains(/was closed/);
      },
      'while a modal loads': (slot) => loading('modal', slot),
      'while an inline frame loads': (slot) => loading('inline', slot),
      'while an empty inline frame offers a popup': async (slot) => {
        await tools.page.chooseCase('x-frame-options');
        await tools.page.choose('inline');
        await slot().press();
        await slot().complains(/Is the dialog empty/, { patience: 60_000 }); // 15 s of silence
      },
      'with an inline dialog': async (slot) => {
        await tools.page.choose('inline');
        await slot().press();
        await tools.page.enterFrame();
        await tools.page.shown('#next');
        await tools.page.leave();
      },
      'with what the diagnosis found, on a page that cuts its popups off': async (slot) => {
        await tools.driver.get(`${tools.demo.pageUrl}?coop=same-origin`);
        await slot().says('Not connected');
        await slot().press();
        await slot().complains(/lost contact/);
        await tools.driver.findElement({ css: '#diagnose' }).click();
        await tools.page.shown('.finding');
      },
      'when it could not start': async () => {
        const { identifier } = await tools.devtools('Page.addScriptToEvaluateOnNewDocument', {
          source: 'window.fetch = () => Promise.reject(new TypeError())',
        });
        await tools.driver.navigate().refresh();
        await tools.page.shown('#failure');
        await tools.devtools('Page.removeScriptToEvaluateOnNewDocument', { identifier });
      },
    };

    /** As `looksGood`, in both schemes, on a phone and on a desk. */
    const looksGoodEverywhere = async () => {
      for (const scheme of ['light', 'dark'])
        for (const width of [320, 1280]) {
          await emulate(scheme, width);
          await looksGood(`${scheme}, ${width} px wide`);
        }
    };

    for (const [state, show] of Object.entries(states))
      test(`there is no axe violation and no sideways scrolling ${state}`, async () => {
        await emulate('light', 1280);
        await tools.page.visit();
        await show((title = 'Slack') => tools.page.slot(title));
        await looksGoodEverywhere();
      });

    test('a document of the package is free of axe violations, and does not scroll sideways', async () => {
      for (const file of ['README.md', 'docs/errors.md', 'docs/options.md']) {
        await tools.driver.get(`${tools.demo.pageUrl}package/${file}`);
        await looksGoodEverywhere();
      }
    });

    test('titles may be as long as they like, without a place to break, and begin with an emoji', async () => {
      const [solution] = solutions;
      const [slot] = solution.authSlots;
      const before = [solution.title, slot.title];
      solution.title = 'a'.repeat(200);
      slot.title = `🦀${'b'.repeat(200)}`;
      await emulate('light', 1280);
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
