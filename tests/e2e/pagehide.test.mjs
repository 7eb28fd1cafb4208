// A dialog of the page's own site that says finish only while its window goes away. (From another site it never arrives.)
//
// Chromium delivers it with its sender, 13 ms or so after `closed` has turned true. In Firefox its source is null, in
// WebKitGTK a window that is not the one that was opened: there nobody can tell whose it is, so it cannot be accepted.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite('a finish from pagehide', ({ test, browser, engine }) => {
  const handlers = {
    open: (h, { code }) => {
      instrument.listen(window, 'message', ({ source }) => h.note({ ownSource: source === instrument.windows[0] }));
      h.open(h.create({ authorizationCode: code }));
    },
    // Looks at the window all the time and, once it says that it is closed, makes the package look too.
    watch: (h) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        if (!instrument.windows[0].closed) return channel.port2.postMessage(0);
        window.dispatchEvent(new Event('focus'));
        h.note({ state: h.handle().state });
      };
      channel.port2.postMessage(0);
    },
  };

  const opened = async () => {
    const code = browser.server.dialog((dialog) => addEventListener('pagehide', () => dialog.finish('auth-1')));
    const page = await browser.open(handlers, { args: { code, dialogHost: 'localhost' } });
    await page.click();
    return { page, popup: await (await page.popup()).ready() };
  };

  /** Success where the message can be told from a forged one, `closed` where it cannot. */
  const check = async (page) => {
    const sent = await page.until('the message', ({ notes }) => notes.find((note) => 'ownSource' in note));
    assert.equal(sent.ownSource, engine === 'chromium');
    if (engine === 'chromium') {
      assert.equal((await page.result()).authId, 'auth-1');
      assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
    } else {
      await page.failure('closed');
      assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'close']);
    }
  };

  test('of a window that the user closes', async () => {
    const { page, popup } = await opened();
    await popup.close();
    await check(page);
  });

  test('of a window that closes itself, also after closed was seen', async () => {
    const { page, popup } = await opened();
    await page.call('watch');
    await popup.run(() => void setTimeout(() => window.close()));
    const { state } = await page.until('closed to be seen', ({ notes }) => notes.find((note) => 'state' in note));
    assert.ok(['closing', 'finished'].includes(state), state);
    await check(page);
  });
});
