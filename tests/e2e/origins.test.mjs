// Which origins count: the exact one that was opened, and `extraOrigins`. Whose messages do not count: tests/attacks.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('origins', ({ test, browser }) => {
  const origin = (host) => browser.server.origin(host);
  const speaks = (host, authId) =>
    origin(host) +
    browser.server.page(({ authId }) => opener.postMessage({ type: 'tray.authpopup.finish', authId }, '*'), {
      args: { authId },
    });

  test('upper case, an international name and a port are compared as the browser writes them', async () => {
    for (const dialogHost of ['DIALOG.Localhost', 'bücher.localhost', 'xn--bcher-kva.localhost', '127.0.0.1'])
      await (await browser.opened({ code: browser.finishing(), args: { dialogHost } })).finishes();
  });

  test('extraOrigins widen the origins by exactly those, and another one is reported as ignored', async () => {
    const page = await browser.opened({ options: { extraOrigins: [origin('SECOND.localhost')] } });
    const popup = await page.dialog();
    await popup.goTo(speaks('third.localhost', 'auth-forged'));
    assert.deepEqual(await page.event('ignored'), {
      type: 'ignored',
      reason: 'origin',
      origin: origin('third.localhost'),
    });
    await popup.goTo(speaks('second.localhost', 'auth-extra'));
    await page.finishes({ id: 'auth-extra' });
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'ignored', 'finish']);
  });
});
