// Tray's real host names, under https: the origin that is listened to is the one of the URL that was opened.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { startRealHosts } from './harness/real-hosts.mjs';
import { suite } from './harness/suite.mjs';

let hosts;

suite(
  'real hosts',
  ({ test, browser }) => {
    after(() => hosts.close());

    const handlers = {
      open: (h, { code, where }) => {
        const { host, ...options } = h.create({ authorizationCode: code, ...where });
        h.open(where.host ? { host, ...options } : options);
      },
    };

    const opened = async (where, script) => {
      const page = await browser.open(handlers, { args: { code: browser.server.dialog(script), where } });
      await page.click();
      return page;
    };

    for (const [where, origin] of [
      [{}, 'https://embedded.tray.io'],
      [{ region: 'us' }, 'https://embedded.tray.io'],
      [{ region: 'eu' }, 'https://embedded.eu1.tray.io'],
      [{ region: 'apac' }, 'https://embedded.ap1.tray.io'],
      [{ host: 'acme.integration-configuration.com' }, 'https://acme.integration-configuration.com'],
      [{ host: 'https://Acme.EU1.integration-authentication.com/' }, 'https://acme.eu1.integration-authentication.com'],
      [{ host: 'auth.acme.example:8443' }, 'https://auth.acme.example:8443'],
      [{ host: 'auth.acme.example:443' }, 'https://auth.acme.example'],
      [{ host: 'bücher.example' }, 'https://xn--bcher-kva.example'],
    ]) {
      test(`${JSON.stringify(where)}: a finish from ${origin}`, async () => {
        const page = await opened(where, (dialog) => dialog.finish(location.origin));
        assert.equal((await page.result()).authId, origin);
      });
    }

    for (const stray of [
      'https://embedded.eu1.tray.io',
      'http://embedded.tray.io',
      'https://embedded.tray.io:8443',
      'https://embedded.tray.io.evil.example',
      'https://xembedded.tray.io',
      'https://tray.io',
    ]) {
      test(`a dialog of embedded.tray.io that speaks from ${stray} is not heard`, async () => {
        const page = await opened({});
        const popup = await (await page.popup()).ready();
        const own = await popup.url();
        await popup.goTo(`${stray}/pages/attacker.html`);
        assert.deepEqual(await page.event('ignored'), { type: 'ignored', reason: 'origin', origin: stray });
        await popup.goTo(own);
        await popup.ready();
        await popup.run(() => window.dialog.finish('auth-true'));
        assert.equal((await page.result()).authId, 'auth-true');
      });
    }
  },
  {
    // WebKitGTK's small browser, when it is driven, does not take the certificate.
    engines: ['chromium', 'firefox'],
    launch: async (server) => {
      hosts = await startRealHosts(server);
      // Chromium would turn the http address below into https by itself.
      return { proxy: hosts.address, chromiumArguments: ['--disable-features=HttpsUpgrades'] };
    },
  },
);
