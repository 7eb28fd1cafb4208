// The watch for a late finish over an iframe of the page's own: it ends when that iframe is followed again.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('late finishes in iframes', ({ test, browser }) => {
  const attach = (h, _args, name) =>
    h.attach(document.querySelector('iframe'), { host: h.dialogOrigin, closeGrace: 0 }, name);
  const open = (h, { code }) => {
    const frame = document.getElementById('main').appendChild(document.createElement('iframe'));
    frame.src = `${h.dialogOrigin}/external/auth/create/acme?code=${code}`;
    h.call('attach', 'first');
  };
  const closed = async () => {
    const page = await browser.opened({ display: 'frame', handlers: { attach, open } });
    const dialog = await page.dialog();
    await page.call('close', 'first');
    await page.failure('closed', 'first');
    return { page, dialog };
  };
  const endsAs = async (page, events) => {
    assert.deepEqual(await page.eventTypes('first'), events);
    await page.returnsToBaseline();
  };

  test('a finish after the close is a late-finish', async () => {
    const { page, dialog } = await closed();
    await dialog.finish('auth-late');
    assert.equal((await page.event('late-finish', 'first')).authId, 'auth-late');
    await endsAs(page, ['open', 'close', 'late-finish']);
  });

  test('the iframe followed again: a finish is for the second dialog alone', async () => {
    const { page, dialog } = await closed();
    await page.call('attach', 'second');
    await page.finishes({ place: dialog, name: 'second' });
    await endsAs(page, ['open', 'close']);
  });

  test('followed again and closed again: a late finish is reported once, to the second', async () => {
    const { page, dialog } = await closed();
    await page.call('attach', 'second');
    await page.call('close', 'second');
    await page.failure('closed', 'second');
    await dialog.finish('auth-late');
    assert.equal((await page.event('late-finish', 'second')).authId, 'auth-late');
    await endsAs(page, ['open', 'close']);
  });

  test('a page that was told that it goes away: a finish is nothing any more', async () => {
    const { page, dialog } = await closed();
    await page.run(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await dialog.finish('auth-late');
    await page.messagesFrom(browser.server.origin('dialog.localhost'));
    await endsAs(page, ['open', 'close']);
  });
});
