// The watch for a late finish over an iframe of the page's own: it ends when that iframe is followed again.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('late finishes in iframes', ({ test, browser }) => {
  const handlers = {
    open: (h, { code }) => {
      window.target = document.createElement('iframe');
      window.target.src = `${h.dialogOrigin}/external/auth/create/acme?code=${code}`;
      document.getElementById('main').append(window.target);
      h.attach(window.target, { host: h.dialogOrigin, closeGrace: 0 }, 'first');
    },
    close: (h, _args, name) => h.handle(name).close(),
    again: (h) => h.attach(window.target, { host: h.dialogOrigin, closeGrace: 0 }, 'second'),
  };
  const closed = async () => {
    const page = await browser.open(handlers, { args: { code: browser.server.dialog() } });
    await page.call('open');
    const dialog = await browser.frameOf(page, () => window.target).ready();
    await page.call('close', 'first');
    await page.failure('closed', 'first');
    return { page, dialog };
  };

  test('a finish after the close is a late-finish', async () => {
    const { page, dialog } = await closed();
    await dialog.run(() => window.dialog.finish('auth-late'));
    assert.equal((await page.event('late-finish', 'first')).authId, 'auth-late');
    await page.returnsToBaseline();
  });

  test('the iframe followed again: a finish is for the second dialog alone', async () => {
    const { page, dialog } = await closed();
    await page.call('again');
    await dialog.run(() => window.dialog.finish('auth-2'));
    assert.equal((await page.result('second')).authId, 'auth-2');
    assert.deepEqual(await page.eventTypes('first'), ['open', 'close']);
    await page.returnsToBaseline();
  });

  test('followed again and closed again: a late finish is told once, to the second', async () => {
    const { page, dialog } = await closed();
    await page.call('again');
    await page.call('close', 'second');
    await page.failure('closed', 'second');
    await dialog.run(() => window.dialog.finish('auth-late'));
    assert.equal((await page.event('late-finish', 'second')).authId, 'auth-late');
    assert.deepEqual(await page.eventTypes('first'), ['open', 'close']);
    await page.returnsToBaseline();
  });

  test('a page that was told that it goes away: a finish is nothing any more', async () => {
    const { page, dialog } = await closed();
    await page.run(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
    await dialog.run(() => window.dialog.finish('auth-late'));
    await page.messagesFrom(browser.server.origin('dialog.localhost'));
    assert.deepEqual(await page.eventTypes('first'), ['open', 'close']);
    await page.returnsToBaseline();
  });
});
