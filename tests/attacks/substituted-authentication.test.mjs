// Somebody who can navigate the dialog's window loads Tray's genuine dialog into it, with a code of their own. Its finish comes from
// the right window and the right origin, so the page takes it: what must hold here is the back end, which is that of the demo.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, afterEach, before } from 'node:test';
import { startDemo } from '../../www/serve.mjs';
import { until } from '../e2e/harness/wait.mjs';
import { DemoPage } from '../www/browser/demo-page.mjs';
import { visitor } from '../www/demo-client.mjs';
import { attack } from './support/attack.mjs';

const { E2E_PACKAGE } = process.env;
const SLACK = 'external_slack_authentication';

attack(
  import.meta.url,
  {
    wants: "A page in the dialog's window, or opened by it, wants another user's authentication saved as this user's.",
    fails: "the back end asks Tray whether the authentication is one of this user's own before it saves it.",
  },
  ({ test, engine, browser, count, possible }) => {
    let demo;
    let page;
    before(async () => {
      demo = await startDemo({ ports: 0, pkgDir: E2E_PACKAGE ? join(E2E_PACKAGE, 'pkg') : undefined });
      page = new DemoPage(browser.driver, browser.windows, demo.pageUrl);
    });
    afterEach(async () => {
      await page.leave();
      await browser.driver.manage().deleteAllCookies();
      await browser.driver.get('about:blank');
    });
    after(() => demo?.close());

    /** What a customer of the same partner has in hand: their own genuine dialog, here one that finishes by itself. */
    async function attackersDialog() {
      const attacker = visitor(demo.backendUrl, new URL(demo.pageUrl).origin);
      const { body: account } = await attacker.call('POST', '/session');
      const { body: offers } = await attacker.call('GET', '/solutions');
      const { solutionId } = offers[0];
      const { body: instance } = await attacker.call('POST', '/solution-instances', { solutionId });
      // Not one that closes its window in the same task: on a busy machine Firefox gives the page its word without a sender.
      const { body } = await attacker.call('POST', '/authorization-codes', { simulate: 'finish-stays-open' });
      const path = `/external/auth/create/acme/${instance.id}/${SLACK}?code=${body.authorizationCode}`;
      return { owner: account.accountId, url: demo.trayOrigin + path };
    }

    /**
     * @param {string} what
     * @param {string | undefined} special  the simulated Tray's case that brings it about
     * @param {(dialog: import('../e2e/harness/windows.mjs').OtherWindow, url: string) => Promise<void>} navigate
     */
    const tries = (what, special, navigate) =>
      test(`${what}: the page takes the finish, and the back end refuses it`, async (t) => {
        const { owner, url } = await attackersDialog();
        await page.visit();
        const { store } = demo.tray;
        const victim = store.users().at(-1).id;
        const instance = store.instances().find((one) => one.owner === victim);
        const updates = t.mock.method(store, 'updateInstance').mock;
        const state = () => {
          const { enabled, authValues } = store.instance(victim, instance.id);
          return { enabled, authValues, updates: updates.callCount() };
        };

        if (special) await page.chooseCase(special);
        await page.slot('Slack').press();
        const dialog = await page.inPopup(() => page.toTheProvider());
        await navigate(dialog, url);

        await page.slot('Slack').complains(/^This connection does not belong to you/);
        await page.slot('Slack').says('Not connected');
        const substituted = store.authentications().find((one) => one.owner === owner);
        assert.equal((await page.result()).authId, substituted.id, 'the page was told the other one’s authentication');
        assert.match(await page.text('#log'), /not_your_authentication/);
        const now = state();
        const untouched = !now.enabled && now.authValues.length === 0 && now.updates === 0;
        count(1, untouched ? [] : [`${what}: Tray holds ${JSON.stringify(now)}`]);

        // The victim's own dialog still connects.
        if (special) await page.chooseCase('');
        await page.slot('Slack').press();
        await page.inPopup(() => page.throughOAuth('My own'));
        await page.slot('Slack').says('Connected as My own');
        const own = store.authentications().find((one) => one.owner === victim);
        assert.deepEqual(state().authValues, [{ externalId: SLACK, authId: own.id }]);
      });

    /** A page of the attacker's, at an origin of its own, that runs `script({ url })` when it loads. */
    const evil = (script, url) =>
      browser.server.origin('evil.localhost') + browser.server.page(script, { args: { url } });

    const consents = (place) => place.until('the consent page', () => document.querySelector('#allow'));

    tries("the provider's page in the dialog's own window, by `location`", 'provider-redirect', async (dialog, url) => {
      await consents(dialog);
      await dialog.goTo(evil((args) => location.replace(args.url), url));
    });

    const inFirefox =
      'Firefox does not let a window navigate its opener when that shows another origin, not even in a click';
    if (possible('by `opener.location`', { firefox: inFirefox }))
      tries("the provider's window, by `opener.location`", undefined, async (_dialog, url) => {
        const provider = await browser.windows.next();
        await consents(provider);
        // From the provider's page to any other: that one has the opener too.
        await provider.goTo(evil((args) => opener.location.replace(args.url), url));
      });

    tries("the provider's frame in the dialog, by `top.location`", 'provider-frame', async (dialog, url) => {
      await dialog.until('the frame of the provider', () => !document.querySelector('#provider').hidden);
      await dialog.inside(async (driver) => {
        await driver.switchTo().frame(await driver.findElement({ css: '#provider' }));
        const allow = await until('the consent page', () =>
          driver.executeScript(() => document.querySelector('#allow')),
        );
        // In a click, because only then browsers let a frame send its top page elsewhere.
        await driver.executeScript(
          (button, where) => {
            button.onclick = () => {
              top.location.replace(where);
              return false;
            };
          },
          allow,
          url,
        );
        // By script in WebKit, which lets the frame do it all the same: its driver does not reach into such a frame.
        await (engine === 'webkit' ? driver.executeScript((button) => button.click(), allow) : allow.click());
      });
    });
  },
);
