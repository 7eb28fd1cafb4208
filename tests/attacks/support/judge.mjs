// Judges what a page was told: whether a try was accepted, and whether the true dialog has settled as it should. Imports nothing
// of the browser.
import { isDeepStrictEqual } from 'node:util';

/**
 * What was told between two reports of a page and must not be.
 * @param {object} before @param {object} after reports of the page (e2e/pages/host.js)
 * @param {string[]} harmless types of events that may be told
 * @param {string[]} secrets that nothing may hold
 * @returns {string[]}
 */
export function changes(before, after, harmless, secrets) {
  const wrong = [];
  for (const [name, dialog] of Object.entries(after.dialogs)) {
    const then = before.dialogs[name] ?? { events: [], calls: [], settlements: [], state: dialog.state };
    const more = [
      ...dialog.settlements.slice(then.settlements.length),
      ...dialog.events.slice(then.events.length).filter(({ type }) => !harmless.includes(type)),
      ...dialog.calls
        .slice(then.calls.length)
        .filter(({ name: called, argument }) => called !== 'onEvent' || !harmless.includes(argument.type)),
    ];
    wrong.push(...more.map((told) => `${name} was told ${JSON.stringify(told)}`));
    if (dialog.state !== then.state) wrong.push(`${name} went from ${then.state} to ${dialog.state}`);
  }
  const everything = JSON.stringify(after);
  for (const secret of secrets) {
    if (everything.includes(secret)) wrong.push(`the page was told a secret: ${everything}`);
  }
  for (const { kind, text } of after.problems.slice(before.problems.length)) {
    if (kind === 'error' || kind === 'unhandledrejection') wrong.push(`the page has an ${kind}: ${text}`);
  }
  return wrong;
}

/**
 * What is wrong with a dialog that has settled with the true `auth-true`.
 * @param {object} dialog its record
 * @param {boolean} isOpened whether the package has opened it, and so knows what it is for
 * @returns {string[]}
 */
export function untruths({ events, calls, settlements }, isOpened) {
  const told = {
    settlements: settlements.map(({ value }) => value),
    finishes: events.filter(({ type }) => type === 'finish'),
    calls: calls.filter(({ name }) => name !== 'onEvent').map(({ argument }) => argument),
  };
  const result = {
    authId: 'auth-true',
    authType: 'oauth',
    ...(isOpened && {
      solutionInstanceId: 'instance-1',
      externalAuthId: 'external_slack_authentication',
      authValue: { externalId: 'external_slack_authentication', authId: 'auth-true' },
    }),
  };
  const event = { type: 'finish', ...result };
  const expected = { settlements: [result], finishes: [event], calls: [event] };
  return isDeepStrictEqual(told, expected) ? [] : [`the page was told ${JSON.stringify(told)}`];
}
