// Where a page's own records hold the address of a frame with the dialog, and with it the code: what SECURITY.md says of it.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

/** Runs in the page: all frames, also that of a modal, and what the timeline knows. */
const recorded = () => {
  const roots = [document, ...[...document.body.children].map(({ shadowRoot }) => shadowRoot).filter(Boolean)];
  return {
    markup: roots.flatMap((root) => [...root.querySelectorAll('iframe')].map(({ outerHTML }) => outerHTML)).join('\n'),
    timeline: performance.getEntries().map(({ name }) => name),
  };
};

suite("a frame's address", ({ test, browser, engine }) => {
  const opened = async ({ display, frame, headers, navigated = true }) => {
    const code = browser.server.dialog();
    const page = await browser.open(
      {
        open: (h, { code, display, frame }) => {
          window.reports = [];
          window.ReportingObserver &&
            new ReportingObserver((reports) =>
              window.reports.push(...reports.map(({ body }) => body.toJSON())),
            ).observe();
          const place = display === 'modal' ? display : document.getElementById('main');
          h.open(h.create({ authorizationCode: code, display: place, ...(frame && { frame }) }));
        },
        close: (h) => h.handle().close(),
      },
      { headers, args: { code, display, frame } },
    );
    await page.click();
    await page.event('navigate');
    if (navigated) await until('the dialog to be asked for', () => browser.server.dialogRequests(code).length > 0);
    return { page, code };
  };

  const dialogIn = (page) =>
    browser.frameOf(page, () => {
      const roots = [document, ...[...document.body.children].map(({ shadowRoot }) => shadowRoot).filter(Boolean)];
      return roots.map((root) => root.querySelector('iframe')).find(Boolean);
    });

  for (const display of ['modal', 'inline']) {
    test(`${display}: the code is in no attribute${engine === 'webkit' ? '' : ", and not in the page's timeline"}`, async () => {
      const { page, code } = await opened({ display });
      const dialog = await dialogIn(page).ready();
      const { markup, timeline } = await page.run(recorded);
      assert.match(markup, /<iframe/);
      assert.ok(!markup.includes(code), markup);
      // WebKit notes every address that a frame is sent to.
      assert.equal(timeline.join().includes(code), engine === 'webkit');
      await dialog.run(() => window.dialog.finish('auth-1'));
      assert.equal((await page.result()).authId, 'auth-1');
    });
  }

  for (const frame of [{ referrerPolicy: 'origin' }, { allow: 'clipboard-write' }]) {
    test(`with ${Object.keys(frame)} of the page's own it is in both, which only so counts everywhere`, async () => {
      const { page, code } = await opened({ display: 'inline', frame });
      await dialogIn(page).ready();
      await until('the timeline to know it', async () => (await page.run(recorded)).timeline.join().includes(code));
      assert.ok((await page.run(recorded)).markup.includes(code));
    });
  }

  test("permissions of the page's own that name no origin are the dialog's", async () => {
    const { page } = await opened({ display: 'inline', frame: { allow: 'clipboard-write' } });
    const dialog = await dialogIn(page).ready();
    const allowed = await dialog.run(() => document.featurePolicy?.allowsFeature('clipboard-write') ?? true);
    assert.equal(allowed, true);
  });

  test('a page that isolates itself is told the address of the dialog that it may not show', async () => {
    const headers = { 'cross-origin-embedder-policy': 'require-corp' };
    const { page, code } = await opened({ display: 'inline', headers });
    const reported = () => page.run(() => JSON.stringify(window.reports));
    // Firefox sends such reports, and tells the page of none.
    if (engine !== 'firefox') await until('the report', async () => (await reported()).includes(code));
    await page.call('close');
    await page.failure('closed');
  });
});
