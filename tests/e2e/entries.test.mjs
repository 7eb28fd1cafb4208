// The package's other entries: without WebAssembly, and with the module in a file of its own.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('entries', ({ test, browser }) => {
  const handlers = {
    open: (h, { code, display }) => {
      const place = display === 'inline' ? document.getElementById('main') : display;
      h.open(h.create({ authorizationCode: code, display: place }));
    },
    init: (h) =>
      h.init().then(
        () => h.note('ready'),
        (error) => h.note(error),
      ),
    url: (h) => {
      try {
        h.note(h.package.authDialogUrl({ ...h.create({ authorizationCode: 'visible' }), host: 'auth.acme.com' }));
      } catch (error) {
        h.note(error);
      }
    },
  };

  for (const [entry, policy] of [
    // No 'wasm-unsafe-eval': that is what this entry is for.
    ['./js', "script-src 'self'"],
    ['./slim', "script-src 'self' 'wasm-unsafe-eval'"],
  ]) {
    for (const display of ['popup', 'modal', 'inline']) {
      test(`${entry}: a ${display} dialog works in the first click under ${policy}`, async () => {
        const code = browser.server.dialog((dialog) => dialog.finish('auth-1'));
        const page = await browser.open(handlers, {
          entry,
          headers: { 'content-security-policy': policy },
          args: { code, display },
        });
        await page.click();
        assert.equal((await page.result()).authId, 'auth-1');
        assert.equal(await page.run(() => instrument.memoryPages().length), entry === './js' ? 0 : 1);
      });
    }
  }

  test('./slim before init: not_ready says what to call, and after it everything works', async () => {
    const code = browser.server.dialog((dialog) => dialog.finish('auth-1'));
    const page = await browser.open(handlers, { entry: './slim', args: { code, display: 'popup', init: false } });
    await page.click();
    const error = await page.thrown();
    assert.equal(error.code, 'not_ready');
    assert.match(error.message, /init/);
    assert.equal((await page.report()).opens.length, 0, 'nothing was opened');
    await page.call('url');
    assert.equal((await page.note()).code, 'not_ready');
    await page.call('init');
    await page.until('the module', ({ notes }) => notes[1] === 'ready');
    await page.click();
    assert.equal((await page.result()).authId, 'auth-1');
  });

  test('./slim under a policy that forbids WebAssembly: wasm_blocked', async () => {
    const page = await browser.open(handlers, {
      entry: './slim',
      headers: { 'content-security-policy': "script-src 'self'" },
      args: { init: false },
    });
    await page.call('init');
    assert.equal((await page.note()).code, 'wasm_blocked');
    page.allowProblem(/^csp: script-src/);
  });
});
