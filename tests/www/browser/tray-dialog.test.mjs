// The simulated dialog in a real browser, as a person goes through it.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { caseNamed } from '../../../www/tray/sim/cases.mjs';
import { simCode } from '../../../www/tray/sim/code.mjs';
import { says, shown, suite, until } from './tray-suite.mjs';

const MAILCHIMP = '/external/auth/create/acme/another/external_mailchimp_authentication';
const ONE_PART = { skipTitleField: 'true', skipAuthSettings: 'true' };

suite('the simulated dialog', (browser) => {
  test('named, set, allowed: finish, and the window is gone', async () => {
    const popup = await browser.open({ code: simCode() });
    await popup.inside(async (page) => {
      const name = await page.findElement({ css: '#title' });
      await name.clear();
      await name.sendKeys('Team chat');
    });
    await popup.click('#next');
    await popup.click('option:nth-child(2)');
    await popup.click('#next');
    await popup.click('[value="users:read"]');
    assert.deepEqual(await browser.told(), [], 'silence until the end');
    await popup.click('#next');
    const consent = await browser.windows.next();
    await shown(consent, '#allow');
    assert.equal(new URL(await consent.url()).hostname, 'provider.localhost');
    await consent.click('#allow');

    const heard = await browser.hears(1);
    const saved = browser.isFinish(heard[0]);
    assert.deepEqual([saved.name, saved.scopes], ['Team chat', ['chat:write', 'channels:read']]);
    assert.equal(saved.environmentId, saved.service.environments[1].id);
    await browser.windows.allClosed();
    assert.equal((await browser.told()).length, 1);
  });

  test('a person who denies access, or closes the window that asks, is told so and can try again', async () => {
    const popup = await browser.open({ code: simCode(), ...ONE_PART });
    const ask = async () => {
      await popup.click('#next');
      const consent = await browser.windows.next();
      await shown(consent, '#allow');
      return consent;
    };
    await (await ask()).click('#deny');
    await says(popup, 'alert', /did not give access/);
    await (await ask()).close();
    await says(popup, 'alert', /was closed/);
    assert.deepEqual(await browser.told(), []);
    await (await ask()).click('#allow');
    browser.isFinish((await browser.hears(1))[0]);
  });

  for (const [where, name, windowOf] of [
    ['the same window', 'provider-redirect', (popup) => popup],
    ['a popup that severs itself from the dialog', 'provider-popup-coop', () => browser.windows.next()],
  ])
    test(`the provider in ${where}`, async () => {
      const popup = await browser.open({ code: simCode(name), ...ONE_PART });
      await popup.click('#next');
      const consent = await windowOf(popup);
      await shown(consent, '#allow');
      await consent.click('#allow');
      browser.isFinish((await browser.hears(1))[0]);
    });

  test('the provider in a frame of the dialog', async () => {
    const popup = await browser.open({ code: simCode('provider-frame'), ...ONE_PART });
    await popup.click('#next');
    await popup.inside(async (page) => {
      await page.switchTo().frame(await page.findElement({ css: '#provider' }));
      await until('the frame', () => page.executeScript(() => document.querySelector('#allow')));
      // By script, because WebKit's driver does not reach into such a frame.
      await page.executeScript(() => document.querySelector('#allow').click());
    });
    browser.isFinish((await browser.hears(1))[0]);
  });

  test('with the keyboard alone: a wrong key is pointed at, a right one finishes', async () => {
    const popup = await browser.open({ code: simCode() }, MAILCHIMP);
    const [ENTER, TAB] = ['\uE007', '\uE004'];
    const type = (...keys) => popup.inside(async (page) => (await page.switchTo().activeElement()).sendKeys(...keys));
    await popup.inside(async (page) => (await page.findElement({ css: '#title' })).sendKeys(ENTER));
    await shown(popup, '#apiKey');
    await type('invalid', TAB);
    await type('us1', ENTER);
    await says(popup, 'alert', /does not accept this API key/);
    assert.deepEqual(
      await popup.run(() => [document.activeElement.id, document.activeElement.getAttribute('aria-invalid')]),
      ['apiKey', 'true'],
    );
    await type('2', ENTER);
    const saved = browser.isFinish((await browser.hears(1))[0], { authType: 'token' });
    assert.deepEqual(saved.fields, { apiKey: 'invalid2', server: 'us1' });
  });

  test('in a frame: finish goes to the page around it, and the dialog says that it is done', async () => {
    const { driver } = browser;
    await browser.openFrames([`${MAILCHIMP}?code=${simCode()}&skipTitleField=true`]);
    await driver.switchTo().frame(0);
    await until('the form', () => driver.executeScript(() => document.querySelector('#apiKey')?.checkVisibility()));
    await driver.executeScript(() => {
      for (const input of document.querySelectorAll('[data-field]')) input.value = 'x';
      document.querySelector('form').requestSubmit();
    });
    await until('the end', () =>
      driver.executeScript(() => document.querySelector('[role=status]').textContent.includes('is connected')),
    );
    await driver.switchTo().defaultContent();
    browser.isFinish((await browser.hears(1))[0], { authType: 'token', source: 0 });
  });

  test('a dialog that leaves and comes back finishes with an authentication that exists', async () => {
    await browser.openFrames([`/external/auth/edit/acme/comes-back?code=${simCode('moves-and-comes-back')}`]);
    const [forged, finish] = await browser.hears(2);
    assert.deepEqual([forged.data.authId, finish.data.authId], ['forged', 'comes-back']);
    browser.isFinish(finish, { source: 0 });
  });

  test('bare create: a service is chosen first', async () => {
    const popup = await browser.open({ code: simCode(), ...ONE_PART }, '/external/auth/create/acme');
    await popup.click('.service:nth-of-type(2)');
    await shown(popup, '#next');
    assert.match(await popup.run(() => document.querySelector('#next').textContent), /Google Sheets/);
  });

  test('cancel: close, and the window is gone', async () => {
    const popup = await browser.open({ code: simCode() });
    await popup.click('#cancel');
    assert.deepEqual((await browser.hears(1))[0].data, { type: 'tray.authpopup.close' });
    await browser.windows.allClosed();
  });

  test('a code that is not valid: error, and the window stays until the person closes it', async () => {
    const popup = await browser.open({ code: 'made-up' });
    const error = 'The authorization code is not valid.';
    assert.deepEqual((await browser.hears(1))[0].data, { type: 'tray.authPopup.error', error });
    await popup.click('#close');
    await browser.windows.allClosed();
  });

  test('asking for the account id: the dialog goes on when it has an answer, and the log has it', async () => {
    const tag = browser.engine;
    const popup = await browser.open({ code: simCode({ ...caseNamed('account-id').behaviour, tag }) });
    await browser.hears(1);
    assert.equal(await popup.exists(), true);
    const answer = { type: 'tray.authpopup.accountIdRequest', data: 'account-1' };
    await browser.driver.executeScript((data, to) => popup.postMessage(data, to), answer, browser.tray.origin);
    browser.isFinish((await browser.hears(2))[1]);
    const entry = await browser.tray.store.log.waitFor((one) => one.tag === tag && one.kind === 'message');
    assert.deepEqual([entry.data, entry.origin, entry.fromHost], [answer, browser.hostOrigin, true]);
  });
});
