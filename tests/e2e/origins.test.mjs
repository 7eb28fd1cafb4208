// Which origins count: the exact one that was opened, and `extraOrigins`. Whose messages do not count: tests/attacks.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

/** A page that posts a finish; which one, and how often, its query says (pages/attacker.js). */
const ATTACKER = '/pages/attacker.html';

suite('origins', ({ test, browser }) => {
  const origin = (host) => browser.server.origin(host);

  test('our own window, navigated elsewhere and speaking from there, is reported once, as ignored', async () => {
    const page = await browser.opened();
    const popup = await page.dialog();
    const own = await popup.url();
    await popup.goTo(`${origin('evil.localhost')}${ATTACKER}?times=3`);
    await page.messagesFrom(origin('evil.localhost'), 3);
    const ignored = { type: 'ignored', reason: 'origin', origin: origin('evil.localhost') };
    assert.deepEqual(await page.event('ignored'), ignored);
    await popup.goTo(own);
    await page.finishes({ place: await popup.ready() });
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'ignored', 'finish']);
  });

  test('upper case, an international name and a port are compared as the browser writes them', async () => {
    for (const dialogHost of ['DIALOG.Localhost', 'bücher.localhost', 'xn--bcher-kva.localhost', '127.0.0.1'])
      await (await browser.opened({ code: browser.finishing(), args: { dialogHost } })).finishes();
  });

  test('extraOrigins widen the origins by exactly those', async () => {
    const page = await browser.opened({ options: { extraOrigins: [origin('SECOND.localhost')] } });
    const popup = await page.dialog();
    await popup.goTo(`${origin('third.localhost')}${ATTACKER}`);
    await page.messagesFrom(origin('third.localhost'));
    assert.equal((await page.event('ignored')).origin, origin('third.localhost'));
    await popup.goTo(`${origin('second.localhost')}${ATTACKER}?authId=auth-extra`);
    await page.finishes({ id: 'auth-extra' });
  });
});
