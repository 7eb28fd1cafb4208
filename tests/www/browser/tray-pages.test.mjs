// The simulated dialog's pages in a real browser: that each case says what it lists, and that every page is fit for people.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { cases } from '../../../www/tray/sim/cases.mjs';
import { simCode } from '../../../www/tray/sim/code.mjs';
import { violations } from '../../e2e/harness/accessibility.mjs';
import { shown, suite, until } from './tray-suite.mjs';
import { SLOT } from '../tray-support.mjs';

/** Cases that need nobody's doing, and stay at their page until they have spoken. */
const speaking = cases.filter(
  ({ behaviour: { onLoad, ...rest } }) =>
    onLoad && Object.keys(rest).length === 0 && !onLoad.some((step) => 'go' in step || 'awaitMessage' in step),
);

const CREATE = `/external/auth/create/acme/an-instance/${SLOT}?code=${simCode()}`;
const LAST_PART = `${CREATE}&skipTitleField=true&skipAuthSettings=true`;
const PAGES = [
  '/',
  CREATE,
  `${CREATE}&skipTitleField=true`,
  LAST_PART,
  `/external/auth/create/acme/another/external_mailchimp_authentication?code=${simCode()}&skipTitleField=true`,
  `/external/auth/create/acme?code=${simCode()}`,
  '/external/auth/create/acme?code=made-up',
];

suite("the simulated dialog's pages", (browser) => {
  test('every case that plays by itself says what it lists, in this order', async () => {
    assert.ok(speaking.length > 25);
    const expected = speaking.map(({ name, behaviour }) => {
      const posts = behaviour.onLoad.filter((step) => 'post' in step).map(({ post }) => post);
      return JSON.parse(JSON.stringify(posts).replaceAll('$authId', `of-${name}`).replaceAll('$authType', 'oauth'));
    });
    await browser.openFrames(speaking.map(({ name }) => `/external/auth/edit/acme/of-${name}?code=${simCode(name)}`));
    const heard = await browser.hears(expected.flat().length);
    for (const [n, { name }] of speaking.entries()) {
      assert.deepEqual(
        heard.filter(({ from }) => from === n).map(({ data }) => data),
        expected[n],
        name,
      );
    }
  });

  test('in a frame with sandbox, the dialog speaks from the origin "null"', async () => {
    await browser.openFrames([`/external/auth/edit/acme/sandboxed?code=${simCode('finish-stays-open')}`], {
      sandbox: 'allow-scripts',
    });
    const [{ data, origin, from }] = await browser.hears(1);
    assert.deepEqual([data.authId, origin, from], ['sandboxed', 'null', 0]);
  });

  // Only Chromium's driver can choose the colour scheme and so narrow a window.
  const schemes = browser.engine === 'chromium' ? ['light', 'dark'] : ['the system’s'];
  afterEach(async () => {
    if (schemes.length === 1) return;
    // The browser goes on to other files.
    await browser.devtools('Emulation.clearDeviceMetricsOverride');
    await browser.devtools('Emulation.setEmulatedMedia', { features: [] });
  });
  for (const scheme of schemes) {
    test(`no page has an axe violation or is wider than a small phone, in ${scheme} colours`, async () => {
      for (const page of PAGES) {
        await browser.driver.get(browser.tray.origin + page);
        await isHealthy(page, scheme);
      }
      await browser.driver.get(browser.tray.origin + LAST_PART);
      await browser.driver.findElement({ css: '#next' }).click();
      const consent = await browser.windows.next();
      await shown(consent, '#allow');
      await consent.inside(() => isHealthy('consent', scheme));
    });
  }

  async function isHealthy(page, scheme) {
    const { driver } = browser;
    if (schemes.length > 1) await narrow(scheme);
    assert.deepEqual(await violations(driver), [], page);
    const [inner, outer] = await driver.executeScript(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return [scrollWidth, clientWidth];
    });
    assert.ok(inner <= outer, `${page} is ${inner} px wide in ${outer} px`);
  }

  async function narrow(scheme) {
    const size = { width: 320, height: 640, deviceScaleFactor: 1, mobile: false };
    await browser.devtools('Emulation.setDeviceMetricsOverride', size);
    await browser.devtools('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value: scheme }],
    });
    await until('the page to be so', () =>
      browser.driver.executeScript(
        (dark) => innerWidth === 320 && matchMedia('(prefers-color-scheme: dark)').matches === dark,
        scheme === 'dark',
      ),
    );
  }
});
