// The package's other entries: without WebAssembly, and with the module in a file of its own.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('entries', ({ test, browser }) => {
  /** A page of `./slim` that has not called `init`. */
  const uninitialised = (how) =>
    browser.prepared({
      code: browser.finishing(),
      entry: './slim',
      args: { init: false },
      handlers: {
        init: (h) => h.init().then(() => h.note('ready'), h.note),
        url: (h) => h.note(h.refusal(() => h.package.authDialogUrl(h.create({ authorizationCode: 'visible' })))),
      },
      ...how,
    });

  for (const [entry, policy, memories] of [
    // No 'wasm-unsafe-eval': that is what this entry is for.
    ['./js', "script-src 'self'", 0],
    ['./slim', "script-src 'self' 'wasm-unsafe-eval'", 1],
  ]) {
    for (const display of ['popup', 'modal', 'inline']) {
      test(`${entry}: a ${display} dialog works in the first click under ${policy}`, async () => {
        const headers = { 'content-security-policy': policy };
        const page = await browser.opened({ code: browser.finishing(), entry, headers, display });
        await page.finishes();
        assert.equal(await page.run(() => instrument.memoryPages().length), memories);
      });
    }
  }

  test('./slim before init: not_ready says what to call, and after it everything works', async () => {
    const page = await uninitialised();
    await page.click();
    const error = await page.thrown();
    assert.equal(error.code, 'not_ready');
    assert.match(error.message, /init/);
    assert.equal((await page.report()).opens.length, 0, 'nothing was opened');
    await page.call('url');
    assert.equal((await page.note()).code, 'not_ready');
    await page.call('init');
    assert.equal((await page.notes(2))[1], 'ready');
    await page.click();
    await page.finishes();
  });

  test('./slim under a policy that forbids WebAssembly: wasm_blocked', async () => {
    const page = await uninitialised({ headers: { 'content-security-policy': "script-src 'self'" } });
    await page.call('init');
    const { code, message } = await page.note();
    assert.equal(code, 'wasm_blocked');
    assert.match(message, /'wasm-unsafe-eval'.*tray-auth-dialog\/js/s);
    page.allowProblem(/^csp: script-src/);
  });
});
