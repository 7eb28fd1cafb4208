// Very many dialogs, at once and one after another: each settles, and nothing is left behind.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';

suite(
  'floods of dialogs',
  ({ test, engine, browser }) => {
    test('100 dialogs at once: each gets its own result, and nothing is left', async () => {
      const count = 100;
      const codes = Array.from({ length: count }, (_, index) => browser.finishing(`auth-${index}`));
      // WebKitGTK itself comes down in one of ten tries when many windows open without a click ("pas panic: deallocation did
      // fail", or the driver's connection is lost).
      const framed = engine === 'webkit';
      const page = await browser.open(
        {
          open: async (h, { codes, framed }) => {
            // All are open before one finishes: the code comes last.
            let release;
            const all = new Promise((resolve) => (release = resolve));
            const dialogs = [];
            for (const code of codes) {
              const display = framed ? h.place() : 'popup';
              const given = { authorizationCode: () => all.then(() => code), display, codeTimeout: 240_000 };
              dialogs.push(h.package.openAuthDialog(h.create(given)));
              // A hundred windows in one turn leave the browser no time for its driver, which then may give it up.
              if (dialogs.length % 10 === 0) await new Promise((resolve) => setTimeout(resolve));
            }
            h.note({
              open: dialogs.filter(({ state }) => state === 'opening').length,
              listeners: instrument.live().listeners.filter((name) => name === 'window message').length,
            });
            release();
            const results = await Promise.all(dialogs.map(({ result }) => result));
            h.note(results.map(({ authId }) => authId));
          },
        },
        { args: { codes, framed } },
      );
      // Firefox's driver waits for the click's handler, in which windows open one by one; and on a busy machine a page with so
      // many of them leaves the test's own scripts waiting. WebKit's has to keep the number by which its timer is known.
      const scriptTimeout = framed ? {} : { script: 240_000 };
      await browser.driver.manage().setTimeouts({ pageLoad: 240_000, ...scriptTimeout });
      await page.click();
      const [opened, results] = await page.notes(2, { patience: 120_000 });
      assert.deepEqual(opened, { open: count, listeners: 1 });
      for (const [index, authId] of results.entries()) assert.equal(authId, `auth-${index}`);
      assert.equal(results.length, count);
      await page.windows.allClosed();
      await page.returnsToBaseline();
    });
  },
  { launch: { popupsAllowed: true, shell: true } },
);

suite('dialogs one after another', ({ test, browser }) => {
  // Real windows take a tenth of a second each. An iframe that the page keeps, attached to again and again, goes through
  // the same session, registry and listener in a millisecond.
  test('10,000 dialogs, ended in every way, leave no listener, timer or wasm page more than the first 100', async () => {
    const code = browser.server.dialog((dialog) => {
      addEventListener('message', ({ data }) => data.say && dialog.post(data.say));
    });
    const page = await browser.open(
      {
        load: (h, { code }) => {
          window.frame = h.place().appendChild(document.createElement('iframe'));
          window.frame.src = h.address(code);
        },
        run: async (h, _args, count) => {
          const say = (message) => window.frame.contentWindow.postMessage({ say: message }, h.dialogOrigin);
          const ways = [
            () => say({ type: 'tray.authpopup.finish', authId: 'auth-1', authType: 'oauth' }),
            () => say({ type: 'tray.authPopup.error', error: 'x'.repeat(500) }),
            () => say({ type: 'tray.authpopup.close' }),
            (dialog) => dialog.close(),
            (_dialog, controller) => controller.abort(),
          ];
          const codes = {};
          for (let index = 0; index < count; index++) {
            const controller = new AbortController();
            const dialog = h.package.attachAuthDialog(window.frame, {
              host: h.dialogOrigin,
              closeGrace: 0,
              signal: controller.signal,
            });
            ways[index % ways.length](dialog, controller);
            const { code = 'finish' } = await dialog.result.catch((error) => error);
            codes[code] = (codes[code] ?? 0) + 1;
          }
          h.note({ codes, memory: instrument.memoryPages(), live: instrument.live() });
        },
      },
      { args: { code } },
    );
    await page.call('load');
    await browser.frameOf(page, () => window.frame).ready();
    await page.call('run', 100);
    const [warm] = await page.notes(1);
    await page.call('run', 9_900);
    const [, end] = await page.notes(2, { patience: 240_000 });
    assert.deepEqual(end.codes, { finish: 1980, dialog_error: 1980, closed: 3960, aborted: 1980 });
    assert.deepEqual(end.memory, warm.memory, 'wasm pages');
    await page.returnsToBaseline();
  });

  test('30 real iframes, one after another in the same Element, leave nothing', async () => {
    const codes = Array.from({ length: 30 }, () => browser.finishing());
    const run = async (h, { codes }) => {
      const html = document.documentElement.outerHTML;
      for (const code of codes)
        await h.package.openAuthDialog(h.create({ authorizationCode: code, display: 'inline' })).result;
      h.note({ same: document.documentElement.outerHTML === html });
    };
    const page = await browser.open({ run }, { args: { codes } });
    await page.call('run');
    const [{ same }] = await page.notes(1, { patience: 120_000 });
    assert.equal(same, true, 'the document is what it was');
    await page.returnsToBaseline();
  });

  test('30 real popups, one after another, each from a click, leave nothing', async () => {
    const codes = Array.from({ length: 30 }, () => browser.finishing());
    const open = (h, { codes }) =>
      h.open(h.create({ authorizationCode: codes.shift() }), `dialog ${30 - codes.length}`);
    const page = await browser.open({ open }, { args: { codes } });
    for (let count = 1; count <= codes.length; count++) {
      await page.click();
      await page.finishes({ name: `dialog ${count}` });
    }
    await page.windows.allClosed();
    await page.returnsToBaseline();
  });
});
