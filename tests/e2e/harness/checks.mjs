// What must hold at the end of every test, whatever it was about: no unexpected problem in the page, no secret in
// anything the page was told, exactly one settlement, and nothing left behind by a dialog that has settled.
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

export async function checkPage(page) {
  const { report, live, before } = await page.run(() => ({
    report: harness.report(),
    live: instrument.live(),
    before: harness.baseline.live,
  }));
  checkProblems(report, page);
  checkSecrets(report, [...page.server.secrets, ...page.secrets]);
  for (const [name, { settlements }] of Object.entries(report.dialogs)) {
    assert.ok(settlements.length <= 1, `${name} settled ${settlements.length} times`);
  }
  if (!isDeepStrictEqual(live, before)) await checkLeftovers(page, report);
}

function checkProblems({ problems }, { expected, allowed }) {
  const text = ({ kind, text }) => `${kind}: ${text}`;
  const unexpected = problems
    .map(text)
    .filter((line) => ![...expected, ...allowed].some((pattern) => pattern.test(line)));
  assert.deepEqual(unexpected, [], 'problems in the host page');
  for (const pattern of expected) {
    assert.ok(
      problems.map(text).some((line) => pattern.test(line)),
      `expected a problem in the host page like ${pattern}`,
    );
  }
}

function checkSecrets(report, secrets) {
  const everything = JSON.stringify(report);
  const leaked = secrets.filter((secret) => everything.includes(secret));
  assert.deepEqual(leaked, [], `secrets in what the page was told: ${everything}`);
}

/**
 * After settlement nothing remains, but for the watch for a late finish after `closed`, and the listeners of a module that
 * failed, which do nothing any more. A dialog that is still open at the end of its test proves nothing here and is passed over.
 */
async function checkLeftovers(page, { dialogs }) {
  const all = Object.values(dialogs);
  if (all.some(({ handle, settlements, thrown }) => settlements.length === 0 && !thrown && handle !== null)) return;
  if (all.some(({ settlements }) => ['closed', 'internal'].includes(settlements[0]?.error?.code))) return;
  await page.returnsToBaseline();
}
