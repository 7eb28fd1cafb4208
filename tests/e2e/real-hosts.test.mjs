// Tray's real host names, under https: the origin that is listened to is the one of the URL that was opened.
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
        const script = (dialog) => dialog.finish(location.origin);
        await (await browser.opened({ script, handlers, args: { where } })).finishes({ id: origin });
      });
    }
  },
  {
    launch: async (server) => {
      hosts = await startRealHosts(server);
      return { proxy: hosts.address, shell: true };
    },
  },
);
