// Which origins count: the exact one that was opened, and `extraOrigins`. Whose messages do not count: tests/attacks.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

/** A page that posts a finish; which one, and how often, its query says (pages/attacker.js). */
const ATTACKER = '/pages/attacker.html';

suite('origins', ({ test, browser }) => {
  const open = (h, { code, options }) => h.open(h.create({ authorizationCode: code, ...options }));
  const origin = (host) => browser.server.origin(host);

  /** A host page with an open dialog, and that dialog's window. */
  const opened = async ({ options = {}, dialogHost } = {}) => {
    const page = await browser.open({ open }, { args: { code: browser.server.dialog(), options, dialogHost } });
    await page.click();
    return { page, popup: await (await page.popup()).ready() };
  };

  test('our own window, navigated elsewhere and speaking from there, is told once, as ignored', async () => {
    const { page, popup } = await opened();
    const own = await popup.url();
    await popup.goTo(`${origin('evil.localhost')}${ATTACKER}?times=3`);
    await page.messagesFrom(origin('evil.localhost'), 3);
    assert.deepEqual(await page.event('ignored'), {
      type: 'ignored',
      reason: 'origin',
      origin: origin('evil.localhost'),
    });
    await popup.goTo(own);
    await popup.ready();
    await popup.run(() => window.dialog.finish('auth-true'));
    assert.equal((await page.result()).authId, 'auth-true');
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'ignored', 'finish']);
  });

  test('upper case, an international name and a port are compared as the browser writes them', async () => {
    for (const dialogHost of ['DIALOG.Localhost', 'bücher.localhost', 'xn--bcher-kva.localhost', '127.0.0.1']) {
      const { page, popup } = await opened({ dialogHost });
      await popup.run(() => window.dialog.finish('auth-true'));
      assert.equal((await page.result()).authId, 'auth-true', dialogHost);
      await popup.gone();
    }
  });

  test('extraOrigins widen the origins by exactly those', async () => {
    const { page, popup } = await opened({ options: { extraOrigins: [origin('SECOND.localhost')] } });
    await popup.goTo(`${origin('third.localhost')}${ATTACKER}`);
    await page.messagesFrom(origin('third.localhost'));
    assert.equal((await page.event('ignored')).origin, origin('third.localhost'));
    await popup.goTo(`${origin('second.localhost')}${ATTACKER}?authId=auth-extra`);
    assert.equal((await page.result()).authId, 'auth-extra');
  });
});
