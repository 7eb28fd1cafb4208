// The modal by the keyboard alone, and what becomes of the page's focus and scroll position.
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

suite('modal by keyboard', ({ test, browser, engine }) => {
  const handlers = {
    open: (h, { code, options, disables }) => {
      const button = document.getElementById('open');
      button.disabled = Boolean(disables);
      window.opened = (window.opened ?? 0) + 1;
      const { result } = h.open(h.create({ authorizationCode: code, display: 'modal', ...options }));
      result.catch(() => {}).finally(() => (button.disabled = false));
    },
    elsewhere: () => {},
  };

  const page = (how) => browser.prepared({ display: 'modal', handlers, ...how });
  const press = (key) => browser.driver.actions().sendKeys(key).perform();
  /** Opens it as a person at the keyboard does: Tab to the button, then this key. */
  const opened = async (key, how) => {
    const host = await page(how);
    await press(Key.TAB);
    assert.equal(await host.run(() => document.activeElement.id), 'open');
    await press(key);
    return { page: host, modal: await host.modal() };
  };
  const focusIsBack = (modal) => until('the focus on the button', async () => (await modal.focused()) === 'open');

  for (const [name, key] of Object.entries({ Enter: Key.ENTER, Space: Key.SPACE })) {
    test(`${name} on the page's button opens it with the focus inside, Esc brings the focus back`, async () => {
      const { page, modal } = await opened(key);
      assert.equal(await modal.focused(), 'close');
      await modal.press(Key.ESCAPE);
      await page.failure('closed');
      await focusIsBack(modal);
    });
  }

  for (const tag of ['div', 'input']) {
    test(`Enter that opens it as soon as it goes down, in an element <${tag}> of the page, does nothing in it`, async () => {
      const host = await page();
      await host.run((tag) => {
        const element = document.createElement(tag);
        element.tabIndex = 0;
        element.addEventListener('keydown', ({ key }) => key === 'Enter' && harness.call('open'));
        document.body.prepend(element);
        element.focus();
      }, tag);
      await press(Key.ENTER);
      const modal = await host.modal();
      await host.event('navigate');
      assert.equal((await host.report()).dialogs.dialog.state, 'open');
      assert.equal(await modal.focused(), 'close');
      await modal.press(Key.ENTER);
      await host.failure('closed');
    });
  }

  /** Presses Enter, lets it repeat, and lets it go. */
  const hold = async (times) => {
    if (engine === 'firefox') {
      const actions = browser.driver.actions().keyDown(Key.ENTER);
      for (let count = 0; count < times; count++) actions.pause(50).keyDown(Key.ENTER);
      return actions.keyUp(Key.ENTER).perform();
    }
    const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
    for (let count = 0; count <= times; count++)
      await browser.session.devtools('Input.dispatchKeyEvent', { type: 'keyDown', autoRepeat: count > 0, ...enter });
    await browser.session.devtools('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  };

  test('Enter held down on the button opens it once, and does nothing in it', async () => {
    const host = await page();
    await press(Key.TAB);
    await hold(6);
    const modal = await host.modal();
    await host.event('navigate');
    assert.equal(await host.run(() => window.opened), 1);
    assert.deepEqual(await host.eventTypes(), ['open', 'navigate']);
    await modal.press(Key.ENTER);
    await host.failure('closed');
  });

  test('Enter held down on the close button closes the modal, and does not open the next one', async () => {
    const { page } = await opened(Key.ENTER);
    await page.event('navigate');
    await hold(6);
    await page.failure('closed');
    assert.equal(await page.run(() => window.opened), 1);
  });

  test('after a finish the focus comes back too, also to a button that was disabled until then', async () => {
    const { page, modal } = await opened(Key.ENTER, { args: { disables: true } });
    await (await page.dialog()).click('#finish');
    await page.result();
    await focusIsBack(modal);
  });

  test('if the person has gone on elsewhere meanwhile, the focus stays there', async () => {
    const { page, modal } = await opened(Key.ENTER, { options: { closeGrace: 400 } });
    await modal.press(Key.ESCAPE);
    await page.click('elsewhere');
    await page.failure('closed');
    await page.run(() => new Promise((resolve) => setTimeout(resolve)));
    assert.equal(await modal.focused(), 'elsewhere');
  });

  test('Tab stays within: through the close button and the frame, and never to the page behind', async () => {
    const { page, modal } = await opened(Key.ENTER);
    await page.dialog();
    await page.run(() => {
      window.strayed = [];
      for (const button of document.querySelectorAll('button'))
        button.addEventListener('focus', () => window.strayed.push(button.id));
    });
    const visited = new Set();
    const shiftTab = () => browser.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
    for (const press of [...Array(6).fill(() => modal.press(Key.TAB)), ...Array(6).fill(shiftTab)]) {
      await press();
      visited.add(await modal.focused());
    }
    assert.deepEqual(await page.run(() => window.strayed), []);
    for (const part of ['close', 'frame']) assert.ok(visited.has(part), `${part} in ${[...visited]}`);
    // Leaving the modal for the browser's own bars is the platform's way, and shows as the body; Firefox stops at the
    // <dialog> itself too.
    for (const part of visited) assert.ok(['close', 'frame', 'dialog', 'body', 'html'].includes(part), part);
    await modal.click('close');
    await page.failure('closed');
  });

  test('the page behind cannot be clicked', async () => {
    const { page, modal } = await opened(Key.ENTER);
    await assert.rejects(page.click('elsewhere'), /intercepted|not clickable|interactable|obscures/i);
    await modal.press(Key.ESCAPE);
    await page.failure('closed');
  });
});
