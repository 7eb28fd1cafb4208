// A page with the strictest policy that the documentation names: nothing of the package is refused.
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { findModalFrame, Modal } from './harness/modal.mjs';
import { suite } from './harness/suite.mjs';

suite('strict policies', ({ test, browser }) => {
  /** Only what docs name: the page's own scripts, WebAssembly, the dialog's frame, and the look at the page's own header. */
  const strict = (display) => ({
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "connect-src 'self'",
      ...(display === 'popup' ? [] : [`frame-src ${browser.server.origin('dialog.localhost')}`]),
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
    'permissions-policy': 'unload=()',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });

  const handlers = {
    open: (h, { code, display, options }) => {
      const place = display === 'inline' ? document.getElementById('main') : display;
      h.open(h.create({ authorizationCode: code ?? h.promise('code'), display: place, ...options }));
    },
  };

  for (const display of ['popup', 'modal', 'inline']) {
    test(`a ${display} dialog works, and nothing is refused`, async () => {
      const page = await browser.open(handlers, { headers: strict(display), args: { display } });
      await page.click();
      if (display === 'modal') await new Modal(page).shown();
      await page.event('open');
      await page.resolve(
        'code',
        browser.server.dialog((dialog) => dialog.finish('auth-1')),
      );
      assert.equal((await page.result()).authId, 'auth-1');
      assert.deepEqual((await page.report()).problems, []);
    });
  }

  test('the waiting page in the blank window shows its line under that policy too', async () => {
    const page = await browser.open(handlers, { headers: strict('popup'), args: { display: 'popup' } });
    await page.click();
    const popup = await page.popup();
    await popup.until('the waiting page', () => document.title && document.body.textContent.trim());
  });

  test('the modal is styled, closes and helps under that policy', async () => {
    const page = await browser.open(handlers, {
      headers: strict('modal'),
      args: { code: browser.server.dialog(), display: 'modal', options: { frame: { stallAfter: 200 } } },
    });
    await page.click();
    const modal = await new Modal(page).shown();
    await modal.part('restart');
    const { width, height } = await modal.rectangle();
    assert.deepEqual([Math.round(width), Math.round(height)], [500, 700], 'the style sheet applies');
    await browser.frameOf(page, findModalFrame).ready();
    await modal.press(Key.ESCAPE);
    await page.failure('closed');
    assert.deepEqual((await page.report()).problems, []);
  });

  test('a page without wasm-unsafe-eval: wasm_blocked names the directive and the /js entry', async () => {
    const page = await browser.open(handlers, {
      headers: { 'content-security-policy': "script-src 'self'" },
      args: { code: 'never-used', display: 'popup' },
      entry: '.',
    });
    await page.click();
    const error = await page.thrown();
    assert.equal(error.code, 'wasm_blocked');
    assert.match(error.message, /'wasm-unsafe-eval'/);
    assert.match(error.message, /tray-auth-dialog\/js/);
    assert.equal((await page.report()).opens.length, 0, 'no window was opened');
    // WebKitGTK does not tell the page.
    page.allowProblem(/^csp: script-src/);
  });

  test("nothing is written to the browser's console", async () => {
    await browser.driver.manage().logs().get('browser');
    for (const display of ['popup', 'modal', 'inline']) {
      const page = await browser.open(handlers, {
        headers: strict(display),
        args: { code: browser.server.dialog((dialog) => dialog.finish('auth-1')), display },
      });
      await page.click();
      await page.result();
    }
    const lines = await browser.driver.manage().logs().get('browser');
    assert.deepEqual(
      lines.map(({ level, message }) => `${level.name} ${message}`),
      [],
    );
  });
});
