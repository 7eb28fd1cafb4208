// The demo's special cases: how they are offered, and that each click plays the one that is chosen.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { demoSuite } from './demo-suite.mjs';

demoSuite("the demo's cases", (tools) => {
  const offered = () =>
    tools.driver.executeScript(() => [...document.querySelectorAll('#case option')].map(({ value }) => value));

  const labels = () =>
    tools.driver.executeScript(() => [...document.querySelectorAll('#case option')].map(({ text }) => text));

  test('the five cases that a newcomer wants come first, everything else on request', async () => {
    await tools.page.visit();
    const first = ['', 'popup-blocked', 'error', 'slow', 'x-frame-options', 'coop-same-origin'];
    assert.deepEqual(await offered(), first);
    await tools.page.chooseCase('slow');
    await tools.driver.findElement({ css: '#all-cases' }).click();
    const all = await offered();
    assert.deepEqual(all.slice(0, first.length), first);
    for (const id of ['code-fails', 'back-end-down', 'saving-fails']) assert.ok(all.includes(id), id);
    assert.ok(all.length > 40);
    assert.equal(new Set(all).size, all.length, 'each once');
    const names = await labels();
    assert.equal(new Set(names).size, names.length, 'no two have the same name');
    for (const name of names) assert.ok(/^[A-Z]/.test(name) && name.length <= 70, name);
    const chosen = await tools.driver.executeScript(() => document.querySelector('#case').value);
    assert.equal(chosen, 'slow', 'it stays chosen');
  });

  test('a case that only a frame or a popup can show chooses one, and says so if another is chosen then', async () => {
    await tools.page.visit();
    const shown = () => tools.driver.executeScript(() => document.querySelector('#display').elements.display.value);
    await tools.page.chooseCase('x-frame-options');
    assert.equal(await shown(), 'modal');
    await tools.page.choose('inline');
    assert.doesNotMatch(await tools.page.text('#case-about'), /Choose/);
    await tools.page.choose('popup');
    assert.match(await tools.page.text('#case-about'), /Choose the modal or inline/);
    await tools.page.choose('inline');
    await tools.page.chooseCase('coop-same-origin');
    assert.equal(await shown(), 'popup');
  });

  test('“Try again” plays the case that is chosen by then', async () => {
    await tools.page.visit();
    const slot = tools.page.slot('Slack');
    await tools.page.chooseCase('popup-blocked');
    await slot.press();
    await slot.complains(/^Your browser blocked the window/);
    assert.equal((await tools.page.result()).code, 'popup_blocked');
    await slot.press('action');
    await slot.complains(/^Your browser blocked the window/);

    await tools.page.chooseCase('error');
    await slot.press('action');
    await slot.complains(/^Your account could not be connected. Please try again.$/);
    const { code, message } = await tools.page.result();
    assert.equal(code, 'dialog_error');
    assert.match(message, /service environment/);
    assert.ok((await tools.page.text('#log')).includes(message), 'developers read why');

    await tools.page.chooseCase('');
    await tools.page.choose('modal');
    await slot.press('action');
    await tools.page.enterFrame();
    await tools.page.throughOAuth();
    await slot.says('Connected as Slack authentication');
    await slot.isQuiet();
  });

  // What they lead to: tests/www/documents.test.mjs.
  test('what the library is, its documents and the way to the real Tray are linked on the first screen', async () => {
    await tools.page.visit();
    const inView = await tools.driver.executeScript(() =>
      [...document.querySelectorAll('.links a')].map((link) => link.getBoundingClientRect().bottom < innerHeight),
    );
    assert.ok(inView.length >= 4 && inView.every(Boolean), inView.join());
  });
});
