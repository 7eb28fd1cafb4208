// What must hold at the end of every test: no unexpected problem in the page, no secret in anything that the page was told, at
// most one settlement, and nothing left behind by a dialog that has settled.
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
  for (const [name, { settlements }] of Object.entries(report.dialogs))
    assert.ok(settlements.length <= 1, `${name} settled ${settlements.length} times`);
  if (!isDeepStrictEqual(live, before)) await checkLeftovers(page, report);
}

function checkProblems({ problems }, { expected, allowed }) {
  const lines = problems.map(({ kind, text }) => `${kind}: ${text}`);
  const known = [...expected, ...allowed];
  const unexpected = lines.filter((line) => !known.some((pattern) => pattern.test(line)));
  assert.deepEqual(unexpected, [], 'problems in the host page');
  for (const pattern of expected)
    assert.ok(
      lines.some((line) => pattern.test(line)),
      `expected a problem in the host page like ${pattern}`,
    );
}

function checkSecrets(report, secrets) {
  const everything = JSON.stringify(report);
  const leaked = secrets.filter((secret) => everything.includes(secret));
  assert.deepEqual(leaked, [], `secrets in what the page was told: ${everything}`);
}

/**
 * Not checked where a dialog is still open, where one was closed, which still listens for a late finish, and where the module has
 * failed, whose listeners do nothing any more.
 */
async function checkLeftovers(page, { dialogs }) {
  const all = Object.values(dialogs);
  if (all.some(({ handle, settlements, thrown }) => settlements.length === 0 && !thrown && handle !== null)) return;
  if (all.some(({ settlements }) => ['closed', 'internal'].includes(settlements[0]?.error?.code))) return;
  await page.returnsToBaseline();
}
