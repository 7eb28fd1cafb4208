// Pages that are written, or shown, in another way than most: in XHTML, in full screen, with a popover open.
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { findModalFrame } from './harness/modal.mjs';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

suite('surroundings', ({ test, browser }) => {
  const open = (h, { code, display }) => h.open(h.create({ authorizationCode: () => code, display }));
  /** Whether the modal is what a person sees and clicks in the middle of the window. */
  const isOnTop = (host) => {
    const { innerWidth: width, innerHeight: height } = window;
    return document.elementFromPoint(width / 2, height / 2) === host;
  };
  const hostOf = (dialog) => dialog.getRootNode().host;

  for (const display of ['popup', 'modal'])
    test(`a page of XHTML: a ${display} gives its result`, async () => {
      const page = await browser.opened({ page: 'host.xhtml', code: browser.finishing(), display });
      assert.equal(await page.run(() => document.contentType), 'application/xhtml+xml');
      await page.finishes();
    });

  test('a page in full screen: the modal is above it, and it stays in full screen', async () => {
    const page = await browser.prepared({
      display: 'modal',
      handlers: {
        enlarge: () => document.getElementById('main').requestFullscreen(),
        leave: () => document.exitFullscreen(),
      },
    });
    await page.click('enlarge');
    await until('full screen', () => page.run(() => document.fullscreenElement?.id === 'main'));
    await page.click('open');
    const modal = await page.modal();
    assert.equal(
      await page.run(new Function('dialog', `return (${isOnTop})((${hostOf})(dialog))`), modal.dialog),
      true,
    );
    await (await browser.frameOf(page, findModalFrame).ready()).click('#finish');
    await page.finishes();
    assert.equal(await page.run(() => document.fullscreenElement?.id), 'main');
    await page.call('leave');
  });

  test('a popover of the page: the modal is above it, and Esc closes the modal alone', async () => {
    const page = await browser.opened({
      display: 'modal',
      handlers: {
        open: (h, args) => {
          const popover = document.getElementById('main').appendChild(document.createElement('div'));
          popover.popover = 'manual';
          popover.id = 'popover';
          popover.textContent = 'A popover';
          popover.showPopover();
          h.call('openModal', args);
        },
        openModal: open,
      },
    });
    const modal = await page.modal();
    assert.equal(
      await page.run(new Function('dialog', `return (${isOnTop})((${hostOf})(dialog))`), modal.dialog),
      true,
    );
    await modal.press(Key.ESCAPE);
    await page.failure('closed');
    assert.equal(await page.run(() => document.getElementById('popover').matches(':popover-open')), true);
  });
});
