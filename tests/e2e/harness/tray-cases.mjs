// Tests of the cases that the simulated Tray can show by itself, through the built package.
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { after, before } from 'node:test';
import { startTray } from '../../../www/tray/server.mjs';
import { cases } from '../../../www/tray/sim/cases.mjs';
import { simCode } from '../../../www/tray/sim/code.mjs';

// A severed opener needs a desktop, and some cases need a person: severed.test.mjs and provider.test.mjs.
const byItself = cases.filter(({ expect, manual }) => !manual && expect !== 'opener_severed');

/** In the headless shell a page can still post while its window closes. */
const fromPagehide = ({ name }) => ['finish-from-pagehide', 'finish-when-closed'].includes(name);

export const casesFromPagehide = byItself.filter(fromPagehide);
export const otherCases = byItself.filter((one) => !fromPagehide(one));

/** Chromium leaves a window open that is closed just as its page arrives (docs/browsers.md). */
async function standsStill(popup) {
  const look = () => popup.run(() => `${document.readyState} ${location.href}`);
  for (let before, now = await look(); now !== before || !now.startsWith('complete'); now = await look()) {
    before = now;
    await setTimeout(200);
  }
}

/**
 * A test for each case: the dialog ends as the case says.
 * @param {{ test: Function, browser: import('./suite.mjs').Browser }} tools
 * @param {typeof cases} chosen
 */
export function testCases({ test, browser }, chosen) {
  let tray;
  before(async () => {
    tray = await startTray();
  });
  after(() => tray.close());

  // On a busy machine a message between processes may take long, and its window may close at once.
  const PATIENT = { closeGrace: 60_000 };
  const opened = (name, options) => browser.opened({ code: simCode(name), options: { host: tray.origin, ...options } });

  const ends = {
    /** It goes on until the page closes it. */
    async pending(page) {
      await page.event('navigate');
      await standsStill(await page.popup());
      await page.call('close');
      await page.closedBy('app');
      await page.windows.allClosed();
    },
    async finish(page) {
      const result = await page.resultUnlessNameless();
      if (!result) return;
      assert.doesNotMatch(result.authId, /forged/);
      assert.deepEqual(result.authValue, { externalId: 'external_slack_authentication', authId: result.authId });
      await page.windows.allClosed();
    },
    /** A busy machine may take longer to close the window than its dialog waits; then the finish is within the grace, and wins. */
    async 'close-then-finish'(page) {
      const { error } = await page.settlement();
      if ((await page.report()).messages === 1) assert.equal(error?.code, 'closed');
      else await page.result();
    },
  };

  for (const { name, about, expect } of chosen.filter(({ name }) => name !== 'account-id')) {
    test(`${name} (${about.replace(/\.$/, '')}): ${expect === 'pending' ? 'goes on until it is closed' : expect}`, async () => {
      const page = await opened(name, ['closed', 'pending'].includes(expect) ? {} : PATIENT);
      const end = ends[name] ?? ends[expect] ?? (() => page.failure(expect));
      await end(page);
    });
  }

  if (!chosen.some(({ name }) => name === 'account-id')) return;
  test('account-id: a dialog that asks for the account id finishes when it has it', async () => {
    const before = tray.store.log.entries().at(-1)?.n ?? 0;
    const page = await opened('account-id', { accountId: 'account-0123456789', ...PATIENT });
    const result = await page.resultUnlessNameless();
    if (result) assert.match(result.authId, /./);
    const answers = tray.store.log.entries({ kind: 'message', after: before });
    assert.deepEqual(
      answers.map(({ origin }) => origin),
      [page.server.origin('localhost')],
    );
  });
}
