// The package's other entries: without WebAssembly, and with the module in a file of its own.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('entries', ({ test, browser }) => {
  const handlers = {
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
        const headers = { 'content-security-policy': policy };
        const page = await browser.opened({ code: browser.finishing(), entry, headers, display });
        await page.finishes();
        assert.equal(await page.run(() => instrument.memoryPages().length), entry === './js' ? 0 : 1);
      });
    }
  }

  test('./slim before init: not_ready says what to call, and after it everything works', async () => {
    const page = await browser.opened({ code: browser.finishing(), entry: './slim', handlers, args: { init: false } });
    const error = await page.thrown();
    assert.equal(error.code, 'not_ready');
    assert.match(error.message, /init/);
    assert.equal((await page.report()).opens.length, 0, 'nothing was opened');
    await page.call('url');
    assert.equal((await page.note()).code, 'not_ready');
    await page.call('init');
    await page.until('the module', ({ notes }) => notes[1] === 'ready');
    await page.click();
    await page.finishes();
  });

  test('./slim under a policy that forbids WebAssembly: wasm_blocked', async () => {
    const headers = { 'content-security-policy': "script-src 'self'" };
    const page = await browser.prepared({ entry: './slim', headers, handlers, args: { init: false } });
    await page.call('init');
    assert.equal((await page.note()).code, 'wasm_blocked');
    page.allowProblem(/^csp: script-src/);
  });
});
