// A page with the strictest policy that the documentation names: nothing of the package is refused.
import assert from 'node:assert/strict';
import { Key } from 'selenium-webdriver';
import { suite } from './harness/suite.mjs';

suite('strict policies', ({ test, browser }) => {
  /** Only what the docs name: the page's own scripts, WebAssembly, the dialog's frame, the request for the page's own headers. */
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
  const opened = (display, how) => browser.opened({ display, headers: strict(display), ...how });

  for (const display of ['popup', 'modal', 'inline']) {
    test(`a ${display} dialog works, and nothing is refused`, async () => {
      const page = await opened(display, { code: null });
      if (display === 'modal') await page.modal();
      await page.event('open');
      if (display === 'popup') {
        const popup = await page.popup();
        await popup.until('the waiting page', () => document.title && document.body.textContent.trim());
      }
      await page.resolve('code', browser.finishing());
      await page.finishes();
      assert.deepEqual((await page.report()).problems, []);
    });
  }

  test('the modal has its styles, offers help and closes under that policy', async () => {
    const page = await opened('modal', { options: { frame: { stallAfter: 200 } } });
    const modal = await page.modal();
    await modal.part('restart');
    const { width, height } = await modal.rectangle();
    assert.deepEqual([Math.round(width), Math.round(height)], [500, 700], 'the style sheet applies');
    await page.dialog();
    await modal.press(Key.ESCAPE);
    await page.failure('closed');
    assert.deepEqual((await page.report()).problems, []);
  });

  test('a page without wasm-unsafe-eval: wasm_blocked names the directive and the /js entry', async () => {
    const page = await browser.opened({ headers: { 'content-security-policy': "script-src 'self'" }, entry: '.' });
    const error = await page.thrown();
    assert.equal(error.code, 'wasm_blocked');
    assert.match(error.message, /'wasm-unsafe-eval'.*tray-auth-dialog\/js/s);
    assert.equal((await page.report()).opens.length, 0, 'no window was opened');
    // WebKitGTK does not tell the page.
    page.allowProblem(/^csp: script-src/);
  });

  test("nothing is written to the browser's console", async () => {
    const lines = () => browser.driver.manage().logs().get('browser');
    await lines();
    for (const display of ['popup', 'modal', 'inline'])
      await (await opened(display, { code: browser.finishing() })).result();
    const written = (await lines()).map(({ level, message }) => `${level.name} ${message}`);
    assert.deepEqual(written, []);
  });
});
