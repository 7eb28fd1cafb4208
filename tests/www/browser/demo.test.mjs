// The demo as a person uses it: real clicks on the partner's page, Tray's dialog on another site, and what Tray holds afterwards.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Key } from 'selenium-webdriver';
import { demoSuite } from './demo-suite.mjs';

demoSuite('the demo', (tools) => {
  /** What Tray holds of the visitor who connected something last. */
  function atTray() {
    const { store } = tools.demo.tray;
    const authentication = store.authentications().at(-1);
    return { authentication, instance: store.instances().find(({ owner }) => owner === authentication.owner) };
  }

  const steps = () =>
    tools.driver.executeScript(() =>
      Object.fromEntries(
        [...document.querySelectorAll('#steps li')].map((one) => [one.dataset.step, one.dataset.state]),
      ),
    );

  test('a popup: the first click, the dialog, the typed result, the instance updated, then an edit', async () => {
    await tools.page.visit();
    await tools.page.slot('Slack').press();
    await tools.page.inPopup(() => tools.page.throughOAuth('Team chat'));
    await tools.page.slot('Slack').says('Connected as Team chat');
    await tools.windows.allClosed();
    assert.deepEqual(await steps(), { instance: 'done', code: 'done', dialog: 'done', result: 'done', saved: 'done' });

    const { authentication, instance } = atTray();
    assert.equal(instance.enabled, false, 'two authentications are missing');
    assert.deepEqual(instance.authValues, [{ externalId: 'external_slack_authentication', authId: authentication.id }]);
    assert.deepEqual(await tools.page.result(), {
      authId: authentication.id,
      authType: 'oauth',
      solutionInstanceId: instance.id,
      externalAuthId: 'external_slack_authentication',
      authValue: { externalId: 'external_slack_authentication', authId: authentication.id },
    });
    const readBack = await tools.page.text('#instance');
    for (const text of [instance.id, 'false', authentication.id]) assert.ok(readBack.includes(text), readBack);

    await tools.page.slot('Slack').press();
    await tools.page.inPopup(() => tools.page.throughOAuth('Renamed chat'));
    await tools.page.slot('Slack').says('Connected as Renamed chat');
    assert.equal(atTray().authentication.id, authentication.id, 'the same authentication');
    assert.equal((await steps()).saved, 'ahead', 'an edit saves nothing');

    const log = await tools.page.text('#log');
    assert.match(log, /Slack: finish/);
    assert.doesNotMatch(log, /code=/);
  });

  test('a modal, for a service that takes a key', async () => {
    await tools.page.visit();
    await tools.page.choose('modal');
    await tools.page.slot('Mailchimp').press();
    await tools.page.enterFrame();
    await tools.page.throughKey();
    await tools.page.leave();
    await tools.page.slot('Mailchimp').says('Connected as Mailchimp authentication');
    assert.equal(atTray().instance.authValues.length, 1);
  });

  test('inline, in the row of the service, which is gone afterwards', async () => {
    await tools.page.visit();
    await tools.page.choose('inline');
    await tools.page.slot('Google Sheets').press();
    await tools.page.enterFrame();
    await tools.page.throughOAuth();
    await tools.page.slot('Google Sheets').says('Connected as Google Sheets authentication');
    assert.equal(await tools.driver.executeScript(() => document.querySelectorAll('iframe').length), 0);
    assert.equal(atTray().instance.authValues.length, 1);
  });

  test('a person who comes back finds what they have connected', async () => {
    await tools.page.visit();
    await tools.page.slot('Slack').press();
    await tools.page.inPopup(() => tools.page.throughOAuth('Team chat'));
    await tools.page.slot('Slack').says('Connected as Team chat');
    const before = tools.demo.tray.store.instances().length;
    await tools.driver.navigate().refresh();
    await tools.page.slot('Slack').says('Connected as Team chat');
    assert.equal(tools.demo.tray.store.instances().length, before, 'no second instance');
  });

  test('a person who gives up is told that nothing has changed, and can go on', async () => {
    await tools.page.visit();
    await tools.page.slot('Slack').press();
    await (await tools.windows.next()).close();
    await tools.page.slot('Slack').complains(/was closed. Nothing has changed/);
    await tools.page.slot('Slack').says('Not connected');
    await tools.page.slot('Slack').press();
    await tools.page.slot('Slack').says('Waiting for you in the dialog…');
    await tools.windows.next();
    await tools.page.slot('Slack').press('secondary'); // Cancel
    await tools.page.slot('Slack').says('Not connected');
    await tools.windows.allClosed();
  });

  test('with the keyboard alone', async () => {
    await tools.page.visit();
    const button = await tools.page.slot('Slack').button('primary');
    for (
      let presses = 0;
      presses < 20 && !(await tools.driver.executeScript((one) => document.activeElement === one, button));
      presses++
    ) {
      await tools.driver.actions().sendKeys(Key.TAB).perform();
    }
    await tools.driver.actions().sendKeys(Key.ENTER).perform();
    await tools.windows.next();
    await tools.page.slot('Slack').says('Waiting for you in the dialog…');
    assert.ok(
      await tools.driver.executeScript((one) => document.activeElement === one, button),
      'the focus stays where it was',
    );
  });
});
