// Tests of the cases that the simulated Tray can show by itself, through the built package.
import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { after, before } from 'node:test';
import { startTray } from '../../../www/tray/server.mjs';
import { cases } from '../../../www/tray/sim/cases.mjs';
import { simCode } from '../../../www/tray/sim/code.mjs';

const handlers = {
  open: (h, { origin, code, options }) => {
    h.open(h.create({ host: origin, authorizationCode: code, ...options }));
  },
  close: (h) => h.handle().close(),
};

// What severs the opener needs a desktop, and a person's doing a person: see severed.test.mjs and provider.test.mjs.
const byItself = cases.filter(({ expect, manual }) => !manual && expect !== 'opener_severed');

/** In the headless shell a page still gets a word out while its window closes. */
const fromPagehide = ({ name }) => ['finish-from-pagehide', 'finish-when-closed'].includes(name);

export const casesFromPagehide = byItself.filter(fromPagehide);
export const otherCases = byItself.filter((one) => !fromPagehide(one));

/**
 * A test for each case: the library makes of it what the case says.
 * @param {{ test: Function, browser: import('./suite.mjs').Browser }} tools
 * @param {typeof cases} chosen
 */
export function testCases({ test, browser }, chosen) {
  let tray;
  before(async () => {
    tray = await startTray();
  });
  after(() => tray.close());

  const opened = async (code, options) => {
    const page = await browser.open(handlers, { args: { origin: tray.origin, code, options } });
    const after = tray.store.log.entries().at(-1)?.n ?? 0;
    await page.click();
    return { page, after };
  };

  /** A busy machine may take longer to close the window than its dialog waits; then the finish is within the grace, and wins. */
  const closedUnlessItSpoke = async (page) => {
    const { error } = await page.settlement();
    const { messages } = await page.report();
    if (messages === 1) assert.equal(error?.code, 'closed');
    else await page.result();
  };

  for (const { name, about, expect } of chosen.filter(({ expect }) => expect !== 'pending')) {
    test(`${name} (${about.replace(/\.$/, '')}): ${expect}`, async () => {
      // How long a word takes from one process to another has no bound on a busy machine, and its window may close at once.
      const { page } = await opened(simCode(name), expect === 'closed' ? {} : { closeGrace: 60_000 });
      if (name === 'close-then-finish') return closedUnlessItSpoke(page);
      if (expect !== 'finish') return page.failure(expect);
      const result = await page.resultUnlessNameless();
      if (!result) return;
      assert.doesNotMatch(result.authId, /forged/);
      assert.deepEqual(result.authValue, { externalId: 'external_slack_authentication', authId: result.authId });
      await page.windows.allClosed();
    });
  }

  /** Chromium leaves a window open that is closed when it is just coming to its page (docs/browsers.md). */
  const standsStill = async (popup) => {
    const look = () => popup.run(() => `${document.readyState} ${location.href}`);
    for (let before = ''; ; ) {
      const now = await look();
      if (now === before && now.startsWith('complete')) return;
      before = now;
      await setTimeout(200);
    }
  };

  // These never speak of the dialog's end: it goes on until the page closes it.
  const silent = chosen.filter(({ name, expect }) => expect === 'pending' && name !== 'account-id');
  for (const { name, about } of silent) {
    test(`${name} (${about.replace(/\.$/, '')}): goes on until it is closed`, async () => {
      const { page } = await opened(simCode(name));
      await page.event('navigate');
      await standsStill(await page.popup());
      await page.call('close');
      await page.failure('closed');
      assert.equal((await page.event('close')).by, 'app');
      await page.windows.allClosed();
    });
  }

  if (!chosen.some(({ name }) => name === 'account-id')) return;
  test('account-id: a dialog that asks for the account id finishes when it has it', async () => {
    const { page, after } = await opened(simCode('account-id'), {
      accountId: 'account-0123456789',
      closeGrace: 60_000,
    });
    page.secrets.push('account-0123456789');
    const result = await page.resultUnlessNameless();
    if (result) assert.match(result.authId, /./);
    const answers = tray.store.log.entries({ kind: 'message', after });
    assert.deepEqual(
      answers.map(({ origin }) => origin),
      [page.server.origin('localhost')],
    );
  });
}
