// The demo's cases of a failure, each played to its end: what the visitor reads, what the developer reads, and the way on. A popup
// that is blocked and an error from Tray: demo-cases.test.mjs.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../e2e/harness/wait.mjs';
import { demoSuite } from './demo-suite.mjs';

/** The library waits for 15 seconds before it reports that a frame is silent. */
const AFTER_SILENCE = 60_000;

demoSuite("the demo's failures", (tools) => {
  const connected = async () => {
    await tools.page.slot('Slack').says('Connected as Slack authentication');
    await tools.page.slot('Slack').isQuiet();
  };
  const throughPopup = () => tools.page.inPopup(() => tools.page.throughOAuth());

  /** Visits the page, and opens the case with a click. */
  async function play(id) {
    await tools.page.visit();
    await tools.page.chooseCase(id);
    await tools.page.slot('Slack').press();
    return tools.page.slot('Slack');
  }

  test('a slow dialog: it waits, and ends well', async () => {
    const slot = await play('slow');
    await slot.says('Waiting for you in the dialog…');
    await connected();
    assert.ok((await tools.page.result()).authId);
  });

  test('an inline frame that Tray refuses: after its silence a popup is offered, and connects', async () => {
    await tools.page.visit();
    await tools.page.chooseCase('x-frame-options');
    await tools.page.choose('inline');
    await tools.page.slot('Slack').press();
    await tools.page.slot('Slack').complains(/^Is the dialog empty/, { patience: AFTER_SILENCE });
    assert.match(await tools.page.text('#log'), /Slack: stalled/);
    await tools.page.slot('Slack').press('action');
    await throughPopup();
    await connected();
    assert.equal(
      await tools.driver.executeScript(() => document.querySelector('#display').elements.display.value),
      'popup',
    );
    assert.equal(await tools.driver.executeScript(() => document.querySelectorAll('iframe').length), 0);
  });

  test('a modal that Tray refuses: after its silence it offers a window, and that connects', async () => {
    const slot = await play('x-frame-options');
    const popout = await until(
      'the way out of the modal',
      () =>
        tools.driver.executeScript(() => {
          const roots = [...document.querySelectorAll('*')].map((one) => one.shadowRoot).filter(Boolean);
          return roots.map((root) => root.querySelector('[part~=popout]')).find((one) => one?.checkVisibility());
        }),
      { patience: AFTER_SILENCE },
    );
    await popout.click();
    await throughPopup();
    await slot.says('Connected as Slack authentication');
  });

  for (const [id, log] of [
    ['code-fails', /POST \/authorization-codes · 500/],
    ['back-end-down', /POST \/authorization-codes · no answer.*back end at http:\/\/localhost:\d+ does not answer/s],
  ])
    test(`no code (${id}): its message, the reason in the log, and “Try again”`, async () => {
      const slot = await play(id);
      await slot.complains(/^The connection could not be started. Please try again.$/);
      assert.equal((await tools.page.result()).code, 'code_failed');
      assert.match(await tools.page.text('#log'), log);
      await tools.windows.allClosed();
      await tools.page.chooseCase('');
      await slot.press('action');
      await throughPopup();
      await connected();
    });

  test('a result that is not saved: its message, and “Try again” saves it without a dialog', async () => {
    const slot = await play('saving-fails');
    await throughPopup();
    await slot.complains(/^What you connected could not be saved. Please try again.$/);
    assert.match(await tools.page.text('#log'), /PATCH \/solution-instances\/[^ ]+ · 500/);
    assert.equal(tools.demo.tray.store.instances().at(-1).authValues.length, 0);
    await tools.page.chooseCase('');
    await slot.press('action');
    await connected();
    await slot.hasFocus();
    assert.deepEqual(await tools.windows.others(), []);
  });

  test('the solution is enabled when its last service is connected, and not before', async () => {
    await tools.page.visit();
    const pill = () => tools.page.text('.integration .pill');
    await tools.page.chooseCase('finish-then-close'); // each connects by itself
    for (const [service, state, enabled] of [
      ['Slack', 'Not enabled yet', 'false'],
      ['Google Sheets', 'Not enabled yet', 'false'],
      ['Mailchimp', 'Enabled', 'true'],
    ]) {
      await tools.page.slot(service).press();
      await tools.page.slot(service).says(`Connected as ${service} authentication`);
      assert.equal(await pill(), state, service);
      assert.match(await tools.page.text('#instance'), new RegExp(`enabled${enabled}`), service);
      assert.equal(tools.demo.tray.store.instances().at(-1).enabled, enabled === 'true', service);
    }
  });
});
