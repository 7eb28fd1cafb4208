// The demo's special cases, the code that it shows, and the steps that it ticks: each is that of the last click.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '../../e2e/harness/wait.mjs';
import { demoSuite } from './demo-suite.mjs';

demoSuite("the demo's cases", (tools) => {
  const steps = () =>
    tools.driver.executeScript(() =>
      Object.fromEntries(
        [...document.querySelectorAll('#steps li')].map((one) => [one.dataset.step, one.dataset.state]),
      ),
    );

  const offered = () =>
    tools.driver.executeScript(() => [...document.querySelectorAll('#case option')].map(({ value }) => value));

  test('what a newcomer wants to see is offered first, everything else on request', async () => {
    await tools.page.visit();
    const first = [
      '',
      'popup-blocked',
      'error',
      'slow',
      'x-frame-options',
      'coop-same-origin',
      'code-fails',
      'saving-fails',
    ];
    assert.deepEqual(await offered(), first);
    await tools.page.chooseCase('slow');
    await tools.driver.findElement({ css: '#all-cases' }).click();
    const all = await offered();
    assert.deepEqual(all.slice(0, first.length), first);
    assert.ok(all.length > 40);
    assert.equal(new Set(all).size, all.length, 'each once');
    const chosen = await tools.driver.executeScript(() => document.querySelector('#case').value);
    assert.equal(chosen, 'slow', 'it stays chosen');
  });

  test('“Try again” plays the case that is chosen by then', async () => {
    await tools.page.visit();
    const slot = tools.page.slot('Slack');
    await tools.page.chooseCase('popup-blocked');
    await slot.press();
    await slot.complains(/blocked the window/);
    assert.equal((await tools.page.result()).code, 'popup_blocked');
    await slot.press('action');
    await slot.complains(/blocked the window/);

    await tools.page.chooseCase('error');
    await slot.press('action');
    await slot.complains(/could not be connected/);
    assert.equal((await tools.page.result()).code, 'dialog_error');

    await tools.page.chooseCase('');
    await tools.page.choose('modal');
    await slot.press('action');
    await tools.page.enterFrame();
    await tools.page.throughOAuth();
    await slot.says('Connected as Slack authentication');
  });

  test('a back end that gives no code, or cannot save, is explained, and “Try again” helps', async () => {
    await tools.page.visit();
    const slot = tools.page.slot('Slack');
    await tools.page.chooseCase('code-fails');
    await slot.press();
    await slot.complains(/could not be started/);
    assert.equal((await tools.page.result()).code, 'code_failed');
    assert.match(await tools.page.text('#log'), /The back end answered 502/);

    await tools.page.chooseCase('saving-fails');
    await slot.press('action');
    await tools.page.inPopup(() => tools.page.throughOAuth());
    await slot.complains(/could not be saved/);
    assert.equal((await steps()).saved, 'failed');
    await tools.page.chooseCase('');
    await slot.press('action');
    await slot.says('Connected as Slack authentication');
    assert.equal((await steps()).saved, 'done');
  });

  test('after an edit nothing is ticked as saved, and the code shown is that of the edit', async () => {
    await tools.page.visit();
    const slot = tools.page.slot('Slack');
    await slot.press();
    await tools.page.inPopup(() => tools.page.throughOAuth('Team chat'));
    await slot.says('Connected as Team chat');
    assert.deepEqual(await steps(), { instance: 'done', code: 'done', dialog: 'done', result: 'done', saved: 'done' });
    assert.match(await tools.page.text('#snippet'), /solutionInstanceId,\n[\s\S]*await save\(/);

    await slot.press();
    await tools.page.inPopup(() => tools.page.throughOAuth('Renamed chat'));
    await slot.says('Connected as Renamed chat');
    assert.deepEqual(await steps(), { instance: 'done', code: 'done', dialog: 'done', result: 'done', saved: 'ahead' });
    assert.equal(await tools.page.text('#code-about'), 'This ran for “Edit Slack”.');
    assert.match(await tools.page.text('#snippet'), /^ +authId,$/m);
    assert.doesNotMatch(await tools.page.text('#snippet'), /solutionInstanceId|save\(/);
  });

  test('the code is that of the last click until the choices change, highlighted, and it can be copied', async () => {
    await tools.page.visit();
    assert.equal(await tools.page.text('#code-about'), 'This runs with your next click.');
    await tools.page.choose('inline');
    await tools.page.slot('Mailchimp').press();
    await until('the code of the click', async () =>
      (await tools.page.text('#code-about')).includes('Connect Mailchimp'),
    );
    const ran = await tools.page.text('#snippet');
    assert.match(ran, /display: document.querySelector\('#dialog'\)/);
    assert.match(ran, /labels: { title: 'Connect Mailchimp' }/);
    const kinds = await tools.driver.executeScript(() =>
      ['comment', 'string', 'keyword'].filter((kind) => document.querySelector(`#snippet .code-${kind}`)),
    );
    assert.deepEqual(kinds, ['comment', 'string', 'keyword']);

    await tools.driver.executeScript(() => {
      navigator.clipboard.writeText = async (text) => {
        window.copied = text;
      };
    });
    await tools.driver.findElement({ css: '#copy' }).click();
    await until('it to be copied', async () => (await tools.page.text('#copy')) === 'Copied');
    assert.equal(await tools.driver.executeScript(() => window.copied), ran);

    await tools.page.choose('modal');
    assert.equal(await tools.page.text('#code-about'), 'This runs with your next click.');
    assert.match(await tools.page.text('#snippet'), /display: 'modal'/);
  });

  test('what the library is, its documents and the way to the real Tray are linked on the first screen', async () => {
    await tools.page.visit();
    const links = await tools.driver.executeScript(() =>
      [...document.querySelectorAll('.links a')].map((link) => [
        link.href,
        link.getBoundingClientRect().bottom < innerHeight,
      ]),
    );
    assert.ok(links.length >= 4);
    for (const [url, isInView] of links) {
      assert.ok(isInView, url);
      const answer = await fetch(url);
      assert.equal(answer.status, 200, url);
      assert.match(answer.headers.get('content-type'), /^text\/plain/, url);
    }
  });
});
