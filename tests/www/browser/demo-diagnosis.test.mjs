// The demo's panel that looks at the page itself, on the page as it is and with the header that cuts popups off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../e2e/harness/wait.mjs';
import { demoSuite } from './demo-suite.mjs';

demoSuite("the demo's diagnosis", (tools) => {
  /** What the panel says after a click. */
  async function diagnosed() {
    const before = await tools.page.text('#findings-said');
    await tools.driver.findElement({ css: '#diagnose' }).click();
    const said = await until('the panel to say something', async () => {
      const now = await tools.page.text('#findings-said');
      return now !== before && now;
    });
    return [said, await tools.page.text('#findings')];
  }

  test('finds nothing on the page as it is', async () => {
    await tools.page.visit();
    const [said, findings] = await diagnosed();
    assert.match(said, /^Nothing was found/);
    assert.equal(findings, '');
  });

  test('finds the header that cuts popups off, and says what to do', async () => {
    await tools.driver.get(`${tools.demo.pageUrl}?coop=same-origin`);
    await tools.page.slot('Slack').says('Not connected');
    const [said, findings] = await diagnosed();
    assert.equal(said, '1 found:');
    assert.match(findings, /error · coop_same_origin[\s\S]*cuts off every popup[\s\S]*Remove this header/);
  });
});
