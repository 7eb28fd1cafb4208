// Where the page's own records hold the address of the dialog's frame, and so the code: as SECURITY.md says.
import assert from 'node:assert/strict';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

/** Runs in the page: all frames, also that of a modal, and what the timeline knows. */
const recorded = () => {
  const roots = [document, ...[...document.body.children].map(({ shadowRoot }) => shadowRoot).filter(Boolean)];
  return {
    markup: roots.flatMap((root) => [...root.querySelectorAll('iframe')].map(({ outerHTML }) => outerHTML)).join('\n'),
    timeline: performance
      .getEntries()
      .map(({ name }) => name)
      .join(),
  };
};

suite("a frame's address", ({ test, browser, engine }) => {
  const opened = async ({ display = 'inline', ...how } = {}) => {
    // Observes before the package is there, and so is not taken for something that the dialog left behind.
    const early = `(() => {
      window.reports = [];
      const note = (reports) => window.reports.push(...reports.map(({ body }) => body.toJSON()));
      if (window.ReportingObserver) new ReportingObserver(note).observe();
      return () => {};
    })()`;
    const page = await browser.opened({ display, handlers: { early }, ...how });
    await page.event('navigate');
    await until('the dialog to be asked for', () => browser.server.dialogRequests(page.code).length > 0);
    return page;
  };

  for (const display of ['modal', 'inline']) {
    test(`${display}: the code is in no attribute${engine === 'webkit' ? '' : ", and not in the page's timeline"}`, async () => {
      const page = await opened({ display });
      const dialog = await page.dialog();
      const { markup, timeline } = await page.run(recorded);
      assert.match(markup, /<iframe/);
      assert.ok(!markup.includes(page.code), markup);
      // WebKit notes every address that a frame is sent to.
      assert.equal(timeline.includes(page.code), engine === 'webkit');
      await page.finishes({ place: dialog });
    });
  }

  for (const frame of [{ referrerPolicy: 'origin' }, { allow: 'clipboard-write' }]) {
    test(`with the page's own ${Object.keys(frame)} it is in both, without which some engines ignore the option`, async () => {
      const page = await opened({ options: { frame } });
      const dialog = await page.dialog();
      await until('the timeline to know it', async () => (await page.run(recorded)).timeline.includes(page.code));
      assert.ok((await page.run(recorded)).markup.includes(page.code));
      // Permissions that name no origin are the dialog's.
      const allows = () => document.featurePolicy?.allowsFeature('clipboard-write') ?? true;
      if (frame.allow) assert.equal(await dialog.run(allows), true);
    });
  }

  test('an isolated page gets a report with the address of the dialog that it may not show', async () => {
    const page = await opened({ headers: { 'cross-origin-embedder-policy': 'require-corp' } });
    const reported = () => page.run(() => JSON.stringify(window.reports));
    // Firefox sends such reports, but not to the page.
    if (engine !== 'firefox') await until('the report', async () => (await reported()).includes(page.code));
    await page.call('close');
    await page.failure('closed');
  });
});
