// Frames that Tray refuses by `frame-ancestors`, or the page by its Cross-Origin-Embedder-Policy: `stalled` comes at once where
// the browser reports that, and after `frame.stallAfter` elsewhere. What each browser reports: silent-frames.test.mjs.
import assert from 'node:assert/strict';
import { Modal } from './harness/modal.mjs';
import { suite } from './harness/suite.mjs';
import { until } from './harness/wait.mjs';

/** So long that nothing here waits for it. */
const NEVER = 3_600_000;

const ANCESTORS = "frame-ancestors 'none'";
const served = (headers) => ({ headers });

/** What refuses the frame: by a header of the dialog or of the page, reported where, and what the message says then. */
const refusals = {
  'frame-ancestors': {
    answer: served({ 'content-security-policy': ANCESTORS }),
    engines: ['chromium'],
    says: /^Tray has not allowed this domain.*`frame-ancestors`.*use a popup/,
  },
  'Cross-Origin-Embedder-Policy': {
    headers: { 'cross-origin-embedder-policy': 'require-corp' },
    engines: ['chromium', 'webkit'],
    says: /^This page's `Cross-Origin-Embedder-Policy`.*without that header/,
  },
};

suite('refused frames', ({ test, browser, engine }) => {
  /** A page that asks a function for codes. */
  const opened = (codes, { stallAfter = NEVER, handlers, ...how }) =>
    browser.opened({
      args: { codes },
      options: { frame: { stallAfter } },
      handlers: {
        open: (h, { codes, options, display }) => {
          const place = display === 'inline' ? document.getElementById('main') : display;
          h.open(h.create({ authorizationCode: () => codes.shift(), display: place, ...options }));
        },
        ...handlers,
      },
      ...how,
    });
  const refused = (answer) => browser.server.dialog(() => {}, answer);

  for (const [what, { answer, headers, engines, says }] of Object.entries(refusals)) {
    const known = engines.includes(engine);
    const when = known ? 'at once' : 'after stallAfter';
    const how = { headers, stallAfter: known ? NEVER : 200 };

    test(`a modal whose frame ${what} refuses stalls ${when}, and a window with a fresh code helps`, async () => {
      const page = await opened([refused(answer), browser.finishing('auth-window')], { display: 'modal', ...how });
      const button = await (await new Modal(page).shown()).part('popout');
      assert.match((await page.event('stalled')).message, known ? says : /Likely causes/);
      await button.click();
      await page.finishes({ id: 'auth-window' });
      assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'stalled', 'open', 'navigate', 'finish']);
    });

    test(`an inline frame that ${what} refuses stalls ${when}, and the dialog goes on`, async () => {
      const page = await opened([refused(answer)], { display: 'inline', ...how });
      assert.match((await page.event('stalled')).message, known ? says : /Likely causes/);
      assert.equal((await page.report()).dialogs.dialog.state, 'open');
      await page.run(() => window.harness.handle().close());
      await page.closedBy('app');
    });
  }

  test('a browser without reports: it stalls after stallAfter', async () => {
    const { answer } = refusals['frame-ancestors'];
    const handlers = { early: '(delete window.ReportingObserver, () => {})' };
    const page = await opened([refused(answer)], { display: 'modal', stallAfter: 200, handlers });
    assert.match((await page.event('stalled')).message, /Likely causes/);
    await (await new Modal(page).shown()).click('close');
    await page.closedBy('user');
  });

  test('a policy of the dialog that only reports refuses nothing: it does not stall', async () => {
    const answer = served({ 'content-security-policy-report-only': ANCESTORS });
    const watching = () => {
      new ReportingObserver((reports) => {
        window.reported = reports.length;
      }).observe();
    };
    const handlers = { early: `((${watching})(), () => {})` };
    const page = await opened([refused(answer)], { display: 'modal', handlers });
    const dialog = await page.dialog();
    if (engine === 'chromium') await until('the report', () => page.run(() => window.reported > 0));
    await page.finishes({ place: dialog });
    assert.deepEqual(await page.eventTypes(), ['open', 'navigate', 'finish']);
  });
});
