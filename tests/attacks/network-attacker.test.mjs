// Tray's real names, as somebody has them who owns the network but no certificate: http, other ports, names round about.
import { after } from 'node:test';
import { startRealHosts } from '../e2e/harness/real-hosts.mjs';
import { attack } from './support/attack.mjs';

const STRAYS = [
  'https://embedded.eu1.tray.io',
  'https://embedded.ap1.tray.io',
  'http://embedded.tray.io',
  'http://embedded.tray.io:443',
  'https://embedded.tray.io:8443',
  'https://embedded.tray.io.evil.example',
  'https://xembedded.tray.io',
  'https://www.embedded.tray.io',
  'https://embedded.staging.tray.io',
  'https://tray.io',
  'https://acme.integration-configuration.com',
];

let hosts;

attack(
  import.meta.url,
  {
    wants: "Whoever answers for http, or for a name beside Tray's, wants to speak for a dialog of `embedded.tray.io`.",
    fails: 'the scheme and the port belong to the origin, and a region is one host.',
    launch: async (server) => {
      hosts = await startRealHosts(server);
      // Chromium would turn http addresses into https by itself.
      return { proxy: hosts.address, shell: true, chromiumArguments: ['--disable-features=HttpsUpgrades'] };
    },
  },
  ({ against }) => {
    after(() => hosts.close());
    /** Without `host`: at Tray's own. */
    const more = {
      open: (h, { code, display, options }) => {
        const { host, ...rest } = h.create({ authorizationCode: code, display, ...options });
        h.open(rest);
      },
    };

    against(
      ['modal'],
      'by a frame whose name begins as its own, which the policy of the page refuses',
      async (victim) => {
        await victim.open({ more, headers: { 'content-security-policy': 'frame-src https://embedded.tray.io' } });
        victim.page.allowProblem(/csp: frame-src/);
        for (const address of ['https://embedded.tray.io.evil.example/', 'https://embedded.tray.io:8443/']) {
          await victim.try(address, async () => {
            const before = (await victim.page.report()).problems.length;
            await victim.page.addFrame(address);
            await victim.page.until(`the refusal of ${address}`, ({ problems }) => problems.length > before);
          });
        }
      },
    );

    against(['popup'], "in the dialog's own window", async (victim) => {
      await victim.open({ more });
      for (const origin of STRAYS) {
        await victim.strays(origin + new URL(victim.stranger('any.localhost')).pathname);
        await victim.forges(origin, victim.dialog, 'opener');
      }
    });
  },
);
