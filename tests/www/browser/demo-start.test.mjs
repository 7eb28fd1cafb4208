// How the demo's page starts, and what it says when it cannot. In Chromium alone: that requests fail while the page loads is arranged
// through its DevTools Protocol.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../e2e/harness/wait.mjs';
import { demoSuite } from './demo-suite.mjs';

demoSuite(
  "the demo's start",
  (tools) => {
    /** Opens the page, where requests of this method and path fail, or are never answered, and does something there. */
    async function visitWithout(method, path, answer, look) {
      const { identifier } = await tools.devtools('Page.addScriptToEvaluateOnNewDocument', {
        source: `const reach = window.fetch;
          window.fetch = (url, init) => init.method === '${method}' && url.endsWith('${path}') ? ${answer} : reach(url, init);`,
      });
      try {
        await tools.driver.get(tools.demo.pageUrl);
        await look();
      } finally {
        await tools.devtools('Page.removeScriptToEvaluateOnNewDocument', { identifier });
      }
    }
    const FAILS = 'Promise.reject(new TypeError())';
    const NEVER = 'new Promise(() => {})';

    const failure = () => tools.page.shown('#failure');
    const reload = async () => {
      await (await tools.page.shown('#reload')).click();
      await tools.page.slot('Slack').says('Not connected');
    };

    test('a sign-in that fails is reported, and reloading helps', async () => {
      await visitWithout('POST', '/session', FAILS, async () => {
        assert.match(await (await failure()).getText(), /could not start/);
        assert.equal(await tools.page.text('#visitor'), 'Not signed in');
        assert.match(await tools.page.text('#log'), /does not answer/);
      });
      await reload();
    });

    test('without an instance nothing seems to be under way, and reloading helps', async () => {
      await visitWithout('POST', '/solution-instances', FAILS, async () => {
        await failure();
        await tools.page.slot('Slack').says('Not available');
        assert.equal(await tools.page.text('.integration .pill'), 'Not available');
        assert.equal(
          await tools.driver.executeScript(() => document.querySelector('[data-step="instance"]').dataset.state),
          'failed',
        );
        await tools.page.slot('Slack').press(); // does nothing
        assert.doesNotMatch(await tools.page.text('#log'), /authorization-codes/);
      });
      await reload();
    });

    test('“Start over” works while the page still loads', async () => {
      await visitWithout('GET', '/solutions', NEVER, async () => {
        const startOver = await tools.page.shown('#start-over');
        const before = await tools.page.text('#visitor');
        await startOver.click();
        await until('somebody else to be signed in', async () => {
          const now = await tools.page.text('#visitor');
          return now?.startsWith('Signed in') && now !== before;
        });
      });
    });

    test('after Back, the code behind the button is that of the choices which the browser restores', async () => {
      await tools.page.visit();
      await tools.page.choose('inline');
      // Else the browser may keep the whole page, with its text, and need not restore anything.
      await tools.driver.executeScript(() => addEventListener('unload', () => {}));
      await tools.driver.get(`${tools.demo.pageUrl}icon.svg`);
      await tools.driver.navigate().back();
      await tools.page.slot('Slack').says('Not connected');
      const chosen = await tools.driver.executeScript(() => document.querySelector('#display').elements.display.value);
      assert.equal(chosen, 'inline');
      assert.match(await tools.page.text('#snippet'), /#dialog/);
    });
  },
  { engines: ['chromium'] },
);
