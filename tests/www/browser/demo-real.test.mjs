// The demo as with the real Tray: it is given the addresses of one, and simulates nothing. What stands in for the real one here is
// the simulated Tray, started by the test.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDemo } from '../../../www/serve.mjs';
import { readTraySettings } from '../../../www/settings.mjs';
import { startTray } from '../../../www/tray/server.mjs';
import { demoSuite } from './demo-suite.mjs';

async function start() {
  const tray = await startTray({ partnerName: 'globex' });
  const realTray = readTraySettings({
    TRAY_GRAPHQL_URL: tray.graphqlUrl,
    TRAY_MASTER_TOKEN: tray.masterToken,
    TRAY_PARTNER_NAME: 'globex',
    TRAY_HOST: tray.origin,
  });
  const demo = await startDemo({ ports: 0, realTray });
  return { ...demo, close: () => Promise.all([demo.close(), tray.close()]) };
}

demoSuite(
  "the demo's page with a Tray that is not its own",
  (tools) => {
    test('it says so, offers no special case, and connects; the code shown has this host', async () => {
      await tools.page.visit();
      assert.equal(await tools.page.text('#which-tray'), `This is the real Tray, at ${tools.demo.trayOrigin}.`);
      assert.equal(await tools.driver.executeScript(() => document.querySelector('#cases').checkVisibility()), false);
      const slot = tools.page.slot('Slack');
      await slot.press();
      await tools.page.inPopup(() => tools.page.throughOAuth());
      await slot.says('Connected as Slack authentication');
      assert.ok((await tools.page.text('#snippet')).includes(`host: '${tools.demo.trayOrigin}'`));
      assert.equal(await tools.page.text('#code-about'), 'This ran for “Connect Slack”.');
    });
  },
  { start },
);
