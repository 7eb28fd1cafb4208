// The page behind a modal, whatever its style: it neither moves nor scrolls, while the modal is there and afterwards.
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { doubleClick } from './harness/mouse.mjs';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

suite('the page behind a modal', ({ test, browser }) => {
  /** Opens a page of that style, so long that it scrolls, and scrolls it. */
  const styled = async (css) => {
    const page = await browser.prepared({
      handlers: {
        open: (h, { code }) => {
          const button = document.getElementById('open');
          button.disabled = true;
          const { result } = h.open(h.create({ authorizationCode: code, display: 'modal' }));
          result.catch(() => {}).finally(() => (button.disabled = false));
        },
        again: (h, { code }, name) => {
          const options = h.create({ authorizationCode: code, display: 'modal', closeGrace: 0 });
          window[name] = h.package.openAuthDialog(options);
        },
        close: async (_h, _args, name) => {
          window[name].close();
          await window[name].result.catch(() => {});
        },
      },
    });
    await page.style(`#open { position: fixed; top: 50px; left: 4px } #filler { height: 5000px } ${css}`);
    await page.run(() => {
      const filler = document.createElement('div');
      filler.id = 'filler';
      document.body.append(filler, Object.assign(document.createElement('footer'), { textContent: 'the end' }));
      scrollTo(0, 333);
    });
    return page;
  };

  const shown = async (page) => {
    await page.click();
    return page.modal();
  };
  const focusIsBack = (page) =>
    until('the focus on the button', () => page.run(() => document.activeElement.id === 'open'));

  /** Where the page's things are in the window, and the root's own style. */
  const places = () => [
    scrollY,
    document.documentElement.getAttribute('style'),
    ...['#filler', 'footer'].map((css) => {
      const { x, y, width } = document.querySelector(css).getBoundingClientRect();
      return [x, y, width].map(Math.round);
    }),
  ];

  for (const [what, css] of Object.entries({
    'with no style of its own': '',
    'whose body is as high as the window, and says what overflows':
      'html, body { height: 100% } body { overflow: auto }',
    'whose body hides what overflows sideways': 'html, body { height: 100% } body { overflow-x: hidden }',
    'whose body always shows a scrollbar': 'body { overflow-y: scroll }',
    'whose root says what overflows': 'html { overflow-y: scroll } body { margin: 0 }',
    'that keeps room for its scrollbar': 'html { scrollbar-gutter: stable }',
    'that is written from right to left': 'html { direction: rtl }',
    'whose body is contained': 'body { container-type: inline-size }',
    'whose body is contained, and as high as the window':
      'html, body { height: 100% } body { container-type: inline-size }',
    'whose root is contained': 'html { container-type: inline-size }',
    'that pushes its footer down, and has a style for all that is in the body':
      'body { min-height: 100vh; display: flex; flex-direction: column; justify-content: space-between }' +
      ' #filler { flex: none; height: 200px } body > div { min-height: 10vh; display: flex } body { height: 2000px }',
  })) {
    test(`a page ${what} stays where it is`, async () => {
      const page = await styled(css);
      await page.run(() => document.documentElement.setAttribute('style', 'color: rgb(1, 2, 3)'));
      const before = await page.run(places);
      const modal = await shown(page);
      assert.deepEqual(await page.run(places), before, 'while the modal is there');
      await browser.driver.actions().scroll(10, 10, 0, 400).perform();
      await modal.press(Key.PAGE_DOWN);
      assert.deepEqual(await page.run(places), before, 'after a turn of the wheel and a key');
      await modal.press(Key.ESCAPE);
      await page.failure('closed');
      assert.deepEqual(await page.run(places), before, 'when it is gone');
    });
  }

  test('a right click in the modal is not told to the page', async () => {
    const page = await styled('');
    await page.run(() => {
      window.told = [];
      const button = document.getElementById('open');
      for (const type of ['pointerdown', 'mousedown', 'auxclick', 'contextmenu'])
        document.addEventListener(type, ({ target }) => target !== button && window.told.push(type));
      // The browser's own menu would take the clicks of the tests to come.
      window.addEventListener('contextmenu', (event) => event.preventDefault(), true);
    });
    const modal = await shown(page);
    const title = await modal.part('title');
    await browser.driver.actions().contextClick(title).perform();
    await modal.press(Key.ESCAPE);
    await page.failure('closed');
    assert.deepEqual(await page.run(() => window.told), []);
  });

  for (const order of [
    ['first', 'second'],
    ['second', 'first'],
  ]) {
    test(`two modals, of which the ${order[0]} closes first: the page stays where it is, and the focus comes back past both`, async () => {
      const page = await styled('');
      const before = await page.run(places);
      await page.run(() => document.getElementById('open').focus());
      for (const name of ['first', 'second']) await page.call('again', name);
      for (const [index, name] of order.entries()) {
        await page.call('close', name);
        assert.deepEqual(await page.run(places), before, `when the ${name} is closed`);
        const overflow = await page.run(() => getComputedStyle(document.body).overflowY);
        assert.equal(overflow, index === 0 ? 'hidden' : 'visible', `when the ${name} is closed`);
      }
      assert.equal(await page.run(() => document.adoptedStyleSheets.length), 1, "the page's own is left");
      await focusIsBack(page);
    });
  }

  test('who has scrolled on when the focus comes back stays there', async () => {
    const page = await styled('#open { position: static }');
    await page.run(() => scrollTo(0, 0));
    const modal = await shown(page);
    await modal.press(Key.ESCAPE);
    await page.run(() => scrollTo(0, 2000));
    await page.failure('closed');
    await focusIsBack(page);
    assert.equal(await page.run(() => scrollY), 2000);
  });

  /** The modal that a double click on the button has opened, and left open. */
  const doubleClicked = async (page) => {
    await doubleClick(browser.session, await browser.driver.findElement({ id: 'open' }));
    const modal = await page.modal();
    await page.event('navigate');
    assert.equal((await page.report()).dialogs.dialog.state, 'open');
    return modal;
  };

  test('a double click on the button opens the modal, and leaves it open', async () => {
    const page = await styled('');
    const modal = await doubleClicked(page);
    await modal.clickBeside();
    await page.failure('closed');
  });

  test('also where the button lies under what closes the modal', async () => {
    const page = await styled('');
    await page.call('again', 'first');
    const first = await page.modal();
    const { x, y } = await first.rectangle(await first.part('close'));
    await page.call('close', 'first');
    await page.run(
      (at) => Object.assign(document.getElementById('open').style, at, { width: '44px', height: '44px' }),
      { left: `${x}px`, top: `${y}px` },
    );
    const modal = await doubleClicked(page);
    await modal.click('close');
    await page.failure('closed');
  });
});
