// How a popup opens: in the click's own task, blank and titled at first, navigated when the authorization code arrives.
import assert from 'node:assert/strict';
import { wholeBrowserSuite } from './harness/suite.mjs';

wholeBrowserSuite('opening', ({ test, browser }) => {
  test("window.open runs in the click's own task, before the code's promise resolves", async () => {
    const code = browser.finishing();
    const held = browser.server.hold();
    const open = (h, { path }) =>
      h.open(h.create({ authorizationCode: () => fetch(path).then((response) => response.text()) }));
    const page = await browser.opened({ handlers: { open }, args: { path: held.path } });
    const { opens } = await page.report();
    assert.deepEqual(
      opens.map(({ inClick, blocked }) => ({ inClick, blocked })),
      [{ inClick: true, blocked: false }],
    );
    assert.equal(browser.server.dialogRequests(code).length, 0);
    held.release(code);
    await page.finishes();
  });

  test('the popup is navigated only when the code arrives, in the same window, without an entry in its history', async () => {
    const page = await browser.opened({ code: null });
    const popup = await page.popup();
    assert.equal(await popup.url(), 'about:blank');
    await page.event('open');
    assert.deepEqual(await page.eventTypes(), ['open']);

    await page.resolve('code', browser.server.dialog());
    await popup.ready();
    assert.equal(await popup.run(() => history.length), 1, "the dialog took the blank page's place");
    assert.match(
      await popup.url(),
      new RegExp(`^${page.server.origin('dialog.localhost')}/external/auth/create/acme/`),
    );
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate']);
    assert.deepEqual(Object.keys(await page.event('navigate')), ['type'], 'a navigate event tells no URL');
    assert.equal((await page.report()).opens.length, 1);
    await page.finishes({ place: popup });
    await popup.gone();
  });

  test('while the code is on its way the blank window shows in its middle that it waits, with the title and a line', async () => {
    const labels = { title: 'Connect Slack', waiting: 'Soon' };
    const page = await browser.opened({ code: null, options: { labels } });
    const popup = await page.popup();
    const { title, texts, middle } = await popup.until('the waiting page', () => {
      const line = document.querySelector('[role=status]');
      if (!line) return;
      const { left, right, top, bottom } = line.parentElement.getBoundingClientRect();
      const shown = [...line.parentElement.children];
      const boxes = shown.map((child) => child.getBoundingClientRect());
      const [first, last] = [boxes[0], boxes.at(-1)];
      return {
        title: document.title,
        texts: shown.map((child) => child.textContent),
        middle: {
          across: boxes.map((box) => Math.abs(box.left + box.right - left - right) < 4),
          // Firefox leaves a few pixels below the line.
          down: Math.abs(first.top + last.bottom - top - bottom) < 16,
          fills: [innerWidth - (right - left), innerHeight - (bottom - top)].map(Math.round),
        },
      };
    });
    assert.equal(title, 'Connect Slack');
    assert.deepEqual(texts, ['', 'Connect Slack', 'Soon']);
    assert.deepEqual(middle, { across: [true, true, true], down: true, fills: [0, 0] });
  });

  test("that window is in the page's language and direction, as wide as a phone, and dark where the person likes it", async () => {
    const page = await browser.prepared({ code: null });
    await page.run(() => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }));
    await page.click();
    const popup = await page.popup();
    const seen = await popup.until('the waiting page', () => {
      const { lang, dir } = document.documentElement;
      const viewport = document.querySelector('meta[name=viewport]')?.content;
      return viewport && [lang, dir, viewport, getComputedStyle(document.documentElement).colorScheme];
    });
    assert.deepEqual(seen, ['ar', 'rtl', 'width=device-width', 'light dark']);
  });

  test('the very first click after page load opens a dialog, with the module cold', async () => {
    const page = await browser.prepared({ code: browser.finishing() });
    assert.deepEqual(await page.run(() => instrument.memoryPages()), [], 'importing the package starts nothing');
    await page.click();
    assert.equal((await page.report()).opens[0].inClick, true);
    await page.finishes();
  });

  test('importing the package adds no listener, timer, observer, element or style', async () => {
    const page = await browser.open({});
    assert.deepEqual(await page.run(() => harness.baseline.live), { listeners: [], timers: [], observers: 0 });
    assert.equal(await page.run(() => harness.baseline.sheets), 0);
    assert.doesNotMatch(await page.run(() => harness.baseline.html), /<(style|iframe|dialog|link)/);
  });
});
